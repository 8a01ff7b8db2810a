import type { By } from '../audit/by.ts';
import { adjustOpenRounds } from '../followups/adjust-open-rounds.ts';
import { planRounds } from '../followups/plan-rounds.ts';
import { reachAgain } from '../followups/reach-again.ts';
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

/** So young, what a directory said is not asked again for: many trainings of a roster are in at once. */
const freshMs = 3_600_000;

/**
 * What follows when a training of a roster is in: accounts find their people, its rounds are planned and those that
 * are open take late comers, new instructors get results, and staff hear whom nobody can reach. Whom nobody was found to be may
 * have another address by now: it is looked up. Safe to repeat.
 */
export const afterTraining = async (deps: AfterTrainingDeps, code: TrainingCode, by: By): Promise<void> => {
  const { attached } = await matchUnattached(deps);
  for (const person of attached) await reachAgain(deps, person);
  await planRounds(deps, code, by);
  await adjustOpenRounds(deps, code, by);
  await tellInstructors(deps, code);
  await tellOfGaps(deps, code);
  if (await anyUnmatched(deps, code))
    await deps.accounts.learnAnew(new Date(deps.clock.now().getTime() - freshMs));
};

const anyUnmatched = async (
  { trainings, accounts }: Pick<Stores, 'trainings' | 'accounts'>,
  code: TrainingCode,
): Promise<boolean> => {
  const enrolled = (await trainings.enrolments(code)).filter(({ withdrawn }) => !withdrawn);
  const own = await accounts.ofPeople(enrolled.map(({ person }) => person));
  const matched = new Set(own.map(({ personId }) => personId));
  return enrolled.some(({ person }) => !matched.has(person));
};
