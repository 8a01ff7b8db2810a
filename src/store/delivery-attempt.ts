import type { Model, QueryFilter } from 'mongoose';
import type { AttemptRecord } from '../domain/deliveries/delivery-store.ts';
import type { DeliveryId } from '../domain/kernel/ids.ts';
import type { DeliveryRecord } from './delivery-record.ts';
import { literal } from './literal.ts';
import { present } from './present.ts';
import { storedReason } from './stored-reason.ts';
import { storedReceipt } from './stored-receipt.ts';

/** Fields that keep what the attempt says and lose what it does not say any more. */
const keepOrDrop = (fields: { reason: unknown; retryAt: unknown }) => {
  const kept = present(fields);
  const dropped = Object.keys(fields).filter((name) => !(name in kept));
  return { kept, dropped: Object.fromEntries(dropped.map((name) => [name, 1 as const])) };
};

/**
 * Records what came of sending, or of updating a card that was sent before. A sent delivery never becomes
 * anything else and keeps its moment: were a failed update to make it `retry`, it would be sent a second time.
 * False: not the holder.
 */
export const recordAttempt = async (
  deliveries: Model<DeliveryRecord>,
  id: DeliveryId,
  owner: string | null,
  attempt: AttemptRecord,
): Promise<boolean> => {
  const { state, at, status, retryAt, sentAt, notBefore, shownRevision, refusedOn } = attempt;
  const message = attempt.receipt === undefined ? undefined : storedReceipt(attempt.receipt);
  const reason = attempt.reason === undefined ? undefined : storedReason(attempt.reason);
  const held = { _id: literal(id), ...(owner === null ? {} : { 'lease.owner': String(owner) }) };
  const { kept, dropped } = keepOrDrop({ reason, retryAt });
  const change = {
    $set: { ...kept, ...present({ message, notBefore }) },
    $unset: { ...dropped, lease: 1 as const },
    $push: { attempts: { at, outcome: state, ...present({ status, reason }) } },
    ...(refusedOn === undefined ? {} : { $addToSet: { refusedOn } }),
  };

  const write = async (
    filter: QueryFilter<DeliveryRecord>,
    fields: Partial<DeliveryRecord>,
    caughtUp = false,
  ) => {
    const $unset = { ...change.$unset, ...(caughtUp ? { behind: 1 as const } : {}) };
    const update = { ...change, $set: { ...change.$set, ...fields }, $unset };
    const shown = shownRevision === undefined ? {} : { $max: { shownRevision } };
    return (await deliveries.updateOne({ ...held, ...filter }, { ...update, ...shown })).matchedCount > 0;
  };
  /** Whether the card is still behind depends on what is wanted at this very moment: asked in the filter. */
  const writeShown = async (filter: QueryFilter<DeliveryRecord>, fields: Partial<DeliveryRecord>) => {
    if (shownRevision === undefined) return write(filter, fields);
    if (await write({ ...filter, wantedRevision: { $lte: shownRevision } }, fields, true)) return true;
    return write(filter, fields);
  };

  // A holder whose lease ran out may still say what came of it, as long as nobody else took the delivery.
  const sending: QueryFilter<DeliveryRecord> =
    owner === null ? { state: 'unknown' } : { state: { $in: ['claimed', 'unknown'] } };
  if (await writeShown(sending, { state, ...present({ sentAt }) })) return true;
  if (owner === null) return false;
  const isGivenUp = state === 'unreachable' || state === 'obsolete';
  return isGivenUp ? write({ state: 'sent' }, {}, true) : writeShown({ state: 'sent' }, {});
};
