import { checkRosterRow } from './check-roster-row.ts';
import { locateColumns } from './locate-columns.ts';
import { inOneInstructorOrder } from './one-instructor-order.ts';
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
  /** Lines with something wrong; with a problem of the whole file, all of them. */
  readonly badLines: number;
}

/** Judges a roster line by line and the lines against each other. An empty zone means `defaultTimeZone`. */
export const checkRoster = (table: RosterTable, defaultTimeZone: string): CheckedRoster => {
  const located = locateColumns(table);
  const { places, cellOf, ignored } = located;
  const { participants, asides, continued } = tellLinesApart(table, located);
  const fileProblems: RosterProblem[] = [...located.problems];
  if (participants.length === 0) fileProblems.push({ code: 'no-participants', line: table.headingLine });
  if (participants.length > mostRows) {
    fileProblems.push({ code: 'too-many-rows', line: 0, details: { limit: mostRows } });
  }
  if (fileProblems.length > 0) {
    const badLines = participants.length;
    return { rows: [], problems: fileProblems, ignoredHeadings: ignored, badLines, asides, continued };
  }

  const sayDates = ['start', 'end'] as const;
  const dates = participants.flatMap(({ cells }) =>
    sayDates.map((column) => cellOf.get(column)?.(cells) ?? ''),
  );
  const context = { places, cellOf, headings: table.headings, defaultTimeZone, readDate: readDatesOf(dates) };
  const problems: RosterProblem[] = [];
  const whole: RosterRow[] = [];
  for (const raw of participants) {
    const checked = checkRosterRow(raw, context);
    if ('row' in checked) whole.push(checked.row);
    else problems.push(...checked.problems);
  }
  for (const problem of rosterDisagreements(whole)) {
    const heading = table.headings[problem.column === undefined ? -1 : (places.get(problem.column) ?? -1)];
    problems.push(heading === undefined ? problem : { ...problem, heading });
  }
  const bad = new Set(problems.map((problem) => problem.line));
  return {
    rows: eachOnce(inOneInstructorOrder(whole.filter((row) => !bad.has(row.line)))),
    problems: problems.toSorted((a, b) => a.line - b.line),
    ignoredHeadings: ignored,
    badLines: bad.size,
    asides,
    continued,
  };
};

/** The same participant twice with the same words is no contradiction: the first line stands. */
const eachOnce = (rows: readonly RosterRow[]): RosterRow[] =>
  [...new Map(rows.toReversed().map((row) => [`${row.code}\n${row.email}`, row])).values()].toSorted(
    (a, b) => a.line - b.line,
  );
