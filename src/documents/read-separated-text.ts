import { CsvError, parse } from 'csv-parse/sync';
import { countHeadings, mostRowsAbove } from '../domain/rosters/heading-row.ts';
import type { RosterProblem } from '../domain/rosters/roster-problem.ts';
import type { RosterTableRow } from '../domain/rosters/roster-table.ts';

/** What Excel writes, or reads, on a first line of its own to say what divides the cells. */
const separatorLine = /^"?sep=(.)"?[^\S\n]*(?=\n|$)/iu;

type ReadRows = { readonly rows: readonly RosterTableRow[] } | { readonly problem: RosterProblem };

/** Rows of a text whose cells are divided by commas, semicolons, tabs or bars. `said`: headings beside those that are known. */
export const readSeparatedText = (decoded: string, said: ReadonlySet<string>): ReadRows => {
  const whole = decoded.replace(/^\ufeff/u, '').replace(/\r\n?/gu, '\n');
  const [line = '', separator] = separatorLine.exec(whole) ?? [];
  const text = whole.slice(line.length);
  const delimiter = separator ?? delimiterOf(text, said);
  const read = rowsOf(text, delimiter);
  if ('rows' in read) return read;
  const marked = withoutTextMarks(text, delimiter);
  return marked === text ? read : rowsOf(marked, delimiter);
};

const rowsOf = (text: string, delimiter: string): ReadRows => {
  const rows: RosterTableRow[] = [];
  let lastLine = 0;
  let swallowed: number | undefined;
  try {
    parse(text, {
      delimiter,
      // A space before a quote; between tabs a cell may be nothing but white.
      ltrim: delimiter !== '\t',
      relax_column_count: true,
      skip_records_with_empty_values: true,
      on_record: (cells: string[], { lines }) => {
        // `lines` counts to the record's end; a cell may span several.
        lastLine = lines;
        const line = lines - cells.join('').split('\n').length + 1;
        swallowed ??= cells.some((cell) => holdsLines(cell, delimiter)) ? line : undefined;
        rows.push({ line, cells });
        return null;
      },
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const code = error.code === 'CSV_QUOTE_NOT_CLOSED' ? 'quote-not-closed' : 'quote-misplaced';
    return { problem: { code, line: nextFilledLine(text, lastLine) } };
  }
  return swallowed === undefined ? { rows } : { problem: { code: 'quote-not-closed', line: swallowed } };
};

/** A quote that was opened on one line and closed on another takes people between into one cell; a remark of several lines does not. */
const holdsLines = (cell: string, delimiter: string): boolean =>
  cell.includes('\n') &&
  cell.split('\n').some((line) => line.includes('@') && line.split(delimiter).length > 4);

/** `="0012"`: how systems keep Excel from making a number of a text; its quotes stand where none may be. */
const withoutTextMarks = (text: string, delimiter: string): string => {
  const mark = `\\u{${delimiter.codePointAt(0)?.toString(16)}}`;
  return text.replace(new RegExp(`(?<=^|${mark})="([^"\\n]*)"(?=${mark}|$)`, 'gmu'), '"$1"');
};

const delimiters = [',', ';', '\t', '|', '，', '；'];

/** What divides one of the first lines into most headings; else what the first line has most of (unquoted headings contain none). */
const delimiterOf = (text: string, said: ReadonlySet<string>): string => {
  const lines = text.split('\n', mostRowsAbove).map((line) => line.replace(/"([^"]*)"/gu, '$1'));
  const headings = (delimiter: string): number =>
    Math.max(...lines.map((line) => countHeadings(line.split(delimiter), said)));
  const parts = (delimiter: string): number =>
    (/^.*\S.*$/mu.exec(text)?.[0] ?? '').replace(/"[^"]*"/gu, '').split(delimiter).length;
  const [first = ','] = delimiters.toSorted(
    (one, other) => headings(other) - headings(one) || parts(other) - parts(one),
  );
  return first;
};

/** The line on which the record begins that could not be read. */
const nextFilledLine = (text: string, after: number): number => {
  const offset = text
    .split('\n')
    .slice(after)
    .findIndex((line) => /[^\s,;]/u.test(line));
  return after + 1 + Math.max(offset, 0);
};
