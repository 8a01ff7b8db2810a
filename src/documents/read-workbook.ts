import { type CellValue, HucreError, type MergeRange, readXlsx, type Sheet } from 'hucre';
import { countHeadings, headingRow } from '../domain/rosters/heading-row.ts';
import type { RosterProblem, RosterProblemCode } from '../domain/rosters/roster-problem.ts';
import type { RosterTableRow } from '../domain/rosters/roster-table.ts';
import { unpackedSize } from './unpacked-size.ts';

export interface WorkbookRows {
  readonly rows: readonly RosterTableRow[];
  /** Which sheet was read, where others have something in them, too. */
  readonly sheet?: string;
}

/** One column more than a roster may have, so that too many are noticed; the 1,048,576 rows of Excel. */
const read = 'A1:CW1048576';

/** Fewer things are named by a directory, or a list of something else. */
const fewestNamed = 6;

/**
 * The filled rows of a workbook's roster: of the visible sheet that is said, or the one with a roster's headings and people below them, else
 * with the most headings. Of several with people it must be said which. `said`: headings beside those that are known.
 */
export const readWorkbook = async (
  bytes: Uint8Array,
  { sheet: wanted, said }: { readonly sheet?: string | undefined; readonly said?: ReadonlySet<string> } = {},
): Promise<WorkbookRows | NoRoster> => {
  const size = unpackedSize(Buffer.from(bytes));
  if (size === 'too-large') return { code: 'workbook-too-large' };
  if (size === undefined) return { code: 'workbook-not-readable' };
  const sheets = await visibleSheets(bytes);
  if ('code' in sheets) return sheets;
  const filled = sheets
    .map((sheet) => ({ sheet: sheet.name, rows: rowsOf(sheet) }))
    .filter(({ rows }) => rows.length > 0);
  const [only] = filled;
  if (only === undefined) return { code: 'file-empty' };
  if (wanted !== undefined) {
    const found = filled.find(({ sheet }) => plainName(sheet) === plainName(wanted));
    return found ?? { code: 'sheet-not-there', value: wanted, details: { sheets: namesOf(filled) } };
  }
  if (filled.length === 1) return { rows: only.rows };
  const named = filled.map((one) => {
    const at = headingRow(one.rows, said);
    return { ...one, headings: at === undefined ? 0 : countHeadings(one.rows[at]?.cells ?? [], said) };
  });
  const rosters = named.filter(
    ({ rows, headings }) => headings >= fewestNamed && rows.some(({ cells }) => cells.some(isAddress)),
  );
  if (rosters.length > 1) return { code: 'several-rosters', details: { sheets: namesOf(rosters) } };
  const [roster = named.toSorted((one, other) => other.headings - one.headings)[0] ?? only] = rosters;
  return { rows: roster.rows, sheet: roster.sheet };
};

/** What keeps a workbook from being read as a roster. */
type NoRoster = Pick<RosterProblem, 'code' | 'value' | 'details'>;

const isAddress = (cell: string): boolean => /[@＠]/u.test(cell);
const plainName = (sheet: string): string => sheet.trim().toLowerCase();
const namesOf = (sheets: readonly { readonly sheet: string }[]): string =>
  sheets.map(({ sheet }) => sheet).join(', ');

const visibleSheets = async (
  bytes: Uint8Array,
): Promise<readonly Sheet[] | { readonly code: RosterProblemCode }> => {
  try {
    const sheets = ({ hidden, veryHidden }: { hidden?: boolean; veryHidden?: boolean }) =>
      hidden !== true && veryHidden !== true;
    return (await readXlsx(bytes, { range: read, sheets })).sheets;
  } catch (error) {
    if (!(error instanceof HucreError)) throw error;
    // A forgotten cell in the last row makes a sheet of millions; the reader says so in words only.
    return {
      code: /over the \d+ limit/u.test(error.message) ? 'workbook-too-large' : 'workbook-not-readable',
    };
  }
};

const rowsOf = ({ rows, merges = [] }: Sheet): RosterTableRow[] => {
  const written = rows.map((row) => row.map(cellText));
  for (const merge of merges) fillDown(written, merge);
  return written
    .map((cells, index) => ({ line: index + 1, cells: cells.slice(0, lastFilled(cells) + 1) }))
    .filter(({ cells }) => cells.length > 0);
};

/** A cell merged over several lines is meant for each of them; one merged over several columns is for the first. */
const fillDown = (rows: string[][], { startRow, endRow, startCol }: MergeRange): void => {
  const value = rows[startRow]?.[startCol] ?? '';
  for (let row = startRow + 1; row <= Math.min(endRow, rows.length - 1); row += 1) {
    const cells = rows[row];
    // A line with nothing of its own is no participant.
    if (cells?.some((cell) => cell !== '')) cells[startCol] = value;
  }
};

const lastFilled = (cells: readonly string[]): number => cells.findLastIndex((cell) => cell.trim() !== '');

/** Results of formulas are those that were saved: nothing is run. A workbook's dates know no zone. */
const cellText = (value: CellValue): string => {
  if (value === null) return '';
  if (!(value instanceof Date)) return String(value);
  const [day = '', time = ''] = value.toISOString().split('T');
  return time.startsWith('00:00:00') ? day : `${day} ${time.slice(0, 5)}`;
};
