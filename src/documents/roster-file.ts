import { plainHeading } from '../domain/rosters/heading-meaning.ts';
import {
  type HeadingMemoryStore,
  type SaidMeaning,
  type SaidMeanings,
  saidTogether,
  shapeOf,
} from '../domain/rosters/heading-memory.ts';
import { headingRow, mostRowsAbove } from '../domain/rosters/heading-row.ts';
import type { RosterProblem } from '../domain/rosters/roster-problem.ts';
import type { RosterTable, RosterTableRow } from '../domain/rosters/roster-table.ts';
import { decodeRoster } from './decode-roster.ts';
import { readSeparatedText } from './read-separated-text.ts';
import { readWorkbook } from './read-workbook.ts';
import { tellFileKind } from './tell-file-kind.ts';

/** 20,000 participants need about 4 MB; what is far larger is not a roster, or would not fit into one document. */
const largestFile = 6 * 1024 * 1024;
const mostColumns = 100;

/** What whoever imports says of the file. */
export interface RosterReading {
  readonly encoding?: string;
  /** The sheet of a workbook that is meant. */
  readonly sheet?: string;
  /** Headings, and the columns they mean. */
  readonly map?: SaidMeanings;
  /** What was said of files of these shapes before. */
  readonly recall?: HeadingMemoryStore['recall'];
}

type ReadRoster = { readonly table: RosterTable } | { readonly problem: RosterProblem };

/** Reads a roster file's bytes: a workbook, or text in any of a spreadsheet's encodings and separators. */
export const readRosterFile = async (
  bytes: Uint8Array,
  { encoding, sheet, map = new Map(), recall = async () => undefined }: RosterReading = {},
): Promise<ReadRoster> => {
  if (bytes.length === 0) return { problem: { code: 'file-empty', line: 0 } };
  if (bytes.length > largestFile) {
    return { problem: { code: 'file-too-large', line: 0, details: { limitMegabytes: 6 } } };
  }
  const kind = tellFileKind(bytes);
  if (kind !== undefined && kind !== 'workbook') return { problem: { code: kind, line: 0 } };
  const content =
    kind === 'workbook'
      ? await readWorkbook(bytes, { sheet, said: plainHeadings(map) })
      : decodeRoster(bytes, encoding);
  if ('code' in content) return { problem: { line: 0, ...content } };
  const read = 'rows' in content ? content : readSeparatedText(content.text, plainHeadings(map));
  if ('problem' in read) return read;
  const recalled = await recall(read.rows.slice(0, mostRowsAbove).map(({ cells }) => shapeOf(cells)));
  return tableOf(read, map, recalled ?? new Map());
};

const plainHeadings = (map: SaidMeanings): ReadonlySet<string> => new Set([...map.keys()].map(plainHeading));

/** Headings, and what stands below them; without any that are known the first row is taken for them. */
const tableOf = (
  { rows, sheet }: { readonly rows: readonly RosterTableRow[]; readonly sheet?: string },
  map: SaidMeanings,
  recalled: SaidMeanings,
): ReadRoster => {
  const at = headingRow(rows, plainHeadings(saidTogether(recalled, map))) ?? 0;
  const head = rows[at];
  if (head === undefined) return { problem: { code: 'file-empty', line: 0 } };
  if (head.cells.length > mostColumns) {
    return { problem: { code: 'too-many-columns', line: head.line, details: { limit: mostColumns } } };
  }
  const table = {
    headingLine: head.line,
    headings: head.cells,
    rows: rows.slice(at + 1),
    ...(at === 0 ? {} : { above: rows.slice(0, at) }),
    ...(sheet === undefined ? {} : { sheet }),
  };
  return sayMeanings(table, map, recalled);
};

/** A heading that is not in the file is somebody's slip of the pen and refused, not passed over. */
const sayMeanings = (table: RosterTable, map: SaidMeanings, recalled: SaidMeanings): ReadRoster => {
  const placeOf = (heading: string): number =>
    table.headings.findIndex((other) => plainHeading(other) === plainHeading(heading));
  const absent = [...map.keys()].find((heading) => placeOf(heading) === -1);
  if (absent !== undefined) {
    const details = { headings: table.headings.join(', ') };
    return { problem: { code: 'heading-not-there', line: table.headingLine, value: absent, details } };
  }
  // What was said of a file of whose rows another one looked like the headings.
  const before = new Map([...recalled].filter(([heading]) => placeOf(heading) !== -1));
  const meanings = saidTogether(before, map);
  if (meanings.size === 0) return { table };
  const said = new Map(
    [...meanings].map(([heading, meaning]): [number, SaidMeaning] => [placeOf(heading), meaning]),
  );
  const kept = new Map(
    [...before].filter(([heading, meaning]) => meanings.get(heading) === meaning && !map.has(heading)),
  );
  return { table: { ...table, said, ...(kept.size === 0 ? {} : { recalled: kept }) } };
};
