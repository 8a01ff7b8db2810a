import { Schema } from 'mongoose';
import type { Delivery } from '../domain/deliveries/delivery.ts';
import type { DeliveryPlan } from '../domain/deliveries/delivery-store.ts';
import { type DeliveryId, deliveryId } from '../domain/kernel/ids.ts';
import { present } from './present.ts';
import { part, storedAs } from './schema-options.ts';

/** `lane`: what it belongs to, for fairness; `claim` in a lease: which taking of its owner's. `behind`: the shown card should say something else. Kept because a filter cannot compare two fields of a document. `saying`: what it was asked to say last, in short. */
export type DeliveryRecord = Omit<Delivery, 'id' | 'recipient' | 'lease'> & {
  _id: DeliveryId;
  lane: string;
  lease?: { owner: string; until: Date; claim?: string };
  recipient: { person?: string; channel?: 'department' };
  behind?: true;
  saying?: string;
};

const recipient = new Schema({ person: String, channel: String }, part);
const attempt = new Schema({ at: Date, outcome: String, status: Number, reason: String }, part);
const message = new Schema({ conversationId: String, activityId: String, serviceUrl: String }, part);
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
    message,
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

/** A new delivery; its id says what it is about and to whom, so that planning twice plans once. */
export const plannedRecord = ({ kind, subject, recipient, ...plan }: DeliveryPlan): DeliveryRecord => ({
  _id: deliveryId(kind, subject, 'person' in recipient ? `person:${recipient.person}` : 'channel:department'),
  kind,
  lane: plan.lane ?? kind,
  subject,
  recipient: { ...recipient },
  state: 'planned',
  notBefore: plan.notBefore,
  ...present({ until: plan.until }),
  attempts: [],
  wantedRevision: 0,
  shownRevision: 0,
});

export const readDelivery = ({
  _id,
  behind,
  saying,
  lane,
  recipient,
  lease,
  ...delivery
}: DeliveryRecord): Delivery => ({
  id: _id,
  ...delivery,
  ...(lease === undefined ? {} : { lease: { owner: lease.owner, until: lease.until } }),
  recipient: recipient as Delivery['recipient'],
});
