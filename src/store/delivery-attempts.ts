import type { Model } from 'mongoose';
import type { RecordedAttempt } from '../domain/deliveries/delivery-store.ts';
import { recordAttempt } from './delivery-attempt.ts';
import type { DeliveryRecord } from './delivery-record.ts';
import { literal } from './literal.ts';
import { present } from './present.ts';
import { storedReceipt } from './stored-receipt.ts';
import { writeMany } from './write-many.ts';

/**
 * Records many attempts. What went the usual way – taken, sent, still saying what it should – is one request;
 * the rest is looked at one by one. Recording twice changes nothing: the lease is gone with the first time.
 */
export const recordAttempts = async (
  deliveries: Model<DeliveryRecord>,
  attempts: readonly RecordedAttempt[],
): Promise<void> => {
  const usual = attempts.filter(
    ({ attempt }) => attempt.state === 'sent' && attempt.shownRevision !== undefined,
  );
  const others = attempts.filter((one) => !usual.includes(one));
  if (usual.length > 0) {
    const { matchedCount } = await writeMany(deliveries, usual.map(sentWrite));
    if (matchedCount < usual.length) others.push(...usual);
  }
  for (const { id, owner, attempt } of others) await recordAttempt(deliveries, id, owner, attempt);
};

const sentWrite = ({ id, owner, attempt }: RecordedAttempt) => {
  const { at, status, receipt, sentAt, shownRevision = 0 } = attempt;
  const message = receipt === undefined ? undefined : storedReceipt(receipt);
  return {
    updateOne: {
      filter: {
        _id: literal(id),
        'lease.owner': String(owner),
        state: { $in: ['claimed' as const, 'unknown' as const] },
        wantedRevision: { $lte: shownRevision },
      },
      update: {
        $set: { state: 'sent' as const, ...present({ message, sentAt }) },
        $unset: { behind: 1 as const, lease: 1 as const, reason: 1 as const, retryAt: 1 as const },
        $push: { attempts: { at, outcome: 'sent' as const, ...present({ status }) } },
        $max: { shownRevision },
      },
    },
  };
};
