import { type By, byProduct } from '../audit/by.ts';
import { reachAgain } from '../followups/reach-again.ts';
import { spreadAssignment } from '../improvements/assign-issue.ts';
import { eachAlone } from '../kernel/each-alone.ts';
import type { PersonId } from '../kernel/ids.ts';
import { Refusal } from '../kernel/refusal.ts';
import type { Means } from '../means.ts';
import { addressesOf } from '../people/addresses-of.ts';
import type { Merge } from '../people/merge.ts';
import type { Person } from '../people/person.ts';
import type { RecoverDeps } from '../responses/recover-visits.ts';
import { uniteVisits } from '../responses/unite-visits.ts';
import type { Stores } from '../stores.ts';
import { tellDeputy } from './name-deputy.ts';

export type MergeDeps = RecoverDeps &
  Pick<Stores, 'accounts' | 'trainings' | 'rounds' | 'issues' | 'improvements'> &
  Pick<Means, 'clock'>;

/** Refuses `same-already`, and `person-left` for whoever has left: that is taken back first. */
export const refuseSame = (kept: Person, other: Person): void => {
  const asked = kept.name || kept.email;
  if (kept.id === other.id) throw new Refusal('same-already', { asked, near: addressesOf(kept).join('\n') });
  for (const { left, email } of [kept, other])
    if (left !== undefined) throw new Refusal('person-left', { asked: email });
};

/**
 * Two were found to be one person, who counts once from then on. The mark on the other is written first, and from it
 * the rest follows, in this order: addresses, roles, deputies, visits, rosters, accounts, messages, improvements. Safe
 * to repeat; where a process dies on the way, the rest follows at the next start, or before the next round closes.
 */
export const samePerson = async (deps: MergeDeps, kept: Person, other: Person, by: By): Promise<void> => {
  refuseSame(kept, other);
  await deps.people.merge(other.id, kept.id, by);
  const merge = (await deps.people.unsettledMerges()).find((one) => one.other === other.id);
  if (merge !== undefined) await settle(deps, merge, by);
};

/** What a process that died left undone. */
export const settleMerges = async (deps: MergeDeps): Promise<void> => {
  const merges = await deps.people.unsettledMerges();
  const by = byProduct('recovering', deps);
  await eachAlone(
    deps,
    merges,
    ({ other }) => other,
    (merge) => settle(deps, merge, by),
  );
};

const settle = async (deps: MergeDeps, { other, had }: Merge, by: By): Promise<void> => {
  // Whom it was said of at the same time the other way round may be the one that both are.
  const kept = await deps.people.byId(other);
  if (kept === undefined) return;
  if (kept.id !== other) await deps.people.rememberFormerSelf(kept.id, other);
  for (const role of had.standing) await deps.people.grant(kept.id, { role }, by);
  for (const seat of had.seats) await deps.people.grant(kept.id, seat, by);
  await takeOverDeputies(deps, kept, { other, had }, by);
  if (kept.id !== other) {
    await uniteVisits(deps, other, kept.id, by);
    await takeOverRosters(deps, other, kept.id, by);
    for (const { key } of await deps.accounts.ofPeople([other])) await deps.accounts.attach(key, kept.id, by);
    await deps.deliveries.redirect(other, kept.id);
    for (const { id, state } of await deps.improvements.ownedBy(other))
      if (state !== 'done')
        await spreadAssignment(deps, await deps.improvements.passOn(id, other, kept.id, by), by);
    await reachAgain(deps, kept.id);
  }
  await deps.people.settleMerge(other);
};

/** Who stood in for the other stands in for them, unless they have named somebody; for whom the other stood in, they do. */
const takeOverDeputies = async (
  deps: MergeDeps,
  kept: Person,
  { other, had }: Pick<Merge, 'other' | 'had'>,
  by: By,
): Promise<void> => {
  const nameAgain = async (principal: PersonId, person: PersonId, from: string, until: string) =>
    tellDeputy(deps, principal, await deps.people.nameDeputy(principal, { person, from, until }, by));
  const own = had.deputy;
  const standsIn = own === undefined ? undefined : await deps.people.byId(own.person);
  if (own !== undefined && standsIn?.id !== kept.id && kept.deputy === undefined)
    await nameAgain(kept.id, own.person, own.from, own.until);
  if (kept.id === other) return;
  for (const { id, deputy } of await deps.people.representedBy(other)) {
    if (deputy === undefined) continue;
    if (id === kept.id) await deps.people.endDeputy(id, deputy, by);
    else await nameAgain(id, kept.id, deputy.from, deputy.until);
  }
};

/** One line a training, withdrawn only where both are; whose manager the other is has the kept one. */
const takeOverRosters = async (
  deps: Pick<MergeDeps, 'trainings' | 'rounds' | 'visits'>,
  other: PersonId,
  kept: PersonId,
  by: By,
): Promise<void> => {
  const { trainings } = deps;
  for (const line of await trainings.enrolmentsOf(other)) {
    const own = (await trainings.enrolmentsOf(kept)).find(({ training }) => training === line.training);
    const withdrawn = line.withdrawn && (own?.withdrawn ?? true);
    await trainings.enrol({ ...(own ?? { ...line, person: kept }), withdrawn }, by, own);
    await trainings.foldEnrolment(line.training, other, kept);
  }
  for (const person of await trainings.peopleOfManager(other))
    for (const line of await trainings.enrolmentsOf(person))
      if (line.manager === other) await trainings.enrol({ ...line, manager: kept }, by, line);
  await deps.visits.changeManager(
    (await deps.rounds.open()).map(({ id }) => id),
    other,
    kept,
  );
};
