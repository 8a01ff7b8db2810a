import { heardFrom, reachAgain } from '../followups/reach-again.ts';
import { eachAlone } from '../kernel/each-alone.ts';
import type { Means } from '../means.ts';
import { type MemberPages, matchMembers } from '../people/match-members.ts';
import type { Stores } from '../stores.ts';

type Deps = Pick<Stores, 'people' | 'accounts' | 'deliveries' | 'trainings' | 'visits'> &
  Pick<Means, 'clock' | 'log'>;

/**
 * Remembers a group's members; what waited for somebody who had no account until now goes out. `justJoined`: the group has
 * just let us in, so each of its members can be reached.
 */
export const learnMembers = async (deps: Deps, group: MemberPages, justJoined = false): Promise<void> => {
  const { attached, met } = await matchMembers(deps, group);
  await eachAlone(deps, attached, String, (person) => reachAgain(deps, person));
  if (justJoined) await eachAlone(deps, met, String, (person) => heardFrom(deps, person));
};
