import { CsvError, parse } from 'csv-parse/sync';
import { plainHeading, type RosterColumn } from '../domain/trainings/roster-columns.ts';
import type { RosterProblem } from '../domain/trainings/roster-problem.ts';
import type { RosterTable, RosterTableRow } from '../domain/trainings/roster-table.ts';
import { decodeRoster } from './decode-roster.ts';
import { readWorkbook } from './read-workbook.ts';
import { tellFileKind } from './tell-file-kind.ts';

/** 20,000 participants need about 4 MB; what is far larger is not a roster, or would not fit into one document. */
const largestFile = 6 * 1024 * 1024;
const mostColumns = 100;

/** What whoever imports says of the file. */
export interface RosterReading {
  readonly encoding?: string;
  /** Headings, and the columns they mean. */
  readonly map?: ReadonlyMap<string, RosterColumn>;
}

/** Reads a roster file's bytes: a workbook, or text in any of a spreadsheet's encodings; commas, semicolons or tabs. */
export const readRosterFile = async (
  bytes: Uint8Array,
  { encoding, map = new Map() }: RosterReading = {},
): Promise<{ readonly table: RosterTable } | { readonly problem: RosterProblem }> => {
  if (bytes.length === 0) return { problem: { code: 'file-empty', line: 0 } };
  if (bytes.length > largestFile) {
    return { problem: { code: 'file-too-large', line: 0, details: { limitMegabytes: 6 } } };
  }
  const kind = tellFileKind(bytes);
  if (kind !== undefined && kind !== 'workbook') return { problem: { code: kind, line: 0 } };
  const content = kind === 'workbook' ? await readWorkbook(bytes) : decodeRoster(bytes, encoding);
  if ('code' in content) return { problem: { line: 0, ...content } };
  const read =
    'rows' in content
      ? tableOf(content.rows, content.sheet)
      : readTable(content.text.replace(/^\ufeff/u, '').replace(/\r\n?/gu, '\n'));
  return 'table' in read ? sayMeanings(read.table, map) : read;
};

/** A heading that is not in the file is somebody's slip of the pen and refused, not passed over. */
const sayMeanings = (
  table: RosterTable,
  map: ReadonlyMap<string, RosterColumn>,
): { table: RosterTable } | { problem: RosterProblem } => {
  const said = new Map<number, RosterColumn>();
  for (const [heading, column] of map) {
    const place = table.headings.findIndex((other) => plainHeading(other) === plainHeading(heading));
    if (place === -1) {
      const details = { headings: table.headings.join(', ') };
      return { problem: { code: 'heading-not-there', line: table.headingLine, value: heading, details } };
    }
    said.set(place, column);
  }
  return { table: said.size === 0 ? table : { ...table, said } };
};

const readTable = (text: string): { table: RosterTable } | { problem: RosterProblem } => {
  const rows: RosterTableRow[] = [];
  let lastLine = 0;
  try {
    parse(text, {
      delimiter: delimiterOf(text),
      relax_column_count: true,
      skip_records_with_empty_values: true,
      on_record: (cells: string[], { lines }) => {
        // `lines` counts to the record's end; a cell may span several.
        lastLine = lines;
        rows.push({ line: lines - cells.join('').split('\n').length + 1, cells });
        return null;
      },
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const code = error.code === 'CSV_QUOTE_NOT_CLOSED' ? 'quote-not-closed' : 'quote-misplaced';
    return { problem: { code, line: nextFilledLine(text, lastLine) } };
  }
  return tableOf(rows);
};

const tableOf = (
  rows: readonly RosterTableRow[],
  sheet?: string,
): { table: RosterTable } | { problem: RosterProblem } => {
  const [head, ...body] = rows;
  if (head === undefined) return { problem: { code: 'file-empty', line: 0 } };
  if (head.cells.length > mostColumns) {
    return { problem: { code: 'too-many-columns', line: head.line, details: { limit: mostColumns } } };
  }
  const table = { headingLine: head.line, headings: head.cells, rows: body };
  return { table: sheet === undefined ? table : { ...table, sheet } };
};

/** The separator of the headings; an unquoted heading contains none of the others. */
const delimiterOf = (text: string): string => {
  const headings = (/^.*\S.*$/mu.exec(text)?.[0] ?? '').replace(/"[^"]*"/gu, '');
  const count = (delimiter: string) => headings.split(delimiter).length;
  return ['\t', ';'].find((delimiter) => count(delimiter) > count(',')) ?? ',';
};

/** The line on which the record begins that could not be read. */
const nextFilledLine = (text: string, after: number): number => {
  const offset = text
    .split('\n')
    .slice(after)
    .findIndex((line) => /[^\s,;]/u.test(line));
  return after + 1 + Math.max(offset, 0);
};
