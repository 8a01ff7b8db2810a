import { dayInZone } from './day-in-zone.ts';
import type { LocatedColumns } from './locate-columns.ts';
import type { Reading } from './reading.ts';
import { trouble } from './reading.ts';
import {
  readCancelled,
  readEnrolment,
  readLength,
  readMode,
  readSource,
  readWithdrawn,
} from './roster-choices.ts';
import type { RosterColumn } from './roster-columns.ts';
import { readEmail, readEmails } from './roster-email.ts';
import type { RosterProblem } from './roster-problem.ts';
import type { RosterRow } from './roster-row.ts';
import type { RosterTableRow } from './roster-table.ts';
import { cleanCell, readCode, readName, readText } from './roster-text.ts';
import { readTimeZone } from './roster-time-zone.ts';

/** How people write that there is nobody, or nothing to say. */
const nothing = /^(?:-+|—+|\/|无|無|没有|n\/?a|none|null|nil)$/iu;

interface RowContext extends Pick<LocatedColumns, 'places' | 'cellOf' | 'saysEnrolment'> {
  readonly headings: readonly string[];
  readonly defaultTimeZone: string;
  readonly readDate: (text: string) => Reading<string>;
}

/** Reads one line; everything wrong with it is named, not only the first. */
export const checkRosterRow = (
  raw: RosterTableRow,
  context: RowContext,
): { row: RosterRow } | { problems: RosterProblem[] } => {
  const problems: RosterProblem[] = [];
  const cell = (column: RosterColumn): string => context.cellOf.get(column)?.(raw.cells) ?? '';
  const object = (column: RosterColumn, code: RosterProblem['code'], details?: RosterProblem['details']) => {
    const value = cell(column);
    const heading = context.headings[context.places.get(column) ?? -1];
    problems.push({
      code,
      line: raw.line,
      column,
      value,
      ...(heading === undefined ? {} : { heading }),
      ...(details === undefined ? {} : { details }),
    });
    return undefined;
  };
  const read = <T>(column: RosterColumn, reader: (text: string) => Reading<T>, empty?: T): T | undefined => {
    const text = cell(column);
    if (text === '' || (empty !== undefined && nothing.test(text)))
      return empty === undefined ? object(column, 'cell-empty') : empty;
    const reading = reader(text);
    return 'value' in reading ? reading.value : object(column, reading.trouble.code, reading.trouble.details);
  };

  const surplus = raw.cells.slice(context.headings.length).find((cell) => cleanCell(cell) !== '');
  if (surplus !== undefined)
    problems.push({ code: 'too-many-cells', line: raw.line, value: cleanCell(surplus) });

  const timeZone = read('time_zone', readTimeZone, context.defaultTimeZone);
  const readDay = (text: string): Reading<string> => {
    const reading = context.readDate(text);
    if (!('value' in reading) || timeZone === undefined) return reading;
    const other = dayInZone(text, timeZone);
    return other === undefined ? reading : trouble('date-ambiguous', { one: reading.value, other });
  };
  const managerEmail = read('manager_email', readEmail, '');
  const row = {
    line: raw.line,
    code: read('training_code', readCode),
    course: read('course', readText),
    title: read('title', readText),
    mode: read('mode', readMode),
    source: read('source', readSource),
    length: read('length', readLength),
    start: read('start', readDay),
    end: read('end', readDay),
    timeZone,
    instructorEmails: read('instructor_emails', readEmails, []),
    name: read('name', readName),
    email: read('email', readEmail),
    department: read('department', readText),
    ...(context.places.has('withdrawn')
      ? { withdrawn: read('withdrawn', context.saysEnrolment ? readEnrolment : readWithdrawn, false) }
      : {}),
    ...(context.places.has('training_status')
      ? { cancelled: read('training_status', readCancelled, false) }
      : {}),
    ...(managerEmail === undefined || managerEmail === '' ? {} : { managerEmail }),
  };
  if (context.places.get('start') === context.places.get('end')) onlyOnce(problems);
  if (row.start !== undefined && row.end !== undefined && row.end < row.start) {
    object('end', 'end-before-start', { start: row.start });
  }
  if (row.email !== undefined && row.email === managerEmail) object('manager_email', 'manager-is-self');
  return problems.length === 0 && isWhole(row) ? { row } : { problems };
};

/** One cell says both days: what is wrong with it is said once, and how both are written in it. */
const onlyOnce = (problems: RosterProblem[]): void => {
  const [first, ...others] = problems.filter(({ column }) => column === 'start' || column === 'end');
  if (first === undefined) return;
  const isAmbiguous = first.code === 'date-ambiguous' || first.code === 'cell-empty';
  const said = isAmbiguous ? first : { ...first, code: 'dates-not-understood' as const };
  problems.splice(problems.indexOf(first), 1, said);
  for (const other of others) problems.splice(problems.indexOf(other), 1);
};

const isWhole = (row: { [K in keyof RosterRow]: RosterRow[K] | undefined }): row is RosterRow =>
  Object.values(row).every((value) => value !== undefined);
