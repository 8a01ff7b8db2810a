import { Schema } from 'mongoose';
import type { Delivery, DeliveryAttempt } from '../domain/deliveries/delivery.ts';
import type { DeliveryPlan } from '../domain/deliveries/delivery-store.ts';
import type { DeliveryKind } from '../domain/deliveries/subject.ts';
import type { DeliveryId } from '../domain/kernel/ids.ts';
import { present } from './present.ts';
import { part, storedAs } from './schema-options.ts';
import {
  isStoredKind,
  messageId,
  readRecipient,
  readSubject,
  type StoredRecipient,
  storedRecipient,
  subjectString,
} from './stored-message.ts';
import { readReason } from './stored-reason.ts';
import { readReceipt, type StoredReceipt } from './stored-receipt.ts';
import { readWhole } from './whole-records.ts';

type StoredAttempt = Omit<DeliveryAttempt, 'reason'> & { readonly reason?: string };

/** `lane`: what it belongs to, for fairness; `claim` in a lease: which taking of its owner's. `behind`: the shown card should say something else. Kept because a filter cannot compare two fields of a document. `saying`: what it was asked to say last, in short. */
export type DeliveryRecord = Omit<
  Delivery,
  'id' | 'subject' | 'recipient' | 'attempts' | 'reason' | 'receipt' | 'lease'
> & {
  _id: DeliveryId;
  kind: DeliveryKind;
  subject: string;
  attempts: readonly StoredAttempt[];
  reason?: string;
  message?: StoredReceipt;
  lane: string;
  lease?: { owner: string; until: Date; claim?: string };
  recipient: StoredRecipient;
  behind?: true;
  saying?: string;
};

const recipient = new Schema({ person: String, channel: String }, part);
const attempt = new Schema({ at: Date, outcome: String, status: Number, reason: String }, part);
const lease = new Schema({ owner: String, until: Date, claim: String }, part);

export const deliverySchema = new Schema<DeliveryRecord>(
  {
    _id: String,
    kind: String,
    lane: String,
    subject: String,
    recipient,
    state: String,
    notBefore: Date,
    until: Date,
    attempts: [attempt],
    reason: String,
    refusedOn: { type: [String], default: undefined },
    sentAt: Date,
    message: Schema.Types.Mixed,
    lease,
    retryAt: Date,
    wantedRevision: Number,
    shownRevision: Number,
    behind: Boolean,
    saying: String,
  },
  storedAs('deliveries'),
);
deliverySchema.index({ state: 1, notBefore: 1, _id: 1 });
deliverySchema.index({ state: 1, lane: 1, notBefore: 1, _id: 1 });
// Of the many that were sent few are behind: the others have no entry.
deliverySchema.index({ behind: 1 }, { sparse: true });
deliverySchema.index({ kind: 1, subject: 1 });
deliverySchema.index({ refusedOn: 1 });
deliverySchema.index({ 'recipient.person': 1, kind: 1, sentAt: 1 });
deliverySchema.index({ 'recipient.channel': 1 }, { sparse: true });
readWhole(deliverySchema, {
  needs: ['kind', 'subject', 'recipient', 'state', 'notBefore', 'attempts'],
  // To nobody is not to the department.
  checks: { recipient: ({ person, channel }) => person !== undefined || channel === 'department' },
});

/** A new delivery. */
export const plannedRecord = (plan: DeliveryPlan): DeliveryRecord => ({
  _id: messageId(plan),
  kind: plan.subject.kind,
  lane: plan.lane ?? plan.subject.kind,
  subject: subjectString(plan.subject),
  recipient: storedRecipient(plan.recipient),
  state: 'planned',
  notBefore: plan.notBefore,
  ...present({ until: plan.until }),
  attempts: [],
  wantedRevision: 0,
  shownRevision: 0,
});

export const readDelivery = (record: DeliveryRecord): Delivery => readDeliveryOf(record.kind, record);

/** What a later version beside this one plans and this one knows nothing of is left to that one. */
export const readKnown = (records: readonly DeliveryRecord[]): Delivery[] =>
  records.filter(({ kind }) => isStoredKind(kind)).map(readDelivery);

/** `readDelivery` where the kind is known beforehand. */
export const readDeliveryOf = <Kind extends DeliveryKind>(
  kind: Kind,
  record: DeliveryRecord,
): Delivery<Kind> => {
  const {
    _id,
    kind: _,
    behind,
    saying,
    lane,
    subject,
    recipient,
    attempts,
    reason,
    message,
    lease,
    ...delivery
  } = record;
  return {
    id: _id,
    ...delivery,
    subject: readSubject(kind, subject),
    recipient: readRecipient(recipient),
    attempts: attempts.map(readAttempt),
    ...(reason === undefined ? {} : { reason: readReason(reason) }),
    ...(message === undefined ? {} : { receipt: readReceipt(message) }),
    ...(lease === undefined ? {} : { lease: { owner: lease.owner, until: lease.until } }),
  };
};

const readAttempt = ({ reason, ...attempt }: StoredAttempt): DeliveryAttempt => ({
  ...attempt,
  ...(reason === undefined ? {} : { reason: readReason(reason) }),
});
