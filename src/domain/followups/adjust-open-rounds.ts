import type { By } from '../audit/by.ts';
import { type TrainingCode, visitId } from '../kernel/ids.ts';
import type { Means } from '../means.ts';
import type { Stores } from '../stores.ts';
import { openVisits } from './open-rounds.ts';

type Deps = Pick<Stores, 'people' | 'trainings' | 'rounds' | 'visits' | 'deliveries'> & Pick<Means, 'clock'>;

/** After a changed roster: people who came late are asked too, people who withdrew are excused, and asked again if that was a mistake. */
export const adjustOpenRounds = async (deps: Deps, training: TrainingCode, by: By): Promise<void> => {
  const rounds = (await deps.rounds.ofTraining(training)).filter((round) => round.state === 'open');
  if (rounds.length === 0) return;
  const enrolments = await deps.trainings.enrolments(training);
  for (const round of rounds) {
    await openVisits(deps, round, enrolments);
    const excused = (await deps.visits.ofRound(round.id)).filter(({ excuse }) => excuse === 'withdrawn');
    const away = new Set(excused.map(({ person }) => person));
    for (const { person, withdrawn } of enrolments) {
      const visit = visitId(round.id, person);
      if (withdrawn) await deps.visits.markExcused(visit, 'withdrawn', by);
      else if (away.has(person)) await deps.visits.reinstate(visit, ['withdrawn'], by);
    }
  }
};
