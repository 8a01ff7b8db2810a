import type { Connection } from 'mongoose';
import type { ClaimRequest, DeliveryStore } from '../domain/deliveries/delivery-store.ts';
import type { DeliveryKind, Subject } from '../domain/deliveries/subject.ts';
import { claimDeliveries } from './claim-deliveries.ts';
import { isNotHeld, waitIsOver } from './claim-filters.ts';
import { recordAttempt } from './delivery-attempt.ts';
import { recordAttempts } from './delivery-attempts.ts';
import { deliveryProgress } from './delivery-progress.ts';
import {
  type DeliveryRecord,
  deliverySchema,
  plannedRecord,
  readDelivery,
  readDeliveryOf,
  readKnown,
} from './delivery-record.ts';
import { inParts } from './in-parts.ts';
import { literal, literals } from './literal.ts';
import { present } from './present.ts';
import { redirectDeliveries } from './redirect-deliveries.ts';
import { refusedDeliveries } from './refused-deliveries.ts';
import { messageId, storedKinds, subjectString } from './stored-message.ts';
import { settled, upsert } from './upsert.ts';
import { writeMany } from './write-many.ts';

/**
 * Deliveries. Of any number of processes one holds a delivery at a time; a lease that runs out while a message
 * was being sent leaves it `unknown`, since nobody can tell whether it went out. Updating a shown card may be
 * repeated, so its lease merely lapses, and the delivery stays `sent` throughout.
 */
export const deliveryStore = (connection: Connection): DeliveryStore => {
  const deliveries = connection.model<DeliveryRecord>('Delivery', deliverySchema);
  const oldestFirst = { notBefore: 1, _id: 1 } as const;
  const afterwards = { sort: oldestFirst, returnDocument: 'after' } as const;

  const leaseOf = ({ owner, realNow, leaseMs }: ClaimRequest) => ({
    owner: String(owner),
    until: new Date(realNow.getTime() + leaseMs),
  });

  return {
    plan: async (plans) => {
      if (plans.length === 0) return;
      const writes = plans.map(plannedRecord).map(({ _id, ...fields }) => ({
        updateOne: { filter: { _id }, update: { $setOnInsert: fields }, ...upsert },
      }));
      await settled(() => writeMany(deliveries, writes));
    },
    claimSome: claimDeliveries(deliveries),
    claimUpdate: async (request) => {
      const due = {
        kind: { $in: [...storedKinds] },
        state: 'sent' as const,
        behind: true as const,
        notBefore: { $lte: request.now },
        // What was not named cannot be replaced.
        'message.activityId': { $ne: null },
        $and: [waitIsOver(request.realNow), isNotHeld(request.realNow)],
      };
      const claimed = await deliveries
        .findOneAndUpdate(due, { $set: { lease: leaseOf(request) } }, afterwards)
        .lean();
      return claimed === null ? undefined : readDelivery(claimed);
    },
    expireLeases: async (realNow) => {
      const died = { at: realNow, outcome: 'unknown' } as const;
      // The lease stays: should its holder come back after all, what it knows is better than "unknown".
      const { modifiedCount } = await deliveries.updateMany(
        { state: 'claimed', ...isNotHeld(realNow) },
        { $set: { state: 'unknown', reason: 'no-answer' }, $push: { attempts: died } },
      );
      return modifiedCount;
    },
    unknown: async (limit) =>
      readKnown(await deliveries.find({ state: 'unknown' }).sort(oldestFirst).limit(limit).lean()),
    record: (id, owner, attempt) => recordAttempt(deliveries, id, owner, attempt),
    recordAll: (attempts) => recordAttempts(deliveries, attempts),
    withhold: async (subjects) => {
      for (const [kind, ofKind] of Map.groupBy(subjects, (subject) => subject.kind))
        await inParts(async (some: readonly string[]) => {
          await deliveries.deleteMany({
            kind: literal(kind),
            subject: { $in: literals(some) },
            state: { $in: ['planned', 'retry', 'unreachable', 'obsolete'] },
            sentAt: { $exists: false },
          });
          return [];
        })(ofKind.map(subjectString));
    },
    release: async (id, owner, notBefore) => {
      const later = notBefore === undefined ? {} : { $max: { notBefore } };
      const held = { _id: literal(id), 'lease.owner': String(owner) };
      const given = await deliveries.updateOne(
        { ...held, state: 'claimed' },
        { $set: { state: 'planned' }, $unset: { lease: 1 }, ...later },
      );
      if (given.matchedCount > 0) return;
      await deliveries.updateOne({ ...held, state: 'sent' }, { $unset: { lease: 1 }, ...later });
    },
    wantUpdate: async (message) => {
      await deliveries.updateOne(
        { _id: literal(messageId(message)) },
        { $inc: { wantedRevision: 1 }, $set: { behind: true } },
      );
    },
    ...deliveryProgress(deliveries),
    ...refusedDeliveries(deliveries),
    redirect: redirectDeliveries(deliveries),
    of: async (message) => {
      const record = await deliveries.findById(literal(messageId(message))).lean();
      return record === null ? undefined : readDelivery(record);
    },
    about: async <Kind extends DeliveryKind>(subjects: readonly Subject<Kind>[]) => {
      const found = [...Map.groupBy(subjects, ({ kind }) => kind)].map(async ([kind, ofKind]) => {
        const about = { kind: literal(kind), subject: { $in: literals(ofKind.map(subjectString)) } };
        const records = await deliveries.find(about).sort({ _id: 1 }).lean();
        return records.map((record) => readDeliveryOf<Kind>(kind, record));
      });
      return (await Promise.all(found)).flat();
    },
    sentTo: async (people, kind, since) => {
      const messages = { 'recipient.person': { $in: literals(people) }, kind: literal(kind) };
      const sent = await deliveries
        .find({ ...messages, sentAt: { $gte: since } }, { recipient: 1, sentAt: 1 })
        .lean();
      const byPerson = Map.groupBy(sent, ({ recipient }) => recipient.person);
      return people.map((person) => (byPerson.get(person) ?? []).flatMap(({ sentAt }) => sentAt ?? []));
    },
    waiting: async (now) => {
      const due = { state: { $in: ['planned', 'retry'] as const }, notBefore: { $lte: now } };
      const oldest = await deliveries.findOne(due, { notBefore: 1 }).sort({ notBefore: 1 }).lean();
      return {
        due: await deliveries.countDocuments(due),
        ...present({ since: oldest?.notBefore }),
      };
    },
    nextDue: async (after) => {
      const firstOf = (state: 'retry' | 'planned') =>
        deliveries
          .findOne({ state, notBefore: { $gt: after } }, { notBefore: 1 })
          .sort(oldestFirst)
          .lean();
      const moments = [await firstOf('retry'), await firstOf('planned')].flatMap(
        (next) => next?.notBefore ?? [],
      );
      return moments.sort((one, other) => one.getTime() - other.getTime())[0];
    },
  };
};
