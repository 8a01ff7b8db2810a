import { isDeepStrictEqual } from 'node:util';
import type { By } from '../audit/by.ts';
import type { PersonId, TrainingCode } from '../kernel/ids.ts';
import { addressesOf } from '../people/addresses-of.ts';
import type { Person } from '../people/person.ts';
import type { PersonStore } from '../people/person-store.ts';
import type { Stores } from '../stores.ts';
import type { Enrolment } from './enrolment.ts';
import { type ChangeCounts, counted, nothingCounted } from './import-summary.ts';
import type { RosterRow } from './roster-row.ts';
import type { Training } from './training.ts';
import type { TrainingStore } from './training-store.ts';

export interface AppliedTraining {
  readonly code: TrainingCode;
  readonly training: keyof ChangeCounts;
  readonly participants: ChangeCounts;
}

/** Brings one training to what its rows say. Writes only what differs, so repeating it writes nothing; removes nobody. */
export const applyTraining = async (
  deps: Pick<Stores, 'people' | 'trainings'>,
  first: RosterRow,
  rows: readonly RosterRow[],
  roster: { readonly id: string; readonly run: number },
  by: By,
): Promise<AppliedTraining> => {
  const known = await knownTraining(deps.trainings, first.code as TrainingCode);
  const training = trainingOf(first, known?.code ?? (first.code as TrainingCode));
  const same = isDeepStrictEqual(known, training);
  const people = await peopleNamed(deps.people, rows);
  if (!same) await deps.trainings.save(training, by);

  const enrolled = new Map(
    (await deps.trainings.enrolments(training.code)).map((enrolment) => [enrolment.person, enrolment]),
  );
  let participants = nothingCounted;
  const changes: { readonly enrolment: Enrolment; readonly before: Enrolment | undefined }[] = [];
  for (const { id, row, renamed } of await onePerPerson(rows, people)) {
    const manager = row.managerEmail === undefined ? undefined : (await people(row.managerEmail, '')).id;
    const before = enrolled.get(id);
    const enrolment = enrolmentOf(training.code, id, row, manager);
    const stands = isDeepStrictEqual(before, enrolment);
    if (!stands) changes.push({ enrolment, before });
    const what = before === undefined ? 'new' : stands && !renamed ? 'unchanged' : 'changed';
    participants = counted(participants, what);
  }
  // Noted before the rest: killed in between, the same run finds less to do, and the note stands.
  if (!same || changes.length > 0) {
    await deps.trainings.noteRoster(
      training.code,
      { importId: roster.id, run: roster.run, participants },
      by,
    );
  }
  for (const { enrolment, before } of changes) await deps.trainings.enrol(enrolment, by, before);
  return {
    code: training.code,
    training: known === undefined ? 'new' : same ? 'unchanged' : 'changed',
    participants,
  };
};

/** A code typed in other letters' case than last time means the same training. */
const knownTraining = async (trainings: TrainingStore, code: TrainingCode): Promise<Training | undefined> =>
  (await trainings.byCode(code)) ??
  (await trainings.search(code)).find((training) => training.code.toLowerCase() === code.toLowerCase());

const trainingOf = (row: RosterRow, code: TrainingCode): Training => ({
  code,
  course: row.course,
  title: row.title,
  mode: row.mode,
  source: row.source,
  length: row.length,
  start: row.start,
  end: row.end,
  timeZone: row.timeZone,
  instructorEmails: row.instructorEmails,
});

const enrolmentOf = (
  training: TrainingCode,
  person: PersonId,
  { department, withdrawn }: RosterRow,
  manager: PersonId | undefined,
): Enrolment => ({
  training,
  person,
  department,
  withdrawn,
  ...(manager === undefined ? {} : { manager }),
});

/** Everybody the rows name, read at once; who is new or has another name than before appears when asked for. */
const peopleNamed = async (people: PersonStore, rows: readonly RosterRow[]) => {
  const emails = new Set(
    rows.flatMap((row) => [row.email, row.managerEmail ?? row.email, ...row.instructorEmails]),
  );
  const found = await people.byEmails([...emails]);
  // Whom an address means: whoever has it as their first, else whoever has it besides.
  const besides = found.flatMap((person) => addressesOf(person).map((address) => [address, person] as const));
  const first = found.filter(({ emailIsAnothers }) => emailIsAnothers !== true);
  const known = new Map<string, Person>([
    ...besides,
    ...first.map((person) => [person.email, person] as const),
  ]);
  const appear = async (email: string, name: string): Promise<{ id: PersonId; renamed: boolean }> => {
    const before = known.get(email);
    // Whoever was found to be the same under another address keeps their name.
    const named = name === '' || before?.name === name || (before?.formerly && before.email !== email);
    if (before !== undefined && named) return { id: before.id, renamed: false };
    const person = await people.appear(email, name);
    known.set(email, person);
    return { id: person.id, renamed: before !== undefined };
  };
  for (const email of new Set(rows.flatMap((row) => row.instructorEmails))) await appear(email, '');
  return appear;
};

interface Line {
  readonly id: PersonId;
  readonly row: RosterRow;
  readonly renamed: boolean;
}

/** Two rows of somebody with two addresses are one line, the first's; withdrawn only where both are. */
const onePerPerson = async (
  rows: readonly RosterRow[],
  people: Awaited<ReturnType<typeof peopleNamed>>,
): Promise<Line[]> => {
  const lines = new Map<PersonId, Line>();
  for (const row of rows) {
    const { id, renamed } = await people(row.email, row.name);
    const first = lines.get(id);
    const withdrawn = row.withdrawn && (first?.row.withdrawn ?? true);
    lines.set(id, {
      id,
      row: { ...(first?.row ?? row), withdrawn },
      renamed: renamed || first?.renamed === true,
    });
  }
  return [...lines.values()];
};
