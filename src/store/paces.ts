import { type Connection, Schema } from 'mongoose';
import type { Bucket, PaceStore } from '../domain/deliveries/pace-store.ts';
import { literal } from './literal.ts';
import { storedAs } from './schema-options.ts';
import { isDuplicateKey, settled } from './upsert.ts';

/** Milliseconds of real time throughout. `fullAt`: per bucket, when it would be full again. */
interface PaceRecord {
  _id: string;
  next?: number;
  pausedUntil?: number;
  full0?: number;
  full1?: number;
  full2?: number;
  /** When the note means nothing any more and the database may drop it. */
  until: Date;
}

const schema = new Schema<PaceRecord>(
  {
    _id: String,
    next: Number,
    pausedUntil: Number,
    full0: Number,
    full1: Number,
    full2: Number,
    until: Date,
  },
  storedAs('paces'),
);
schema.index({ until: 1 }, { expireAfterSeconds: 0 });

/** The ids are older than the second channel: they stay. */
const all = 'tenant';
const addressNote = (to: string): string => `conversation ${literal(to)}`;
/** A line longer than this, or a pause, comes from a clock that was set back: it is not believed. */
const longestLineMs = 20_000;
const longestPauseMs = 3_600_000;
const keptMs = 2 * longestPauseMs;

const field = (index: number): 'full0' | 'full1' | 'full2' =>
  index === 0 ? 'full0' : index === 1 ? 'full1' : 'full2';

/** Who may send when, agreed among all processes: one small document for all, one per busy address. */
export const paceStore = (connection: Connection): PaceStore => {
  const paces = connection.model('Pace', schema);
  const kept = (now: number): Date => new Date(now + keptMs);
  const piped = { upsert: true, updatePipeline: true, returnDocument: 'after' } as const;

  const pause = async (id: string, until: number): Promise<void> => {
    const update = { $max: { pausedUntil: until }, $set: { until: kept(until) } };
    await settled(() => paces.updateOne({ _id: literal(id) }, update, { upsert: true }));
  };

  return {
    reserve: async ({ count, apartMs, now }) => {
      const from = believedMoment('$next', now, longestLineMs);
      const update = [{ $set: { next: { $add: [from, count * apartMs] }, until: kept(now) } }];
      const line = await settled(() => paces.findOneAndUpdate({ _id: all }, update, piped).orFail().lean());
      const pausedUntil = line.pausedUntil ?? 0;
      return {
        from: (line.next ?? now) - count * apartMs,
        pausedUntil: pausedUntil > now + longestPauseMs ? 0 : pausedUntil,
      };
    },
    pause: (until) => pause(all, until),
    pauseAddress: (to, until) => pause(addressNote(to), until),
    take: async (to, buckets, now) => {
      const _id = addressNote(to);
      const room = buckets.map((bucket, index) => ({
        $or: [
          { [field(index)]: { $exists: false } },
          { [field(index)]: { $lte: now + slackMs(bucket) } },
          { [field(index)]: { $gt: now + longestMs(bucket) } },
        ],
      }));
      const quiet = { $or: [{ pausedUntil: { $exists: false } }, { pausedUntil: { $lte: now } }] };
      const taken = buckets.map((bucket, index) => [
        field(index),
        { $add: [believedMoment(`$${field(index)}`, now, longestMs(bucket)), 1000 / bucket.perSecond] },
      ]);
      const update = [{ $set: { ...Object.fromEntries(taken), until: kept(now) } }];
      try {
        await paces.updateOne({ _id, $and: [...room, quiet] }, update, {
          upsert: true,
          updatePipeline: true,
        });
        return 0;
      } catch (error) {
        // There is such a note, and it has no room.
        if (!isDuplicateKey(error)) throw error;
      }
      const note = await paces.findById(_id).lean();
      if (note === null) return 0;
      const waits = buckets.map((bucket, index) => {
        const full = note[field(index)] ?? 0;
        return full > now + longestMs(bucket) ? 0 : full - slackMs(bucket) - now;
      });
      const wait = Math.max(1, (note.pausedUntil ?? 0) - now, ...waits);
      return Math.min(wait, longestPauseMs);
    },
  };
};

/** A moment that is kept, or now if that is later; one too far ahead was written by a clock that has been set back. */
const believedMoment = (path: string, now: number, mostMs: number) => ({
  $cond: [{ $gt: [path, now + mostMs] }, now, { $max: [path, now] }],
});

/** An empty bucket is full again after this: no note of ours is further ahead. */
const longestMs = ({ size, perSecond }: Bucket): number => ((size + 1) / perSecond) * 1000;

/** A bucket has room for one as long as it is full again within this. */
const slackMs = ({ size, perSecond }: Bucket): number => ((size - 1) / perSecond) * 1000;
