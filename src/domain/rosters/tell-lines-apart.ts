import { isDeepStrictEqual } from 'node:util';
import { meaningOfHeading } from './heading-meaning.ts';
import type { LocatedColumns } from './locate-columns.ts';
import { type RosterColumn, trainingColumns } from './roster-columns.ts';
import type { RosterTable, RosterTableRow } from './roster-table.ts';
import { cleanCell, readCode } from './roster-text.ts';

/** A line that is about the list and not on it, and what it was taken for. */
export interface Aside {
  readonly line: number;
  readonly kind: 'above' | 'headings' | 'total' | 'note';
  /** What it begins with. */
  readonly text: string;
}

export interface LinesToldApart {
  readonly participants: readonly RosterTableRow[];
  readonly asides: readonly Aside[];
  /** Lines with a participant and no training: as under merged cells it is the one of the line above. */
  readonly continued: readonly number[];
}

const totalWords =
  /^(?:[合总小共]\s*计|总\s*(?:数|人数|和)|共\s*\d+|人数|(?:grand |sub-?)?total|sum\b|count\b|number of (?:participants|people))/iu;
const noteWords =
  /^(?:备注|注意?\s*[：:]|附注|说明|提示|制表|填表|填报|审核|审批|批准|统计|打印|导出|更新|截[至止]|以上|以下|本表|第\s*\d+\s*页|notes?\b|nb\b|n\.b\.|remarks?\b|please\b|generated\b|exported\b|printed\b|prepared\b|created\b|report\b|confidential|page \d|end of\b|last updated|source\s*:|[*※†—]|-{2,}|={2,})/iu;

/** Tells who is on a list from repeated headings, totals and notes: none of these has an address. */
export const tellLinesApart = (table: RosterTable, located: LocatedColumns): LinesToldApart => {
  const participants: RosterTableRow[] = [];
  const asides: Aside[] = [];
  const continued: number[] = [];
  const facts = [...located.places].filter(([column]) => trainingColumns.includes(column));
  const above = new Set(table.above);
  let last: RosterTableRow | undefined;
  for (const row of [...above, ...table.rows]) {
    const kind = above.has(row) ? aboveKind(row, located) : asideKind(row, table, located);
    if (kind !== undefined) {
      asides.push({ line: row.line, kind, text: filledCells(row)[0] ?? '' });
      continue;
    }
    const own = last !== undefined && isContinued(row, located, facts) ? withFacts(row, last, facts) : row;
    if (own !== row) continued.push(row.line);
    participants.push(own);
    last = own;
  }
  return { participants, asides, continued };
};

const filledCells = ({ cells }: RosterTableRow): string[] =>
  cells.map(cleanCell).filter((cell) => cell !== '');

/** A sheet that was sorted with its headings has participants above them. */
const aboveKind = (row: RosterTableRow, { cellOf, places }: LocatedColumns): 'above' | undefined => {
  const isOnTheList = (cellOf.get('email')?.(row.cells) ?? '').includes('@');
  return isOnTheList && filledCells(row).length * 2 >= places.size ? undefined : 'above';
};

const asideKind = (
  row: RosterTableRow,
  table: RosterTable,
  located: LocatedColumns,
): Aside['kind'] | undefined => {
  const filled = filledCells(row);
  if (filled.some((cell) => /[@＠]/u.test(cell))) return undefined;
  if (isHeadings(row, table)) return 'headings';
  const [first = ''] = filled;
  const say = (column: RosterColumn): string => located.cellOf.get(column)?.(row.cells) ?? '';
  if (totalWords.test(first) && [say('email'), say('name')].every(isNoPerson)) return 'total';
  // The title on the next page.
  if (table.above?.some((other) => isDeepStrictEqual(filledCells(other), filled)) === true) return 'note';
  const ours = new Set(located.places.values());
  // Lines numbered beforehand, and remarks in columns that are not read.
  if (!row.cells.some((cell, place) => ours.has(place) && cleanCell(cell) !== '')) return 'note';
  if (filled.length === 1 && first !== say('name') && first !== say('email') && isProse(first)) return 'note';
  return filled.every(isLabelled) ? 'note' : undefined;
};

/** In its own line a total has numbers, or itself. */
const isNoPerson = (cell: string): boolean => cell === '' || /^[\d\s]+/u.test(cell) || totalWords.test(cell);

/** What no code of a training can be. */
const isProse = (text: string): boolean => noteWords.test(text) || 'trouble' in readCode(text);

/** `制表人：王芳`, `Date: 2026-08-01`, and notes. */
const isLabelled = (text: string): boolean => noteWords.test(text) || /^\p{L}[\p{L} ]*[：:]/u.test(text);

/** The headings once more (a page further down, or in another language): most of its cells mean what stands above them. */
const isHeadings = ({ cells }: RosterTableRow, { headings }: RosterTable): boolean => {
  const filled = cells.flatMap((cell, place) => (cleanCell(cell) === '' ? [] : [[cell, place] as const]));
  const alike = filled.filter(([cell, place]) => {
    const meaning = meaningOfHeading(cell)?.meaning;
    const above = headings[place] ?? '';
    return (
      cleanCell(cell) === cleanCell(above) ||
      (meaning !== undefined && meaning === meaningOfHeading(above)?.meaning)
    );
  });
  return alike.length >= 3 && alike.length * 2 > filled.length;
};

/** Several columns, all of them empty: a single one that is empty was forgotten. */
const isContinued = (
  { cells }: RosterTableRow,
  { cellOf }: LocatedColumns,
  facts: readonly (readonly [RosterColumn, number])[],
): boolean =>
  facts.length >= 3 &&
  facts.every(([, place]) => cleanCell(cells[place] ?? '') === '') &&
  (['name', 'email'] as const).every((column) => cellOf.get(column)?.(cells) !== '');

const withFacts = (
  row: RosterTableRow,
  above: RosterTableRow,
  facts: readonly (readonly [RosterColumn, number])[],
): RosterTableRow => {
  const cells = [...row.cells];
  for (const [, place] of facts) cells[place] = above.cells[place] ?? '';
  return { ...row, cells };
};
