import type { By } from '../audit/by.ts';
import type { TrainingCode } from '../kernel/ids.ts';
import type { Means } from '../means.ts';
import type { Stores } from '../stores.ts';
import { followUpRules } from './follow-up-rules.ts';
import { roundsOfTraining } from './rounds-of-training.ts';

type Deps = Pick<Stores, 'trainings' | 'rounds'> &
  Pick<Means, 'clock' | 'settings' | 'calendar' | 'questionnaires'>;

/** The follow-up plan of trainings (W1, `roundsOfTraining`). Planning again moves only rounds that have not begun. */
export const planRoundsOf = async (
  deps: Deps,
  codes: readonly TrainingCode[],
  by: By,
  rules = followUpRules,
): Promise<void> => {
  const now = deps.clock.now();
  const trainings = await deps.trainings.byCodes(codes);
  await deps.rounds.planAll(
    trainings.flatMap((training) => roundsOfTraining(deps, training, now, rules)),
    by,
  );
};

/** The follow-up plan of one training. */
export const planRounds = (deps: Deps, code: TrainingCode, by: By, rules = followUpRules): Promise<void> =>
  planRoundsOf(deps, [code], by, rules);
