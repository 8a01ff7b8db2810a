import type { Recipient } from '../../domain/deliveries/delivery.ts';
import type { TrainingCode } from '../../domain/kernel/ids.ts';
import { addressesOf } from '../../domain/people/addresses-of.ts';
import { teaches } from '../../domain/people/permissions.ts';
import type { ViewParts } from '../view-parts.ts';

export interface TrainingCancelledView {
  readonly training: string;
}

/** Undefined where it takes place after all, or nothing of it was shown to them. */
export const trainingCancelledView = async (
  from: Pick<ViewParts, 'deliveries' | 'people' | 'rounds' | 'trainings'>,
  code: TrainingCode,
  recipient: Recipient,
): Promise<TrainingCancelledView | undefined> => {
  const training = await from.trainings.byCode(code);
  if (training?.cancelled !== true) return undefined;
  if ('person' in recipient) {
    const person = await from.people.byId(recipient.person);
    if (person === undefined || !teaches(training, addressesOf(person))) return undefined;
  }
  const rounds = await from.rounds.ofTraining(code);
  const shown = await from.deliveries.about(
    rounds.flatMap(({ id: round }) =>
      (['instructor-result', 'result', 'campaign'] as const).map((kind) => ({ kind, round })),
    ),
  );
  const isTheirs = (other: Recipient): boolean =>
    'person' in recipient ? 'person' in other && other.person === recipient.person : 'group' in other;
  const wasShown = shown.some(({ state, recipient: whom }) => state === 'sent' && isTheirs(whom));
  return wasShown ? { training: training.title } : undefined;
};
