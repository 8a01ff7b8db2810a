import { unreachablePeople } from '../../domain/deliveries/unreachable-people.ts';
import { deliveryReasons } from '../../wording/delivery-reason-words.ts';
import type { PeopleByReason } from '../people/people-by-reason.ts';
import type { ViewParts } from '../view-parts.ts';

export interface UnreachableView {
  readonly groups: readonly PeopleByReason[];
}

/** W1: who does not get what there is for them, why, and what helps, as things stand now. */
export const unreachableView = async (
  from: Pick<ViewParts, 'clock' | 'deliveries' | 'people'>,
): Promise<UnreachableView> => ({
  groups: (await unreachablePeople(from)).map(({ reason, people }) => ({
    reason: deliveryReasons[reason].why,
    remedy: deliveryReasons[reason].remedy,
    people: people.map(({ name, email }) => ({ name, email })),
  })),
});
