import { checkRosterRow } from './check-roster-row.ts';
import { locateColumns } from './locate-columns.ts';
import { inOneInstructorOrder } from './one-instructor-order.ts';
import { inOneSpelling } from './one-spelling.ts';
import { readDatesOf } from './roster-date.ts';
import { rosterDisagreements } from './roster-disagreements.ts';
import type { RosterProblem } from './roster-problem.ts';
import type { RosterRow } from './roster-row.ts';
import type { RosterTable } from './roster-table.ts';
import { type LinesToldApart, tellLinesApart } from './tell-lines-apart.ts';

/** So many are checked and imported within a minute; more are several files. */
export const mostRows = 20_000;

export interface CheckedRoster extends Pick<LinesToldApart, 'asides' | 'continued'> {
  /** The lines nothing is wrong with, each participant of a training once. */
  readonly rows: readonly RosterRow[];
  /** In the order of the file. */
  readonly problems: readonly RosterProblem[];
  readonly ignoredHeadings: readonly string[];
  /** Headings of columns that name instructors or managers without an address: nobody can be told by that. */
  readonly namesOnly: readonly string[];
  /** Lines with something wrong; with a problem of the whole file, all of them. */
  readonly badLines: number;
}

/** Judges a roster line by line and the lines against each other. An empty zone means `defaultTimeZone`. */
export const checkRoster = (table: RosterTable, defaultTimeZone: string): CheckedRoster => {
  const located = locateColumns(table);
  const { places, cellOf, saysEnrolment, ignored, namesOnly } = located;
  const { participants, asides, continued, problems: doubts } = tellLinesApart(table, located);
  const unread = { ignoredHeadings: ignored, namesOnly, asides, continued };
  const fileProblems: RosterProblem[] = [...located.problems, ...doubts];
  // A letter, whose lines are no participants, is told what a roster has.
  if (participants.length === 0 && (table.rows.length === 0 || located.problems.length === 0))
    fileProblems.push({ code: 'no-participants', line: table.headingLine });
  if (participants.length > mostRows) {
    fileProblems.push({ code: 'too-many-rows', line: 0, details: { limit: mostRows } });
  }
  if (fileProblems.length > 0) {
    const badLines = participants.length;
    return { rows: [], problems: fileProblems, badLines, ...unread };
  }

  const sayDates = ['start', 'end'] as const;
  const dates = participants.flatMap(({ cells }) =>
    sayDates.map((column) => cellOf.get(column)?.(cells) ?? ''),
  );
  const context = {
    places,
    cellOf,
    saysEnrolment,
    headings: table.headings,
    defaultTimeZone,
    readDate: readDatesOf(dates),
  };
  const problems: RosterProblem[] = [];
  const whole: RosterRow[] = [];
  for (const raw of participants) {
    const checked = checkRosterRow(raw, context);
    if ('row' in checked) whole.push(checked.row);
    else problems.push(...checked.problems);
  }
  const lines = new Map(participants.map((raw) => [raw.line, raw]));
  for (const {
    column,
    line,
    details: { otherLine, ...details },
    ...problem
  } of rosterDisagreements(whole)) {
    const heading = table.headings[places.get(column) ?? -1];
    // As the cells have it, not as they were read.
    const cell = (at: number): string => cellOf.get(column)?.(lines.get(at)?.cells ?? []) ?? '';
    const said = { value: cell(line), details: { ...details, otherLine, other: cell(otherLine) } };
    problems.push({ ...problem, column, line, ...said, ...(heading === undefined ? {} : { heading }) });
  }
  const bad = new Set(problems.map((problem) => problem.line));
  return {
    rows: eachOnce(inOneSpelling(inOneInstructorOrder(whole.filter((row) => !bad.has(row.line))))),
    problems: problems.toSorted((a, b) => a.line - b.line),
    badLines: bad.size,
    ...unread,
  };
};

/** The same participant twice with the same words is no contradiction: the first line stands. */
const eachOnce = (rows: readonly RosterRow[]): RosterRow[] =>
  [...new Map(rows.toReversed().map((row) => [`${row.code}\n${row.email}`, row])).values()].toSorted(
    (a, b) => a.line - b.line,
  );
