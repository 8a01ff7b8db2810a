import type { TrainingCode } from '../kernel/ids.ts';
import { addressesOf } from '../people/addresses-of.ts';
import type { Person } from '../people/person.ts';
import type { RosterRow } from '../rosters/roster-row.ts';
import type { Stores } from '../stores.ts';
import type { Enrolment } from '../trainings/enrolment.ts';
import type { Training } from '../trainings/training.ts';

/** What the product knew of whom and what a roster names, before anything is changed. */
export interface KnownRoster {
  /** Whom an address means. */
  readonly people: ReadonlyMap<string, Person>;
  /** A code typed in other letters' case than last time means the same training. */
  readonly trainingOf: (code: string) => Training | undefined;
  readonly enrolmentsOf: (code: TrainingCode) => readonly Enrolment[];
}

/** Where there is nothing to compare with. */
export const nothingKnown: KnownRoster = {
  people: new Map(),
  trainingOf: () => undefined,
  enrolmentsOf: () => [],
};

/** Reads it, all of these rows' at once: nothing is looked for training by training. */
export const knownRoster = async (
  { people, trainings }: Pick<Stores, 'people' | 'trainings'>,
  rows: readonly RosterRow[],
): Promise<KnownRoster> => {
  const codes = [...new Set(rows.map(({ code }) => code as TrainingCode))];
  const known = await trainings.byAnyCase(codes);
  const byCode = new Map([
    ...known.map((training) => [training.code.toLowerCase(), training] as const),
    ...known.map((training) => [training.code as string, training] as const),
  ]);
  const lines = await trainings.enrolmentsOfAll(known.map(({ code }) => code));
  const byTraining = Map.groupBy(lines, ({ training }) => training);
  return {
    people: meantBy(await people.byEmails([...addressesIn(rows)])),
    trainingOf: (code) => byCode.get(code) ?? byCode.get(code.toLowerCase()),
    enrolmentsOf: (code) => byTraining.get(code) ?? [],
  };
};

/** Everybody whom rows name. */
export const addressesIn = (rows: readonly RosterRow[]): Set<string> =>
  new Set(rows.flatMap((row) => [row.email, row.managerEmail ?? row.email, ...row.instructorEmails]));

/** Whom an address means: whoever has it as their first, else whoever has it besides. */
const meantBy = (found: readonly Person[]): Map<string, Person> => {
  const besides = found.flatMap((person) => addressesOf(person).map((address) => [address, person] as const));
  const first = found.filter(({ emailIsAnothers }) => emailIsAnothers !== true);
  return new Map([...besides, ...first.map((person) => [person.email, person] as const)]);
};
