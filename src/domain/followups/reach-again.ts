import type { PersonId } from '../kernel/ids.ts';
import type { Means } from '../means.ts';
import type { Stores } from '../stores.ts';

type Deps = Pick<Stores, 'deliveries' | 'visits'> & Pick<Means, 'clock'>;

/**
 * Somebody can be reached (again): what they could not get and still makes sense is due now, and so is the invitation
 * of every visit that waits for them and was never sent. What makes no sense any more is found out when it is put into
 * words. Safe to repeat.
 */
export const reachAgain = async ({ deliveries, visits, clock }: Deps, person: PersonId): Promise<void> => {
  const now = clock.now();
  await deliveries.reopenFor(person, now);
  const waiting = (await visits.unfinishedOf(person)).filter(({ dueAt }) => dueAt > now);
  await deliveries.reopen(
    waiting.map(({ id: visit }) => ({ subject: { kind: 'invitation', visit }, recipient: { person } })),
    now,
  );
};

/** Any sign of life makes a person reachable; whoever was never refused anything costs one look. */
export const heardFrom = async (deps: Deps, person: PersonId): Promise<void> => {
  const [isRefused] = await deps.deliveries.anyRefusedTo([person]);
  if (isRefused === true) await reachAgain(deps, person);
};
