import { type By, byProduct } from '../audit/by.ts';
import { reachAgain } from '../followups/reach-again.ts';
import { spreadAssignment } from '../improvements/assign-issue.ts';
import type { Improvement } from '../improvements/improvement.ts';
import { eachAlone } from '../kernel/each-alone.ts';
import type { PersonId } from '../kernel/ids.ts';
import { Refusal } from '../kernel/refusal.ts';
import type { Means } from '../means.ts';
import type { Person } from '../people/person.ts';
import type { Stores } from '../stores.ts';

type Deps = Pick<Stores, 'people' | 'visits' | 'rounds' | 'issues' | 'improvements' | 'deliveries'> &
  Pick<Means, 'clock' | 'log'>;

/** What follows when somebody leaves, counted before it does. */
export interface Leftovers {
  readonly visits: number;
  readonly improvements: number;
  /** For whom they stand in. */
  readonly standsInFor: number;
}

export const leftoversOf = async (
  deps: Pick<Deps, 'people' | 'visits' | 'improvements'>,
  person: PersonId,
): Promise<Leftovers> => {
  const [visits, owned, principals] = await Promise.all([
    deps.visits.unfinishedOf(person),
    deps.improvements.ownedBy(person),
    deps.people.representedBy(person),
  ]);
  return { visits: visits.length, improvements: owned.filter(isOpen).length, standsInFor: principals.length };
};

/** Refuses `left-yourself`, and `last-staff-member` for whoever would leave nobody on the training staff. */
export const refuseLeaving = async (
  { people }: Pick<Stores, 'people'>,
  person: Person,
  toldBy: PersonId,
): Promise<void> => {
  if (person.id === toldBy) throw new Refusal('left-yourself');
  if (!person.standing.includes('trainingStaff')) return;
  const staff = await people.withRole('trainingStaff');
  if (staff.every(({ id }) => id === person.id)) throw new Refusal('last-staff-member');
};

/**
 * Somebody has left: their roles and deputies end, visits they have not answered are excused (S3), improvements they
 * answered for go to whoever says so, who is told, and nothing is sent to them any more. Safe to repeat; where a
 * process dies on the way, the rest follows at the next start.
 */
export const somebodyLeft = async (deps: Deps, person: Person, toldBy: PersonId): Promise<void> => {
  await refuseLeaving(deps, person, toldBy);
  const by: By = { who: { person: toldBy }, at: deps.clock.now() };
  await deps.people.leave(person.id, toldBy, by);
  await settle(deps, person.id, toldBy, by);
};

/** At start: what a process that died left undone. */
export const settleLeavers = async (deps: Deps): Promise<void> => {
  const by = byProduct('recovering', deps);
  await eachAlone(
    deps,
    await deps.people.gone(),
    ({ id }) => id,
    async ({ id, left }) => {
      if (left?.settled === false) await settle(deps, id, left.toldBy, by);
    },
  );
};

const settle = async (deps: Deps, person: PersonId, toldBy: PersonId, by: By): Promise<void> => {
  for (const { id, deputy } of await deps.people.representedBy(person))
    if (deputy !== undefined) await deps.people.endDeputy(id, deputy, by);
  for (const visit of await deps.visits.unfinishedOf(person))
    await deps.visits.markExcused(visit.id, 'left', by);
  for (const improvement of (await deps.improvements.ownedBy(person)).filter(isOpen))
    await spreadAssignment(deps, await deps.improvements.passOn(improvement.id, person, toldBy, by), by);
  // One that had its new owner when the process died was not told of, maybe.
  for (const improvement of (await deps.improvements.ownedBy(toldBy)).filter(isPassedFrom(person)))
    await spreadAssignment(deps, improvement, by);
  await deps.people.settleLeaving(person);
};

/**
 * It was a mistake, or they are back: they have their roles again; visits of rounds that are open wait for them again, and
 * improvements that nobody has touched since are theirs again. Deputies are not named anew.
 */
export const somebodyReturned = async (deps: Deps, person: PersonId, by: By): Promise<void> => {
  const left = (await deps.people.byId(person))?.left;
  if (left === undefined) return;
  for (const improvement of (await deps.improvements.ownedBy(left.toldBy)).filter(isPassedFrom(person)))
    await spreadAssignment(deps, await deps.improvements.passOn(improvement.id, left.toldBy, person, by), by);
  const open = new Set((await deps.rounds.open()).map(({ id }) => id));
  for (const { id, round } of await deps.visits.ofPerson(person))
    if (open.has(round)) await deps.visits.reinstate(id, ['left'], by);
  await deps.people.comeBack(person, by);
  await reachAgain(deps, person);
};

const isOpen = ({ state }: Improvement): boolean => state !== 'done';

/** Whether the last that happened is that it was passed on from this person. */
const isPassedFrom =
  (person: PersonId) =>
  (improvement: Improvement): boolean =>
    isOpen(improvement) && improvement.steps.at(-1)?.passed?.from === person;
