import type { Means } from '../means.ts';
import { type MemberPages, matchMembers } from '../people/match-members.ts';
import type { Stores } from '../stores.ts';

type Deps = Pick<Stores, 'people' | 'accounts' | 'deliveries' | 'trainings'> & Pick<Means, 'clock'>;

/** Remembers a group's members; what waited for somebody who had no account until now goes out. */
export const learnMembers = async (deps: Deps, group: MemberPages): Promise<void> => {
  const { attached } = await matchMembers(deps, group);
  for (const person of attached) await deps.deliveries.reopenFor(person, deps.clock.now());
};
