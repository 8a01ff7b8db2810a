import type { Connection, QueryFilter } from 'mongoose';
import { newEntry } from '../domain/audit/entry.ts';
import type { Round } from '../domain/followups/round.ts';
import type { AskedQuestionnaire, RoundStore } from '../domain/followups/round-store.ts';
import { writtenDown } from './audit-entries.ts';
import { inParts } from './in-parts.ts';
import { literal, literals } from './literal.ts';
import { planRound, planRounds } from './plan-round.ts';
import { present } from './present.ts';
import { roundCorrections } from './round-corrections.ts';
import { type RoundRecord, readRound, roundSchema } from './round-record.ts';

/** The reminder that comes next, if any is left. */
const nextReminder = ({ remindAt, remindersDone }: Round): Date | undefined => remindAt[remindersDone];

/** Rounds: planned → open → closed, or planned → missed, and cancelled until that is taken back; each step is taken from the state before it only. */
export const roundStore = (connection: Connection): RoundStore => {
  const rounds = connection.model('Round', roundSchema);

  const listed = async (filter: QueryFilter<RoundRecord>): Promise<Round[]> =>
    (await rounds.find(filter).sort({ dueAt: 1, _id: 1 }).lean()).map(readRound);

  return {
    plan: (round, by) => planRound(rounds, round, by),
    planAll: (some, by) => planRounds(rounds, some, by),
    byId: async (id) => {
      const record = await rounds.findById(literal(id)).lean();
      return record === null ? undefined : readRound(record);
    },
    byIds: (ids) => listed({ _id: { $in: literals(ids) } }),
    ofTraining: (training) => listed({ training: literal(training) }),
    ofTrainings: inParts((codes) => listed({ training: { $in: literals(codes) } })),
    toOpen: (now) => listed({ state: 'planned', opensAt: { $lte: now } }),
    toRemind: async (now) => {
      const open = await listed({ state: 'open' });
      return open.filter((round) => {
        const next = nextReminder(round);
        return next !== undefined && next <= now;
      });
    },
    toClose: (now) => listed({ state: 'open', dueAt: { $lte: now } }),
    toAnnounce: () => listed({ state: 'closed', announced: false }),
    open: () => listed({ state: 'open' }),
    dueBetween: (fromDate, toDate) => listed({ dueDate: { $gte: String(fromDate), $lte: String(toDate) } }),
    markOpen: async (id, { instructors, ...asked }, by) => {
      const people = instructors.map(({ person }) => person);
      const facts = { ...present({ questionnaire: asked.questionnaire }), instructors: people };
      await rounds.updateOne(
        { _id: literal(id), state: 'planned' },
        {
          $set: { state: 'open', instructors, ...present(asked) },
          ...writtenDown(newEntry(by, 'round-opened', { kind: 'round', id }, { after: facts })),
        },
      );
    },
    remove: async (ids) => {
      const begun = { state: { $ne: 'closed' as const } };
      await rounds.deleteMany({ _id: { $in: literals(ids) }, ...begun });
    },
    markMissed: async (id, by) => {
      const note = writtenDown(newEntry(by, 'round-missed', { kind: 'round', id }));
      await rounds.updateOne({ _id: literal(id), state: 'planned' }, { $set: { state: 'missed' }, ...note });
    },
    ...roundCorrections(rounds),
    markReminded: async (id, done) => {
      await rounds.updateOne({ _id: literal(id) }, { $max: { remindersDone: done } });
    },
    markClosed: async (id, by) => {
      const note = writtenDown(newEntry(by, 'round-closed', { kind: 'round', id }));
      await rounds.updateOne(
        { _id: literal(id), state: 'open' },
        { $set: { state: 'closed', closedAt: by.at }, ...note },
      );
    },
    markAnnounced: async (id, revision, by) => {
      const closed = { _id: literal(id), state: 'closed' as const };
      const facts = { after: { revision } };
      const note = writtenDown(newEntry(by, 'round-announced', { kind: 'round', id }, facts));
      const news = {
        $or: [
          { announcedRevision: { $exists: false }, announced: false },
          { announcedRevision: { $lt: revision } },
        ],
      };
      const set = { announced: true, announcedRevision: revision };
      const told = await rounds.updateOne({ ...closed, ...news }, { $set: set, ...note });
      if (told.matchedCount === 0) await rounds.updateOne(closed, { $set: { announced: true } });
    },
    announceAgain: async (id) => {
      // An earlier version did not keep which revision it announced: it was the first at least.
      await rounds.updateOne(
        { _id: literal(id), state: 'closed', announced: true, announcedRevision: { $exists: false } },
        { $set: { announcedRevision: 1 } },
      );
      await rounds.updateOne({ _id: literal(id), state: 'closed' }, { $set: { announced: false } });
    },
    markPooled: async (ids, pool) => {
      const told = { state: 'closed' as const, announced: true, pool: { $exists: false } };
      await rounds.updateMany({ _id: { $in: literals(ids) }, ...told }, { $set: { pool: literal(pool) } });
    },
    questionnairesAsked: async () => {
      const groups = await rounds.aggregate<{ _id: string | null; least?: string; greatest?: string }>([
        { $match: { state: { $in: ['open', 'closed'] } } },
        {
          $group: {
            _id: '$questionnaire',
            least: { $min: '$questionnaireDigest' },
            greatest: { $max: '$questionnaireDigest' },
          },
        },
      ]);
      return groups.flatMap(({ _id, least, greatest }): AskedQuestionnaire[] => {
        if (_id === null) return [];
        const digests = new Set([least, greatest].filter((digest) => typeof digest === 'string'));
        return digests.size === 0
          ? [{ questionnaire: _id }]
          : [...digests].map((digest) => ({ questionnaire: _id, digest }));
      });
    },
    nextMoment: async (after) => {
      const planned = rounds.findOne({ state: 'planned', opensAt: { $gt: after } }).sort({ opensAt: 1 });
      const opening = (await planned.lean())?.opensAt;
      const open = await listed({ state: 'open' });
      const moments = [opening, ...open.flatMap((round) => [nextReminder(round), round.dueAt])];
      return moments
        .filter((moment): moment is Date => moment !== undefined && moment > after)
        .sort((one, other) => one.getTime() - other.getTime())[0];
    },
  };
};
