import type { By } from '../audit/by.ts';
import { adjustOpenRounds } from '../followups/adjust-open-rounds.ts';
import { planRounds } from '../followups/plan-rounds.ts';
import type { TrainingCode } from '../kernel/ids.ts';
import type { Means } from '../means.ts';
import { matchUnattached } from '../people/match-members.ts';
import type { Stores } from '../stores.ts';
import { tellOfGaps } from '../trainings/tell-of-gaps.ts';
import { tellInstructors } from './tell-instructors.ts';

export type AfterTrainingDeps = Pick<
  Stores,
  'people' | 'accounts' | 'deliveries' | 'trainings' | 'rounds' | 'visits'
> &
  Pick<Means, 'clock' | 'settings' | 'calendar' | 'questionnaires'>;

/**
 * What follows when a training of a roster is in: accounts find their people, its rounds are planned and those that
 * are open take late comers, new instructors get results, and staff hear whom nobody can reach. Safe to repeat.
 */
export const afterTraining = async (deps: AfterTrainingDeps, code: TrainingCode, by: By): Promise<void> => {
  const { attached } = await matchUnattached(deps);
  for (const person of attached) await deps.deliveries.reopenFor(person, deps.clock.now());
  await planRounds(deps, code, by);
  await adjustOpenRounds(deps, code, by);
  await tellInstructors(deps, code);
  await tellOfGaps(deps, code);
};
