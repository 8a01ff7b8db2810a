import type { By } from '../audit/by.ts';
import type { TrainingCode } from '../kernel/ids.ts';
import type { Means } from '../means.ts';
import type { Stores } from '../stores.ts';
import { openVisits } from './open-rounds.ts';
import { whose } from './visit.ts';

type Deps = Pick<Stores, 'people' | 'trainings' | 'rounds' | 'visits' | 'deliveries'> & Pick<Means, 'clock'>;

/** After a changed roster: people who came late are asked too, people who withdrew are excused, and asked again if that was a mistake. */
export const adjustOpenRounds = async (deps: Deps, training: TrainingCode, by: By): Promise<void> => {
  const rounds = (await deps.rounds.ofTraining(training)).filter((round) => round.state === 'open');
  if (rounds.length === 0) return;
  const enrolments = await deps.trainings.enrolments(training);
  for (const round of rounds) {
    await openVisits(deps, round, enrolments);
    const visits = (await deps.visits.ofRound(round.id)).filter(({ countedAs }) => countedAs === undefined);
    const visitOf = new Map(visits.map((visit) => [whose(visit), visit]));
    for (const { person, withdrawn } of enrolments) {
      const visit = visitOf.get(person);
      if (visit === undefined) continue;
      if (withdrawn) await deps.visits.markExcused(visit.id, 'withdrawn', by);
      else if (visit.excuse === 'withdrawn') await deps.visits.reinstate(visit.id, ['withdrawn'], by);
    }
  }
};
