import { seenText } from '../domain/kernel/seen-text.ts';

/** Chinese, Japanese, Korean and full-width characters take two places on a terminal. */
const wide =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]|[\u{20000}-\u{3fffd}]/u;

const widthOf = (text: string): number => [...text].reduce((sum, sign) => sum + (wide.test(sign) ? 2 : 1), 0);

/** A cell longer than this many places is cut: the line stays readable. */
const widest = 32;

const cut = (text: string): string => {
  if (widthOf(text) <= widest) return text;
  let kept = '';
  for (const sign of text) {
    if (widthOf(kept + sign) >= widest) break;
    kept += sign;
  }
  return `${kept}…`;
};

/** What stands in somebody's file must not steer the terminal. */
const asSeen = (cell: string): string => seenText(cell).replaceAll('\n', ' ');

/** Lines of a table whose columns stand under each other; the last two columns, being sentences, are never cut. */
export const textTable = (heads: readonly string[], rows: readonly (readonly string[])[]): string[] => {
  const shown = [
    heads,
    ...rows.map((row) => row.map(asSeen).map((cell, at) => (at < row.length - 2 ? cut(cell) : cell))),
  ];
  const widths = heads.map((_, at) => Math.max(...shown.map((row) => widthOf(row[at] ?? ''))));
  const line = (row: readonly string[]): string =>
    row
      .map((cell, at) => cell + ' '.repeat((widths[at] ?? 0) - widthOf(cell)))
      .join('  ')
      .trimEnd();
  const [head = [], ...body] = shown;
  return [line(head), widths.map((width) => '─'.repeat(width)).join('  '), ...body.map(line)];
};
