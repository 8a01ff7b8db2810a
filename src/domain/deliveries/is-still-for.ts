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
 * is asked by whoever puts the message into words. Nobody who has left is written to.
 */
export const isStillFor = async (deps: Deps, { subject, recipient }: Message): Promise<boolean> => {
  // A questionnaire's visit tells whether it still waits: who has left is excused.
  if (!('person' in recipient) || subject.kind === 'invitation' || subject.kind === 'reminder') return true;
  const person = await deps.people.byId(recipient.person);
  if (person === undefined || person.left !== undefined) return false;
  if (!isReceivedByRole(subject.kind)) return true;
  const principals = await principalsOf(deps.people, person, todayOf(deps));
  return mayReceive(new Set([person, ...principals].flatMap(givenTo)), subject.kind);
};
