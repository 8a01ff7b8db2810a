import { sameWords } from './one-spelling.ts';
import type { RosterColumn } from './roster-columns.ts';
import type { RosterProblemCode } from './roster-problem.ts';
import type { RosterRow } from './roster-row.ts';

interface Agreement {
  readonly code: RosterProblemCode;
  /** Rows with the same key speak of the same thing … */
  readonly key: (row: RosterRow) => string;
  /** … and must say the same about it in these columns. */
  readonly about: ReadonlyMap<RosterColumn, (row: RosterRow) => string>;
}

/** `otherLine`: the first that says it otherwise; `most`: how many lines say that, where they are the most. */
interface Disagreement {
  readonly code: RosterProblemCode;
  readonly line: number;
  readonly column: RosterColumn;
  readonly details: { readonly otherLine: number; readonly most: number };
}

const agreements: readonly Agreement[] = [
  {
    code: 'training-differs',
    key: (row) => row.code.toLowerCase(),
    about: new Map([
      ['training_code', (row) => row.code],
      ['course', (row) => sameWords(row.course)],
      ['title', (row) => sameWords(row.title)],
      ['mode', (row) => row.mode],
      ['source', (row) => row.source],
      ['length', (row) => row.length],
      ['start', (row) => row.start],
      ['end', (row) => row.end],
      ['time_zone', (row) => row.timeZone],
      ['instructor_emails', (row) => row.instructorEmails.toSorted().join('; ')],
      ['training_status', (row) => String(row.cancelled ?? false)],
    ]),
  },
  {
    code: 'person-twice',
    key: (row) => `${row.code.toLowerCase()}\n${row.email}`,
    about: new Map([
      ['department', (row) => sameWords(row.department)],
      ['manager_email', (row) => row.managerEmail ?? ''],
      ['withdrawn', (row) => String(row.withdrawn)],
    ]),
  },
  { code: 'name-differs', key: (row) => row.email, about: new Map([['name', (row) => sameWords(row.name)]]) },
];

/**
 * Lines that contradict each other. Where most lines of a group agree, the others are at fault; where no
 * value has the most, all are. What is left after dropping them agrees, whatever the order of the lines.
 */
export const rosterDisagreements = (rows: readonly RosterRow[]): Disagreement[] =>
  agreements.flatMap(({ code, key, about }) =>
    [...Map.groupBy(rows, key).values()]
      .filter((group) => group.length > 1)
      .flatMap((group) => [...about].flatMap(([column, say]) => disagreement(group, column, say, code))),
  );

const disagreement = (
  group: readonly RosterRow[],
  column: RosterColumn,
  say: (row: RosterRow) => string,
  code: RosterProblemCode,
): Disagreement[] => {
  const camps = [...Map.groupBy(group, say)].sort(([, a], [, b]) => b.length - a.length);
  const [largest, second] = camps;
  if (largest === undefined || second === undefined) return [];
  const tied = largest[1].length === second[1].length;
  return camps.flatMap(([, camp]) => {
    const other = camp === largest[1] ? second : largest;
    if (!tied && camp === largest[1]) return [];
    const otherLine = Math.min(...other[1].map((row) => row.line));
    const details = { otherLine, most: tied ? 0 : largest[1].length };
    return camp.map((row) => ({ code, line: row.line, column, details }));
  });
};
