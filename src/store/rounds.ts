import { type Connection, type QueryFilter, Schema } from 'mongoose';
import type { Round } from '../domain/followups/round.ts';
import type { AskedQuestionnaire, RoundStore } from '../domain/followups/round-store.ts';
import type { RoundId } from '../domain/kernel/ids.ts';
import { literal, literals } from './literal.ts';
import { present } from './present.ts';
import { part, storedAs } from './schema-options.ts';
import { settled, upsert } from './upsert.ts';

type RoundRecord = Omit<Round, 'id'> & { _id: RoundId };

const schema = new Schema<RoundRecord>(
  {
    _id: String,
    training: String,
    kind: String,
    occurrence: Number,
    label: new Schema({ zh: String, en: String }, part),
    opensAt: Date,
    dueAt: Date,
    dueDate: String,
    remindAt: [Date],
    remindersDone: Number,
    state: String,
    questionnaire: String,
    questionnaireDigest: String,
    instructors: [new Schema({ person: String, name: String }, part)],
    closedAt: Date,
    announced: Boolean,
  },
  storedAs('rounds'),
);
schema.index({ training: 1, kind: 1, occurrence: 1 }, { unique: true });
schema.index({ state: 1, opensAt: 1 });
schema.index({ state: 1, dueAt: 1 });
schema.index({ state: 1, announced: 1 });
schema.index({ dueDate: 1 });

const read = ({ _id, ...round }: RoundRecord): Round => ({ id: _id, ...round });

/** The reminder that comes next, if any is left. */
const nextReminder = ({ remindAt, remindersDone }: Round): Date | undefined => remindAt[remindersDone];

/** Rounds: planned → open → closed, or planned → missed; each step is taken from the state before it only. */
export const roundStore = (connection: Connection): RoundStore => {
  const rounds = connection.model('Round', schema);

  const listed = async (filter: QueryFilter<RoundRecord>): Promise<Round[]> =>
    (await rounds.find(filter).sort({ dueAt: 1, _id: 1 }).lean()).map(read);

  return {
    plan: async ({ id, ...round }) => {
      const once = { $setOnInsert: present(round) };
      const { upsertedCount } = await settled(() => rounds.updateOne({ _id: literal(id) }, once, upsert));
      if (upsertedCount > 0) return;
      const { opensAt, dueAt, dueDate, remindAt, label } = round;
      await rounds.updateOne(
        { _id: literal(id), state: 'planned' },
        {
          $set: { opensAt, dueAt, dueDate, remindAt, ...present({ label }) },
          ...(label === undefined ? { $unset: { label: '' } } : {}),
        },
      );
    },
    byId: async (id) => {
      const record = await rounds.findById(literal(id)).lean();
      return record === null ? undefined : read(record);
    },
    byIds: (ids) => listed({ _id: { $in: literals(ids) } }),
    ofTraining: (training) => listed({ training: literal(training) }),
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
    markOpen: async (id, { instructors, ...asked }) => {
      await rounds.updateOne(
        { _id: literal(id), state: 'planned' },
        { $set: { state: 'open', instructors, ...present(asked) } },
      );
    },
    markMissed: async (id) => {
      await rounds.updateOne({ _id: literal(id), state: 'planned' }, { $set: { state: 'missed' } });
    },
    markReminded: async (id, done) => {
      await rounds.updateOne({ _id: literal(id) }, { $max: { remindersDone: done } });
    },
    markClosed: async (id, at) => {
      await rounds.updateOne(
        { _id: literal(id), state: 'open' },
        { $set: { state: 'closed', closedAt: at } },
      );
    },
    markAnnounced: async (id) => {
      await rounds.updateOne({ _id: literal(id), state: 'closed' }, { $set: { announced: true } });
    },
    announceAgain: async (id) => {
      await rounds.updateOne({ _id: literal(id), state: 'closed' }, { $set: { announced: false } });
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
