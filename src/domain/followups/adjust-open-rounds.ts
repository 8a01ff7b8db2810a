import type { DeliveryStore } from '../deliveries/delivery-store.ts';
import type { Clock } from '../kernel/clock.ts';
import { type TrainingCode, visitId } from '../kernel/ids.ts';
import type { TrainingStore } from '../trainings/training-store.ts';
import { openVisits } from './open-rounds.ts';
import type { RoundStore } from './round-store.ts';
import type { VisitStore } from './visit-store.ts';

interface Deps {
  readonly trainings: TrainingStore;
  readonly rounds: RoundStore;
  readonly visits: VisitStore;
  readonly deliveries: DeliveryStore;
  readonly clock: Clock;
}

/** After a changed roster: people who came late are asked too, people who withdrew are excused. */
export const adjustOpenRounds = async (deps: Deps, training: TrainingCode): Promise<void> => {
  const rounds = (await deps.rounds.ofTraining(training)).filter((round) => round.state === 'open');
  if (rounds.length === 0) return;
  const enrolments = await deps.trainings.enrolments(training);
  for (const round of rounds) {
    await openVisits(deps, round, enrolments);
    for (const enrolment of enrolments.filter(({ withdrawn }) => withdrawn)) {
      await deps.visits.markExcused(visitId(round.id, enrolment.person), deps.clock.now(), 'withdrawn');
    }
  }
};
