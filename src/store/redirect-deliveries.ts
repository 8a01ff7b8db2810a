import type { Model } from 'mongoose';
import type { DeliveryState } from '../domain/deliveries/delivery.ts';
import type { DeliveryStore } from '../domain/deliveries/delivery-store.ts';
import type { DeliveryRecord } from './delivery-record.ts';
import { literal } from './literal.ts';
import { isStoredKind, messageId, readSubject } from './stored-message.ts';
import { settled, upsert } from './upsert.ts';

const unsent: readonly DeliveryState[] = ['planned', 'retry', 'unreachable'];

/**
 * A delivery's id says to whom it is: the other's is made as this one stands, then this one goes. Before, what nobody
 * has sent yet is put where no process takes it, so that it cannot go out under both ids.
 */
export const redirectDeliveries =
  (deliveries: Model<DeliveryRecord>): DeliveryStore['redirect'] =>
  async (from, to) => {
    const person = literal(to);
    for (const { _id, kind } of await deliveries
      .find(
        { 'recipient.person': literal(from), state: { $in: [...unsent, 'sent', 'obsolete'] } },
        { kind: 1 },
      )
      .lean()) {
      // A later version's beside this one.
      if (!isStoredKind(kind)) continue;
      await deliveries.updateOne(
        { _id, state: { $in: ['planned', 'retry'] } },
        { $set: { state: 'unreachable', reason: 'no-address' }, $unset: { retryAt: 1 } },
      );
      const record = await deliveries.findById(_id).lean();
      if (record === null || record.state === 'claimed' || record.state === 'unknown') continue;
      const { reason, lease, ...asItWas } = record;
      const isSent = record.state === 'sent' || record.state === 'obsolete';
      const moved = {
        ...asItWas,
        _id: messageId({ subject: readSubject(kind, record.subject), recipient: { person } }),
        recipient: { person },
        ...(isSent ? {} : { state: 'planned' as const }),
      };
      const { upsertedCount } = await settled(() =>
        deliveries.updateOne({ _id: moved._id }, { $setOnInsert: withoutId(moved) }, upsert),
      );
      // Both were told: what either is shown stays theirs to see.
      if (upsertedCount === 0 && record.state === 'sent') continue;
      await deliveries.deleteOne({ _id, state: record.state });
    }
  };

const withoutId = ({ _id, ...fields }: DeliveryRecord): Omit<DeliveryRecord, '_id'> => fields;
