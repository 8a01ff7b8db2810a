import type { Means } from '../means.ts';
import { matchRoster, type TeamRoster } from '../people/match-roster.ts';
import type { Stores } from '../stores.ts';

type Deps = Pick<Stores, 'people' | 'accounts' | 'deliveries' | 'trainings'> & Pick<Means, 'clock'>;

/** Remembers a team's members; what waited for somebody who had no account until now goes out. */
export const learnTeam = async (deps: Deps, roster: TeamRoster): Promise<void> => {
  const { attached } = await matchRoster(deps, roster);
  for (const person of attached) await deps.deliveries.reopenFor(person, deps.clock.now());
};
