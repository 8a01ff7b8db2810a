import type { By } from '../audit/by.ts';
import { adjustOpenRounds, isUnderWay } from '../followups/adjust-open-rounds.ts';
import { correctRounds } from '../followups/correct-rounds.ts';
import { planRoundsOf } from '../followups/plan-rounds.ts';
import { reachAgain } from '../followups/reach-again.ts';
import type { Round } from '../followups/round.ts';
import { eachAlone } from '../kernel/each-alone.ts';
import type { TrainingCode } from '../kernel/ids.ts';
import type { Means } from '../means.ts';
import { matchUnattached } from '../people/match-members.ts';
import type { Stores } from '../stores.ts';
import { tellOfGaps } from '../trainings/tell-of-gaps.ts';
import { tellInstructors } from './tell-instructors.ts';

export type AfterTrainingsDeps = Pick<
  Stores,
  'people' | 'accounts' | 'deliveries' | 'trainings' | 'rounds' | 'visits'
> &
  Pick<Means, 'clock' | 'settings' | 'calendar' | 'questionnaires' | 'log'>;

/** So young, what a directory said is not asked again for: many trainings of a roster are in at once. */
const freshMs = 3_600_000;

/**
 * What follows when trainings of a roster are in: accounts find their people, their rounds are planned and those that
 * are open take late comers, new instructors get results, and staff hear whom nobody can reach. Whom nobody was found to be may
 * have another address by now: it is looked up. Safe to repeat.
 */
export const afterTrainings = async (
  deps: AfterTrainingsDeps,
  codes: readonly TrainingCode[],
  by: By,
): Promise<void> => {
  const { attached } = await matchUnattached(deps);
  await eachAlone(deps, attached, String, (person) => reachAgain(deps, person));
  await planRoundsOf(deps, codes, by);
  // Most trainings have nothing under way: only those that have are looked at one by one.
  const rounds = await deps.rounds.ofTrainings(codes);
  const trainings = await deps.trainings.byCodes(codes);
  const cancelled = new Set(trainings.filter((one) => one.cancelled === true).map(({ code }) => code));
  const within = (is: (round: Round) => boolean): Set<TrainingCode> =>
    new Set(rounds.filter(is).map(({ training }) => training));
  const corrected = within((round) => isUnderWay(round) || cancelled.has(round.training));
  for (const training of trainings.filter(({ code }) => corrected.has(code))) {
    await correctRounds(deps, training, by);
    await adjustOpenRounds(deps, training.code, by);
  }
  for (const code of within(({ state }) => state === 'closed')) await tellInstructors(deps, code);
  await tellOfGaps(
    deps,
    codes.filter((code) => !cancelled.has(code)),
  );
  if (await anyUnmatched(deps, codes))
    await deps.accounts.learnAnew(new Date(deps.clock.now().getTime() - freshMs));
};

const anyUnmatched = async (
  { trainings, accounts }: Pick<Stores, 'trainings' | 'accounts'>,
  codes: readonly TrainingCode[],
): Promise<boolean> => {
  const enrolled = (await trainings.enrolmentsOfAll(codes)).filter(({ withdrawn }) => !withdrawn);
  const own = await accounts.ofPeople([...new Set(enrolled.map(({ person }) => person))]);
  const matched = new Set(own.map(({ personId }) => personId));
  return enrolled.some(({ person }) => !matched.has(person));
};
