import type { Model, QueryFilter } from 'mongoose';
import { type DeliveryReason, passingReasons } from '../domain/deliveries/delivery.ts';
import type { DeliveryStore } from '../domain/deliveries/delivery-store.ts';
import type { PersonId } from '../domain/kernel/ids.ts';
import { type DeliveryRecord, readKnown } from './delivery-record.ts';
import { literal, literals } from './literal.ts';
import { present } from './present.ts';
import { messageId } from './stored-message.ts';
import { storedReason } from './stored-reason.ts';

const notTheNews = { $ne: 'unreachable' as const };
const couldNotGet: QueryFilter<DeliveryRecord> = {
  $or: [{ state: 'unreachable' }, { state: 'retry', reason: { $in: passingReasons.map(storedReason) } }],
};
const afresh = { $set: { state: 'planned' }, $unset: { reason: 1, retryAt: 1, refusedOn: 1 } } as const;

/** Trying these again changes nothing: they wait for somebody to be met, or are what they are. */
const waitsForSomething: readonly DeliveryReason[] = [
  'no-address',
  'no-group-address',
  'message-gone',
  'too-large',
];

type Refused = Pick<
  DeliveryStore,
  | 'reopenFor'
  | 'anyRefusedTo'
  | 'reopen'
  | 'tryRefusedAgain'
  | 'refused'
  | 'anyRefusedOn'
  | 'reopenForGroup'
  | 'waitingForGroup'
>;

/** What could not be delivered, and what becomes of it when it can be. */
export const refusedDeliveries = (deliveries: Model<DeliveryRecord>): Refused => ({
  reopenFor: async (person, now) => {
    const soon = now === undefined ? {} : { $min: { notBefore: now } };
    const theirs = { 'recipient.person': literal(person), ...couldNotGet };
    return (await deliveries.updateMany(theirs, { ...afresh, ...soon })).modifiedCount;
  },
  anyRefusedTo: async (people) => {
    const theirs = { 'recipient.person': { $in: literals(people) }, ...couldNotGet };
    const found = await deliveries.find(theirs, { recipient: 1 }).lean();
    const refused = new Set(found.map(({ recipient }) => recipient.person as PersonId));
    return people.map((person) => refused.has(person));
  },
  reopen: async (messages, now, until) => {
    if (messages.length === 0) return;
    const them = { _id: { $in: literals(messages.map(messageId)) }, state: 'obsolete' as const };
    const $set = { ...afresh.$set, ...present({ until }) };
    await deliveries.updateMany(them, { ...afresh, $set, $min: { notBefore: now } });
  },
  tryRefusedAgain: async ({ now, since, notRefusedOn, notBefore, most }) => {
    const which: QueryFilter<DeliveryRecord> = {
      state: 'unreachable',
      notBefore: { $gt: since, $lte: now },
      'recipient.person': { $exists: true },
      reason: { $nin: waitsForSomething.map(storedReason) },
      refusedOn: { $exists: true, $nin: literals(notRefusedOn) },
      $or: [{ until: { $exists: false } }, { until: { $gt: now } }],
    };
    const found = await deliveries.find(which, { _id: 1 }).sort({ notBefore: 1, _id: 1 }).limit(most).lean();
    if (found.length === 0) return 0;
    const given = { _id: { $in: found.map(({ _id }) => _id) }, state: 'unreachable' as const };
    const again = { $set: { state: 'retry' as const, notBefore }, $unset: { retryAt: 1 as const } };
    return (await deliveries.updateMany(given, again)).modifiedCount;
  },
  reopenForGroup: async (now) => {
    const itsOwn = { 'recipient.channel': 'department' as const };
    const waiting = { ...itsOwn, state: { $in: ['unreachable' as const, 'retry' as const] } };
    const { modifiedCount } = await deliveries.updateMany(waiting, { ...afresh, $min: { notBefore: now } });
    // What is shown and behind waited for the next morning, too.
    await deliveries.updateMany({ ...itsOwn, state: 'sent', behind: true }, { $min: { notBefore: now } });
    return modifiedCount;
  },
  waitingForGroup: async (kinds) => {
    const ofThem = { 'recipient.channel': 'department' as const, kind: { $in: literals(kinds) } };
    const waiting = { ...ofThem, state: 'unreachable' as const, reason: storedReason('no-group-address') };
    const first = deliveries.findOne(waiting, { notBefore: 1 }).sort({ notBefore: 1 });
    return (await first.lean())?.notBefore;
  },
  refused: async (now) => {
    const ofUse = { $or: [{ until: { $exists: false } }, { until: { $gt: now } }] };
    const people = { 'recipient.person': { $exists: true }, kind: notTheNews, $and: [couldNotGet, ofUse] };
    return readKnown(await deliveries.find(people).sort({ _id: 1 }).lean());
  },
  anyRefusedOn: async (date) =>
    (await deliveries.findOne({ refusedOn: literal(date), kind: notTheNews }, { _id: 1 }).lean()) !== null,
});
