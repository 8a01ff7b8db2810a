import { isDeepStrictEqual } from 'node:util';
import { meaningOfHeading } from './heading-meaning.ts';
import { isContactNote, isLabelled, isNoteText, isSection, isTotalText } from './list-words.ts';
import type { LocatedColumns } from './locate-columns.ts';
import { type RosterColumn, trainingColumns } from './roster-columns.ts';
import { readEmail } from './roster-email.ts';
import type { RosterProblem } from './roster-problem.ts';
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
  /** Lines after which it is not clear any more who is on the list, or what stands where. */
  readonly problems: readonly RosterProblem[];
}

/** Tells who is on a list from repeated headings, totals and notes: none of these has an address. */
export const tellLinesApart = (table: RosterTable, located: LocatedColumns): LinesToldApart => {
  const participants: RosterTableRow[] = [];
  const asides: Aside[] = [];
  const continued: number[] = [];
  const problems: RosterProblem[] = [];
  let section: RosterProblem | undefined;
  const above = new Set(table.above);
  let last: RosterTableRow | undefined;
  for (const row of [...above, ...table.rows]) {
    const kind = above.has(row) ? aboveKind(row, located) : asideKind(row, table, located);
    if (kind !== undefined) {
      const text = filledCells(row)[0] ?? '';
      asides.push({ line: row.line, kind, text });
      if (kind === 'headings' && isMoved(row, table))
        problems.push({ code: 'headings-moved', line: row.line });
      if (isSectionLine(kind, text)) section = { code: 'section-unclear', line: row.line, value: text };
      // What stands between two lines parts them: nothing is carried over it.
      last = undefined;
      continue;
    }
    if (section !== undefined) problems.push(section);
    section = undefined;
    const own: WithAbove = last === undefined ? row : withAbove(row, last, located);
    if (own.isContinued) continued.push(row.line);
    participants.push({ line: row.line, cells: own.cells });
    last = own;
  }
  return { participants, asides, continued, problems };
};

const filledCells = ({ cells }: RosterTableRow): string[] =>
  cells.map(cleanCell).filter((cell) => cell !== '');

/** A title above all is short; what is longer says what to do with people who cancel. */
const longestTitle = 20;
const isSectionLine = (kind: Aside['kind'], text: string): boolean =>
  isSection(text) && (kind === 'note' || (kind === 'above' && text.length <= longestTitle));

/** A sheet that was sorted with its headings has participants above them. */
const aboveKind = (row: RosterTableRow, { cellOf, places }: LocatedColumns): 'above' | undefined => {
  const filled = filledCells(row);
  const isLine = filled.length * 2 > places.size && !filled.every(isLabelled);
  return isLine || 'value' in readEmail(cellOf.get('email')?.(row.cells) ?? '') ? undefined : 'above';
};

const addressed = /[@＠]|[([]at[)\]]/iu;
/** Whom to ask stands in a cell or a few. */
const mostInContact = 4;

const asideKind = (
  row: RosterTableRow,
  table: RosterTable,
  located: LocatedColumns,
): Aside['kind'] | undefined => {
  const isAddressed = row.cells.some((cell) => addressed.test(cell));
  // Nearly every line: spared all that follows.
  if (isAddressed && row.cells.filter((cell) => cell !== '').length > mostInContact) return undefined;
  const filled = filledCells(row);
  if (isAddressed) return filled.every(isContactNote) ? 'note' : undefined;
  if (isHeadings(row, table)) return 'headings';
  const [first = ''] = filled;
  if (
    isTotalText(first) &&
    filled.every((cell) => /^\d/u.test(cell) || isTotalText(cell) || isLabelled(cell))
  )
    return 'total';
  // The title on the next page.
  if (table.above?.some((other) => isDeepStrictEqual(filledCells(other), filled)) === true) return 'note';
  const ours = new Set(located.places.values());
  // Lines numbered beforehand, and remarks in columns that are not read.
  if (!row.cells.some((cell, place) => ours.has(place) && cleanCell(cell) !== '')) return 'note';
  const say = (column: RosterColumn): string => located.cellOf.get(column)?.(row.cells) ?? '';
  // What no code of a training can be.
  const isProse = isNoteText(first) || 'trouble' in readCode(first);
  if (filled.length === 1 && first !== say('name') && first !== say('email') && isProse) return 'note';
  return filled.every(isLabelled) ? 'note' : undefined;
};

const meaningsOf = ({ cells }: RosterTableRow, { headings }: RosterTable) =>
  cells.flatMap((cell, place) => {
    if (cleanCell(cell) === '') return [];
    const above = headings[place] ?? '';
    const meaning = meaningOfHeading(cell)?.meaning;
    const isSame = cleanCell(cell) === cleanCell(above);
    return { meaning, isSame, above: meaningOfHeading(above)?.meaning };
  });

/** The headings once more (a page further down, or in another language): most of its cells are headings. */
const isHeadings = (row: RosterTableRow, table: RosterTable): boolean => {
  const cells = meaningsOf(row, table);
  const headings = cells.filter(({ meaning, isSame }) => isSame || meaning !== undefined);
  return headings.length >= 3 && headings.length * 2 > cells.length;
};

/** They mean other columns than the ones above: what stands below them is not where it is looked for. */
const isMoved = (row: RosterTableRow, table: RosterTable): boolean =>
  meaningsOf(row, table).some(
    ({ meaning, isSame, above }) => !isSame && meaning !== undefined && meaning !== above,
  );

interface WithAbove extends RosterTableRow {
  readonly isContinued?: true;
}

/** What looks empty has a few blanks, or marks that are not seen. */
const longestBlank = 20;

/** How people write that a cell says what the one above it says. */
const ditto = /^(?:同上|同前|〃|″|"|''|″|ditto|same as above|as above)$/iu;

/**
 * What is not written again: cells that say so, and under merged cells all that is said of a training. A single one of these that is
 * empty was forgotten.
 */
const withAbove = (
  row: RosterTableRow,
  above: RosterTableRow,
  { cellOf, places }: LocatedColumns,
): WithAbove => {
  const cells = [...row.cells];
  for (const place of places.values())
    if (ditto.test((cells[place] ?? '').trim())) cells[place] = above.cells[place] ?? '';
  const facts = [...places].filter(([column]) => trainingColumns.includes(column)).map(([, place]) => place);
  const isContinued =
    facts.length >= 3 &&
    facts.every(
      (place) => (cells[place] ?? '').length < longestBlank && cleanCell(cells[place] ?? '') === '',
    ) &&
    (['name', 'email'] as const).every((column) => cellOf.get(column)?.(cells) !== '');
  if (!isContinued) return { ...row, cells };
  for (const place of facts) cells[place] = above.cells[place] ?? '';
  return { ...row, cells, isContinued };
};
