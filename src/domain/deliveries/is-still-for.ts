import { todayOf } from '../kernel/local-date.ts';
import type { Means } from '../means.ts';
import { isReceivedByRole, mayReceive } from '../people/permissions.ts';
import { givenTo } from '../people/roles-of.ts';
import { principalsOf } from '../people/standing-in.ts';
import type { Stores } from '../stores.ts';
import type { Message } from './delivery.ts';

type Deps = Pick<Stores, 'people'> & Pick<Means, 'clock' | 'settings'>;

/**
 * Whether a message is still for whom it was planned: asked when it is about to be sent or shown anew, for a role may
 * have been taken since (P3). Where it takes more than a given role – whose visit, whose training – the thing itself
 * is asked by whoever puts the message into words. Costs nothing for those.
 */
export const isStillFor = async (deps: Deps, { subject, recipient }: Message): Promise<boolean> => {
  if (!('person' in recipient) || !isReceivedByRole(subject.kind)) return true;
  const person = await deps.people.byId(recipient.person);
  if (person === undefined) return false;
  const principals = await principalsOf(deps.people, person, todayOf(deps));
  return mayReceive(new Set([person, ...principals].flatMap(givenTo)), subject.kind);
};
