import type { PersonId } from '../kernel/ids.ts';
import type { Means } from '../means.ts';
import type { Person } from '../people/person.ts';
import type { Stores } from '../stores.ts';
import { type DeliveryReason, deliveryReasons } from './delivery.ts';

export interface UnreachableGroup {
  readonly reason: DeliveryReason;
  /** By name. */
  readonly people: readonly Person[];
}

/** Who does not get what we have for them, each once, by the reason heard first. Nobody is silently skipped. */
export const unreachablePeople = async (
  deps: Pick<Stores, 'people' | 'deliveries'> & Pick<Means, 'clock'>,
): Promise<UnreachableGroup[]> => {
  const reasonOf = new Map<PersonId, DeliveryReason>();
  for (const { recipient, reason } of await deps.deliveries.refused(deps.clock.now())) {
    if (!('person' in recipient) || reason === undefined || reasonOf.has(recipient.person)) continue;
    reasonOf.set(recipient.person, reason);
  }
  // Whoever has left is not written to any more.
  const people = (await deps.people.byIds([...reasonOf.keys()])).filter(({ left }) => left === undefined);
  const sorted = people.toSorted((one, other) => (one.name < other.name ? -1 : 1));
  return deliveryReasons
    .map((reason) => ({ reason, people: sorted.filter(({ id }) => reasonOf.get(id) === reason) }))
    .filter((group) => group.people.length > 0);
};
