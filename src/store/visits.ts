import type { Connection, mongo, QueryFilter } from 'mongoose';
import { newEntry } from '../domain/audit/entry.ts';
import { type Visit, type VisitState, visitStates } from '../domain/followups/visit.ts';
import type { VisitStore } from '../domain/followups/visit-store.ts';
import { gather } from '../domain/kernel/gather.ts';
import type { PersonId, RoundId, VisitId } from '../domain/kernel/ids.ts';
import { localDate } from '../domain/kernel/local-date.ts';
import { writtenDown } from './audit-entries.ts';
import { excuseVisits } from './excuse-visits.ts';
import { inParts } from './in-parts.ts';
import { literal, literals } from './literal.ts';
import { present } from './present.ts';
import { settled, upsert } from './upsert.ts';
import { type VisitRecord, visitSchema } from './visit-record.ts';
import { leftOutOf } from './whole-records.ts';
import { writeMany } from './write-many.ts';

/** One that another counts for stays ended, whatever else it says. */
const read = ({ _id, entries, ...visit }: VisitRecord): Visit => ({
  id: _id,
  ...visit,
  ...(visit.countedAs === undefined ? {} : asEnded),
});

/** How a visit ends that another counts for. */
const asEnded = { state: 'excused', excuse: 'withdrawn' } as const;
const counting = { countedAs: { $exists: false } } as const;

const unfinished = { $in: ['due', 'started'] satisfies VisitState[] as VisitState[] };

interface Move {
  readonly filter: { readonly _id: VisitId; readonly state: { readonly $in: VisitState[] } };
  readonly update: mongo.UpdateFilter<VisitRecord>;
}

/**
 * The ledger: a visit's state moves forward only, and the first move to an end is the one that counts. Of when somebody began or
 * answered the day is kept, in the organisation's zone: the hour would tell whose the k-th response is (P3).
 */
