import { isDeepStrictEqual } from 'node:util';
import type { PersonId, TrainingCode } from '../kernel/ids.ts';
import type { Person } from '../people/person.ts';
import type { RosterRow } from '../rosters/roster-row.ts';
import { type ChangeCounts, counted, nothingCounted } from '../trainings/change-counts.ts';
import type { Enrolment } from '../trainings/enrolment.ts';
import type { Training } from '../trainings/training.ts';
import type { KnownRoster } from './known-roster.ts';

type Change = keyof ChangeCounts;

/** Somebody whom rows name and who is not known yet, or by another name. */
export interface Naming {
  readonly email: string;
  readonly name: string;
  /** Not there: nobody is known by this address. */
  readonly before?: Person;
}

/** What a roster changes about somebody's line. */
export interface LineChange {
  readonly enrolment: Enrolment;
  readonly before?: Enrolment;
  readonly change: Change;
}

/** What a roster changes about a training. */
export interface TrainingChange {
  readonly training: Training;
  readonly before?: Training;
  readonly change: Change;
  readonly lines: readonly LineChange[];
  readonly participants: ChangeCounts;
}

/** Who is to appear, or to be called otherwise, because of these rows; each address once. */
export const namingsIn = (rows: readonly RosterRow[], people: KnownRoster['people']): Naming[] => {
  const names = new Map<string, string>();
  for (const { email, name, managerEmail, instructorEmails } of rows) {
    for (const other of [...instructorEmails, ...(managerEmail === undefined ? [] : [managerEmail])])
      names.set(other, names.get(other) ?? '');
    names.set(email, name);
  }
  return [...names].flatMap(([email, name]): Naming[] => {
    const before = people.get(email);
    if (before === undefined) return [{ email, name }];
    // Whoever was found to be the same under another address keeps their name.
    const stays = name === '' || before.name === name || (before.formerly && before.email !== email);
    return stays ? [] : [{ email, name, before }];
  });
};

/**
 * What the rows of one training change. Everybody in them is among `people` by now; `renamed`: the addresses of those who
 * were called otherwise before.
 */
export const trainingChange = (
  rows: readonly [RosterRow, ...RosterRow[]],
  known: KnownRoster,
  people: KnownRoster['people'],
  renamed: ReadonlySet<string>,
): TrainingChange => {
  const [first] = rows;
  const before = known.trainingOf(first.code);
  const training = trainingOf(first, before);
  const enrolled = new Map(known.enrolmentsOf(training.code).map((line) => [line.person, line]));
  const lines = onePerPerson(rows, people, renamed).map(({ id, row, isRenamed }): LineChange => {
    const manager = row.managerEmail === undefined ? undefined : people.get(row.managerEmail)?.id;
    const line = enrolled.get(id);
    const enrolment = enrolmentOf(training.code, id, row, manager, line);
    if (line === undefined) return { enrolment, change: 'new' };
    const stands = isDeepStrictEqual(line, enrolment) && !isRenamed;
    return { enrolment, before: line, change: stands ? 'unchanged' : 'changed' };
  });
  return {
    training,
    ...(before === undefined ? {} : { before }),
    change: before === undefined ? 'new' : isDeepStrictEqual(before, training) ? 'unchanged' : 'changed',
    lines,
    participants: lines.reduce((counts, { change }) => counted(counts, change), nothingCounted),
  };
};

/** Whether a line is to be written: a new name alone stands elsewhere. */
export const differs = ({ enrolment, before }: LineChange): boolean => !isDeepStrictEqual(before, enrolment);

const trainingOf = (row: RosterRow, before: Training | undefined): Training => ({
  code: before?.code ?? (row.code as TrainingCode),
  course: row.course,
  title: row.title,
  mode: row.mode,
  source: row.source,
  length: row.length,
  start: row.start,
  end: row.end,
  timeZone: row.timeZone,
  instructorEmails: row.instructorEmails,
  ...cancelledOf(row, before),
});

/** Cancelled it stays until a roster says that it takes place. */
const cancelledOf = (row: RosterRow, before: Training | undefined): Pick<Training, 'cancelled'> => {
  const cancelled = row.cancelled ?? before?.cancelled ?? false;
  return cancelled || before?.cancelled !== undefined ? { cancelled } : {};
};

const enrolmentOf = (
  training: TrainingCode,
  person: PersonId,
  { department, withdrawn }: RosterRow,
  manager: PersonId | undefined,
  before: Enrolment | undefined,
): Enrolment => ({
  training,
  person,
  department,
  // Withdrawn they stay until a roster says otherwise.
  withdrawn: withdrawn ?? before?.withdrawn ?? false,
  ...(manager === undefined ? {} : { manager }),
});

interface Line {
  readonly id: PersonId;
  readonly row: RosterRow;
  readonly isRenamed: boolean;
}

/** Two rows of somebody with two addresses are one line, the first's; withdrawn only where both are. */
const onePerPerson = (
  rows: readonly RosterRow[],
  people: KnownRoster['people'],
  renamed: ReadonlySet<string>,
): Line[] => {
  const lines = new Map<PersonId, Line>();
  for (const row of rows) {
    const id = people.get(row.email)?.id;
    if (id === undefined) throw new Error('somebody on a roster did not appear');
    const first = lines.get(id);
    const withdrawn = first === undefined ? row.withdrawn : row.withdrawn && first.row.withdrawn;
    const isRenamed = renamed.has(row.email) || first?.isRenamed === true;
    lines.set(id, {
      id,
      row: { ...(first?.row ?? row), ...(withdrawn === undefined ? {} : { withdrawn }) },
      isRenamed,
    });
  }
  return [...lines.values()];
};
