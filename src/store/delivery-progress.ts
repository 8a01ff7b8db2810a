import type { Model } from 'mongoose';
import { type DeliveryState, deliveryStates } from '../domain/deliveries/delivery.ts';
import type { DeliveryStore } from '../domain/deliveries/delivery-store.ts';
import { type DeliveryRecord, readDeliveryOf } from './delivery-record.ts';
import { literal } from './literal.ts';
import { present } from './present.ts';

/** Counting a lane's deliveries, and telling the card that shows it. */
export const deliveryProgress = (
  deliveries: Model<DeliveryRecord>,
): Pick<DeliveryStore, 'wantSaying' | 'shownNotSaying' | 'progressOf'> => ({
  // One write: whoever asks twice, or two processes at once, ask for one update.
  wantSaying: async (id, saying) => {
    const asked = await deliveries.updateOne(
      { _id: literal(id), saying: { $ne: literal(saying) } },
      { $inc: { wantedRevision: 1 }, $set: { behind: true, saying: literal(saying) } },
    );
    return asked.matchedCount > 0;
  },
  shownNotSaying: async (kind, saying) => {
    const shown = { kind: literal(kind), state: 'sent' as const, saying: { $ne: literal(saying) } };
    // In the order of an index that begins with the kind: the few of it are read, not all that was ever sent.
    return (await deliveries.find(shown).sort({ subject: 1 }).lean()).map((record) =>
      readDeliveryOf(kind, record),
    );
  },
  progressOf: async (lane) => {
    // Every state is named, and nothing but the index's fields is looked at: MongoDB answers from the index alone.
    const groups = await deliveries.aggregate<{ _id: DeliveryState; n: number; lastDue: Date }>([
      { $match: { state: { $in: [...deliveryStates] }, lane: literal(lane) } },
      { $group: { _id: '$state', n: { $sum: 1 }, lastDue: { $max: '$notBefore' } } },
    ]);
    const inState = (...states: DeliveryState[]) => groups.filter(({ _id }) => states.includes(_id));
    const count = (...states: DeliveryState[]): number =>
      inState(...states).reduce((sum, { n }) => sum + n, 0);
    const moments = inState('planned', 'retry').map(({ lastDue }) => lastDue.getTime());
    return {
      sent: count('sent'),
      waiting: count('planned', 'claimed'),
      retrying: count('retry', 'unknown'),
      unreachable: count('unreachable'),
      obsolete: count('obsolete'),
      ...present({ lastDue: moments.length === 0 ? undefined : new Date(Math.max(...moments)) }),
    };
  },
});