export const visitStore = (connection: Connection, timeZone: string): VisitStore => {
  const dayOf = (moment: Date): string => localDate(moment, timeZone);
  const visits = connection.model('Visit', visitSchema);

  /** What follows every page that is answered: many at the same time are one request. */
  const move = gather(async (moves: readonly Move[]) => {
    await writeMany(
      visits,
      moves.map((updateOne) => ({ updateOne })),
    );
    return moves.map(() => undefined);
  });

  // By two requests: no index serves "one or the other" everywhere.
  const ofPerson = async (person: PersonId, also: QueryFilter<VisitRecord> = {}): Promise<Visit[]> => {
    const [own, passed] = await Promise.all([
      visits.find({ person: literal(person), countsFor: { $exists: false }, ...counting, ...also }).lean(),
      visits.find({ countsFor: literal(person), ...counting, ...also }).lean(),
    ]);
    return [...own, ...passed].map(read);
  };

  return {
    open: async (opened) => {
      if (opened.length === 0) return;
      const writes = opened.map(({ id, ...visit }) => ({
        updateOne: { filter: { _id: literal(id) }, update: { $setOnInsert: visit }, ...upsert },
      }));
      await settled(() => writeMany(visits, writes));
    },
    remove: async (ids) => {
      const untouched = { pagesSaved: { $in: [null, 0] }, ...counting };
      await inParts(async (some: readonly VisitId[]) => {
        await visits.deleteMany({ _id: { $in: literals(some) }, state: { $ne: 'answered' }, ...untouched });
        return [];
      })(ids);
    },
    byId: async (id) => {
      const record = await visits.findById(literal(id)).lean();
      return record === null ? undefined : read(record);
    },
    byIds: async (ids) => (await visits.find({ _id: { $in: literals(ids) } }).lean()).map(read),
    ofRound: async (round) =>
      (
        await visits
          .find({ round: literal(round) })
          .sort({ _id: 1 })
          .lean()
      ).map(read),
    ofRounds: async (rounds) =>
      (
        await visits
          .find({ round: { $in: literals(rounds) } })
          .sort({ _id: 1 })
          .lean()
      ).map(read),
    excusedIn: async (rounds) =>
      (await visits.find({ round: { $in: literals(rounds) }, state: 'excused', ...counting }).lean()).map(
        read,
      ),
    ledgerOf: async (rounds) => {
      const records = await visits
        .find({ round: { $in: literals(rounds) } })
        .sort({ _id: 1 })
        .lean();
      const damaged = leftOutOf(records).map(({ round }) => round as RoundId);
      return { visits: records.map(read), unreadable: new Set(damaged) };
    },
    unfinishedOf: async (person) =>
      (await ofPerson(person, { state: unfinished })).toSorted(
        (one, other) => one.dueAt.getTime() - other.dueAt.getTime() || (one.id < other.id ? -1 : 1),
      ),
    ofPerson: (person) => ofPerson(person),
    countByState: async (round) => {
      const groups = await visits.aggregate<{ _id: VisitState; n: number }>([
        { $match: { round: literal(round) } },
        { $group: { _id: '$state', n: { $sum: 1 } } },
      ]);
      const counted = new Map(groups.map(({ _id, n }) => [_id, n]));
      return Object.fromEntries(visitStates.map((state) => [state, counted.get(state) ?? 0])) as Record<
        VisitState,
        number
      >;
    },
    markStarted: (id, at, page, pagesSaved) =>
      move({
        filter: { _id: literal(id), state: unfinished },
        // Started once: the first day stays.
        update: {
          $set: { state: 'started', pagesSaved, ...present({ page }) },
          $min: { startedOn: dayOf(at) },
        },
      }),
    markAnswered: async (id, at, answered) => {
      const ended = { state: 'answered', answeredOn: dayOf(at), endedOn: dayOf(at), ...answered } as const;
      await move({ filter: { _id: literal(id), state: unfinished }, update: { $set: ended } });
      // An answer that was on its way while its round closed is still an answer.
      const late = { $set: { ...ended, late: true } } as const;
      await move({ filter: { _id: literal(id), state: { $in: ['expired'] } }, update: late });
    },
    markChanged: (id, pagesSaved) =>
      move({ filter: { _id: literal(id), state: { $in: ['answered'] } }, update: { $set: { pagesSaved } } }),
    ...excuseVisits(visits, dayOf),
    markDeclined: async (id, by) => {
      const declined = { state: 'declined', endedOn: dayOf(by.at) } as const;
      const entry = newEntry(by, 'visit-declined', { kind: 'visit', id });
      const change = { $set: declined, ...writtenDown(entry) };
      await visits.updateOne({ _id: literal(id), state: unfinished }, change);
    },
    takeBackDeclined: async (id, by) => {
      const entry = newEntry(
        by,
        'visit-reinstated',
        { kind: 'visit', id },
        { before: { state: 'declined' } },
      );
      for (const [state, begun] of [
        ['started', true],
        ['due', false],
      ] as const) {
        await visits.updateOne(
          { _id: literal(id), state: 'declined', startedOn: { $exists: begun } },
          { $set: { state }, $unset: { endedOn: 1, quietUntil: 1 }, ...writtenDown(entry) },
        );
      }
    },
    expire: async (round, at) => {
      await visits.updateMany(
        { round: literal(round), state: unfinished },
        { $set: { state: 'expired', endedOn: dayOf(at) } },
      );
    },
    follow: async (round, dueAt) => {
      await visits.updateMany(
        { round: literal(round), dueAt: { $ne: dueAt } },
        { $set: { dueAt }, $inc: { changes: 1 } },
      );
    },
    keepQuiet: async (id, until) => {
      await visits.updateOne({ _id: literal(id), state: unfinished }, { $set: { quietUntil: until } });
    },
    passTo: async (id, person, by) => {
      const to = literal(person);
      const entry = newEntry(by, 'visit-passed-on', { kind: 'visit', id }, { after: { person: to } });
      await visits.updateOne(
        { _id: literal(id), countsFor: { $ne: to }, ...counting },
        { $set: { countsFor: to }, ...writtenDown(entry) },
      );
    },
    endAs: async ({ id, state, pagesSaved }, counts, by) => {
      const countedAs = literal(counts);
      const facts = { before: { state }, after: { countedAs } };
      const entry = newEntry(by, 'visit-merged', { kind: 'visit', id }, facts);
      const asRead = { state: literal(state), pagesSaved: pagesSaved ?? { $exists: false } };
      const { matchedCount } = await visits.updateOne(
        { _id: literal(id), ...asRead, ...counting },
        { $set: { ...asEnded, endedOn: dayOf(by.at), countedAs }, ...writtenDown(entry) },
      );
      return matchedCount > 0;
    },
    countIn: async (id, department, manager) => {
      await visits.updateOne(
        { _id: literal(id) },
        manager === undefined
          ? { $set: { department: literal(department) }, $unset: { manager: 1 } }
          : { $set: { department: literal(department), manager: literal(manager) } },
      );
    },
    changeManager: async (rounds, from, to) => {
      await visits.updateMany(
        { round: { $in: literals(rounds) }, manager: literal(from) },
        { $set: { manager: literal(to) } },
      );
    },
    rememberPage: async (id, page) => {
      await visits.updateOne({ _id: literal(id) }, { $set: { page } });
    },
  };
};
