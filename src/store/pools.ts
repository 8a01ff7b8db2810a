import { type Connection, Schema } from 'mongoose';
import type { Pool } from '../domain/analysis/pool.ts';
import type { PoolStore } from '../domain/analysis/pool-store.ts';
import type { RoundId } from '../domain/kernel/ids.ts';
import { literal, literals } from './literal.ts';
import { storedAs } from './schema-options.ts';
import { settled, upsert, upsertAndRead } from './upsert.ts';
import { readWhole } from './whole-records.ts';

type PoolRecord = Omit<Pool, 'id' | 'rounds'> & { _id: RoundId; rounds: RoundId[] };
/** Stands among its quarter's pools: none is left to be made. */
type Settled = Pick<Pool, 'quarter'>;

const schema = new Schema<PoolRecord & { settled?: true }>(
  {
    _id: String,
    quarter: String,
    course: String,
    kind: String,
    questionnaire: String,
    rounds: { type: [String], default: undefined },
    settled: Boolean,
  },
  storedAs('pools'),
);
schema.index({ quarter: 1 });
readWhole(schema, {
  needs: ['quarter'],
  checks: {
    quarter: (_, { settled, course, kind, questionnaire, rounds }) =>
      settled || Boolean(course && kind && questionnaire && rounds),
  },
});

const read = ({ _id, ...pool }: PoolRecord): Pool => ({ id: _id, ...pool });
const settledId = (quarter: string): RoundId => `settled/${literal(quarter)}` as RoundId;

/** Pools, each made once and never changed, and in which quarters none is left to be made. */
export const poolStore = (connection: Connection): PoolStore => {
  const pools = connection.model('Pool', schema);

  return {
    keep: ({ id, ...pool }) =>
      settled(async () => {
        const update = { $setOnInsert: { ...pool, rounds: [...pool.rounds] } };
        const kept = pools.findOneAndUpdate({ _id: literal(id) }, update, upsertAndRead);
        return read(await kept.orFail().lean<PoolRecord>());
      }),
    byId: async (id) => {
      const record = await pools
        .findOne({ _id: literal(id), settled: { $exists: false } })
        .lean<PoolRecord | null>();
      return record === null ? undefined : read(record);
    },
    ofQuarters: async (quarters) => {
      const found = pools.find({ quarter: { $in: literals(quarters) }, settled: { $exists: false } });
      return (await found.sort({ _id: 1 }).lean<PoolRecord[]>()).map(read);
    },
    settle: async (quarter) => {
      const update = { $setOnInsert: { quarter: literal(quarter), settled: true as const } };
      await settled(() => pools.updateOne({ _id: settledId(quarter) }, update, upsert));
    },
    settled: async (quarters) => {
      const found = await pools.find({ _id: { $in: quarters.map(settledId) } }).lean<Settled[]>();
      return new Set(found.map(({ quarter }) => quarter));
    },
  };
};
