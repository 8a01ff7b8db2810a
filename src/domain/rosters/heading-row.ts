import { meaningOfHeading, plainHeading } from './heading-meaning.ts';

/** Titles and notes may stand above the headings. */
export const mostRowsAbove = 30;

/** Fewer may be words of a title by chance. */
const fewestHeadings = 3;

/**
 * The place of the row with a roster's headings: of the first rows the one in which most different things are named. `said`: headings
 * whose meaning whoever imports has said. Undefined where no row looks like it.
 */
export const headingRow = (
  rows: readonly { readonly cells: readonly string[] }[],
  said: ReadonlySet<string> = new Set(),
): number | undefined => {
  const named = rows.slice(0, mostRowsAbove).map(({ cells }) => countHeadings(cells, said));
  const most = Math.max(...named);
  return most < fewestHeadings ? undefined : named.indexOf(most);
};

/** How many different things the cells of a row name. */
export const countHeadings = (cells: readonly string[], said: ReadonlySet<string> = new Set()): number =>
  new Set(
    cells.flatMap((cell) => {
      const plain = plainHeading(cell);
      return said.has(plain) ? plain : (meaningOfHeading(cell)?.meaning ?? []);
    }),
  ).size;
