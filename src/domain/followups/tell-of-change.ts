import type { Message } from '../deliveries/delivery.ts';
import type { VisitChange } from '../deliveries/subject.ts';
import type { Means } from '../means.ts';
import type { Stores } from '../stores.ts';
import { type Visit, whose } from './visit.ts';

/** A slip that is put right within this time is told to nobody. */
export const graceMs = 10 * 60_000;

/**
 * Whoever was told something of a visit that is no longer so is told (P2): to be called before it changes, so that a process that
 * dies between the two does both again. Whether anything was told, and is still otherwise, is looked at when it is put into words.
 */
export const tellOfChange = async (
  { deliveries, clock }: Pick<Stores, 'deliveries'> & Pick<Means, 'clock'>,
  visits: readonly Visit[],
  change: VisitChange,
  /** The last moment they are told of, where they are told of one: whether that is still so is looked at later. */
  until?: Date,
): Promise<void> => {
  const told = until === undefined ? {} : { until };
  const notBefore = new Date(clock.now().getTime() + graceMs);
  const messages = visits.map(
    (visit): Message => ({
      subject: { kind: 'visit-change', visit: visit.id, change, number: (visit.changes ?? 0) + 1 },
      recipient: { person: whose(visit) },
    }),
  );
  await deliveries.plan(messages.map((message) => ({ ...message, notBefore, ...told })));
  await deliveries.reopen(messages, notBefore, until);
};
