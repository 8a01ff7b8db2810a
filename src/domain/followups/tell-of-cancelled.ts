import type { Message, Recipient } from '../deliveries/delivery.ts';
import type { Means } from '../means.ts';
import type { Stores } from '../stores.ts';
import type { Training } from '../trainings/training.ts';
import { instructorsOf } from './open-rounds.ts';
import { graceMs } from './tell-of-change.ts';

/**
 * Where results of a training that is cancelled were shown already, that it is cancelled is said beside: to the department and to its
 * instructors. Whether anything was shown is looked at when it is put into words. Safe to repeat.
 */
export const tellOfCancelled = async (
  { people, deliveries, clock }: Pick<Stores, 'people' | 'deliveries'> & Pick<Means, 'clock'>,
  training: Training,
): Promise<void> => {
  const instructors = await instructorsOf(people, training);
  const recipients: Recipient[] = [{ group: 'department' }, ...instructors.map(({ person }) => ({ person }))];
  const messages = recipients.map(
    (recipient): Message => ({ subject: { kind: 'training-cancelled', training: training.code }, recipient }),
  );
  const notBefore = new Date(clock.now().getTime() + graceMs);
  await deliveries.plan(messages.map((message) => ({ ...message, notBefore })));
  await deliveries.reopen(messages, notBefore);
};
