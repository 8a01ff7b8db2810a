import { CsvError, parse } from 'csv-parse/sync';
import type { RosterProblem } from '../domain/trainings/roster-problem.ts';
import type { RosterTable, RosterTableRow } from '../domain/trainings/roster-table.ts';
import { decodeRoster } from './decode-roster.ts';

/** 20,000 participants need about 4 MB; what is far larger is not a roster, or would not fit into one document. */
const largestFile = 6 * 1024 * 1024;
const mostColumns = 100;

/** Reads a roster file's bytes: text in any of a spreadsheet's encodings; commas, semicolons or tabs. */
export const readRosterFile = (
  bytes: Uint8Array,
): { readonly table: RosterTable } | { readonly problem: RosterProblem } => {
  if (bytes.length === 0) return { problem: { code: 'file-empty', line: 0 } };
  if (bytes.length > largestFile) {
    return { problem: { code: 'file-too-large', line: 0, details: { limitMegabytes: 6 } } };
  }
  const decoded = decodeRoster(bytes);
  if ('code' in decoded) return { problem: { code: decoded.code, line: 0 } };
  return readTable(decoded.text.replace(/^\ufeff/u, '').replace(/\r\n?/gu, '\n'));
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
  const [head, ...body] = rows;
  if (head === undefined) return { problem: { code: 'file-empty', line: 0 } };
  if (head.cells.length > mostColumns) {
    return { problem: { code: 'too-many-columns', line: head.line, details: { limit: mostColumns } } };
  }
  return { table: { headingLine: head.line, headings: head.cells, rows: body } };
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
