import type { Message } from '../deliveries/delivery.ts';
import { instructorsOf } from '../followups/open-rounds.ts';
import type { Round } from '../followups/round.ts';
import type { TrainingCode } from '../kernel/ids.ts';
import type { Means } from '../means.ts';
import type { Stores } from '../stores.ts';

/** W2: a round's result to each instructor whom the roster names now, whoever was asked about when it opened. */
export const instructorMessages = async (
  deps: Pick<Stores, 'people' | 'trainings'>,
  round: Pick<Round, 'id' | 'training'>,
): Promise<Message[]> => {
  const training = await deps.trainings.byCode(round.training);
  const instructors = training === undefined ? [] : await instructorsOf(deps.people, training);
  return instructors.map(({ person }) => ({
    subject: { kind: 'instructor-result', round: round.id },
    recipient: { person },
  }));
};

/** After a changed roster: whoever became an instructor gets the results that are out already. Safe to repeat. */
export const tellInstructors = async (
  deps: Pick<Stores, 'people' | 'trainings' | 'rounds' | 'deliveries'> & Pick<Means, 'clock'>,
  training: TrainingCode,
): Promise<void> => {
  const rounds = await deps.rounds.ofTraining(training);
  for (const round of rounds.filter(({ state, announced }) => state === 'closed' && announced)) {
    const messages = await instructorMessages(deps, round);
    await deps.deliveries.plan(messages.map((message) => ({ ...message, notBefore: deps.clock.now() })));
  }
};
