import type { By } from '../audit/by.ts';
import type { Person } from '../people/person.ts';
import type { RosterRow } from '../rosters/roster-row.ts';
import type { Stores } from '../stores.ts';
import { knownRoster } from './known-roster.ts';
import { differs, type Naming, namingsIn, type TrainingChange, trainingChange } from './roster-changes.ts';

/** Keeps how things are before they are changed. */
export interface KeepTrace {
  people(namings: readonly Naming[]): Promise<void>;
  trainings(changes: readonly TrainingChange[]): Promise<void>;
}

const isAny = ({ change, lines }: TrainingChange): boolean => change !== 'unchanged' || lines.some(differs);

/**
 * Brings trainings, some at a time, to what their rows say. Writes only what differs, so repeating it writes nothing; removes
 * nobody.
 */
export const applyTrainings = async (
  deps: Pick<Stores, 'people' | 'trainings'> & { readonly trace?: KeepTrace },
  some: readonly (readonly [RosterRow, ...RosterRow[]])[],
  roster: { readonly id: string; readonly run: number },
  by: By,
): Promise<TrainingChange[]> => {
  const rows = some.flat();
  const known = await knownRoster(deps, rows);
  const namings = namingsIn(rows, known.people);
  await deps.trace?.people(namings);
  const people = new Map<string, Person>(known.people);
  const appeared = await deps.people.appearAll(namings);
  for (const [place, { email }] of namings.entries()) {
    const person = appeared[place];
    if (person !== undefined) people.set(email, person);
  }
  const renamed = new Set(namings.flatMap(({ email, before }) => (before === undefined ? [] : [email])));
  const changes = some.map((own) => trainingChange(own, known, people, renamed));

  await deps.trace?.trainings(changes.filter(isAny));
  const changed = changes.filter(({ change }) => change !== 'unchanged');
  await deps.trainings.saveAll(
    changed.map(({ training }) => training),
    by,
  );
  // Noted before the rest: killed in between, the same run finds less to do, and the note stands.
  const noted = changes.filter(isAny);
  await deps.trainings.noteRosters(
    noted.map(({ training, participants }) => ({
      training: training.code,
      roster: { importId: roster.id, run: roster.run, participants },
    })),
    by,
  );
  await deps.trainings.enrolAll(
    changes.flatMap(({ lines }) => lines.filter(differs)),
    by,
  );
  return changes;
};
