import { type Connection, Schema } from 'mongoose';
import type { Comment, Result, ResultGroup } from '../domain/analysis/result.ts';
import type { ResultStore } from '../domain/analysis/result-store.ts';
import type { RoundId } from '../domain/kernel/ids.ts';
import { type Entry, fromEntries, toEntries } from './entries.ts';
import { literal, literals } from './literal.ts';
import { type CellRecord, cellSchema, namedCellSchema, readCell, storedCell } from './result-cells.ts';
import { part, storedAs } from './schema-options.ts';
import { settled } from './upsert.ts';

/** `_id` is `round#revision`. */
type ResultRecord = Omit<Result, 'whole' | 'departments' | 'managers' | 'groups'> & {
  _id: string;
  whole: CellRecord;
  departments: Entry<CellRecord>[];
  managers: Entry<CellRecord>[];
  groups: GroupRecord[];
};
type GroupRecord = Omit<ResultGroup, 'answers'> & { answers: Entry<number>[] };

const group = new Schema<GroupRecord>(
  {
    department: String,
    manager: String,
    due: Number,
    answers: [new Schema<Entry<number>>({ key: String, value: Number }, part)],
  },
  part,
);

const schema = new Schema<ResultRecord>(
  {
    _id: String,
    round: String,
    training: String,
    kind: String,
    questionnaire: String,
    dueDate: String,
    revision: Number,
    frozenAt: Date,
    whole: cellSchema,
    departments: [namedCellSchema],
    managers: [namedCellSchema],
    groups: [group],
    comments: [new Schema<Comment>({ key: String, text: String }, part)],
  },
  storedAs('results'),
);
schema.index({ round: 1, revision: -1 }, { unique: true });

const read = ({ _id, whole, departments, managers, groups, ...result }: ResultRecord): Result => ({
  ...result,
  whole: readCell(whole),
  departments: fromEntries(departments, readCell),
  managers: fromEntries(managers, readCell),
  groups: groups.map(({ answers, ...counts }) => ({ ...counts, answers: fromEntries(answers, (n) => n) })),
});

const asIs = { upsert: true, ignoreUndefined: true } as const;

/** Frozen results, one per (round, revision); none is ever changed. */
export const resultStore = (connection: Connection): ResultStore => {
  const results = connection.model('Result', schema);
  const uncast = connection.collection<ResultRecord>('results');

  return {
    freeze: async ({ whole, departments, managers, groups, ...result }) => {
      const fields = {
        ...result,
        whole: storedCell(whole),
        departments: toEntries(departments, storedCell),
        managers: toEntries(managers, storedCell),
        groups: groups.map(({ answers, ...counts }) => ({
          ...counts,
          answers: toEntries(answers, (n) => n),
        })),
      };
      const _id = `${literal(result.round)}#${result.revision}`;
      // Past mongoose's casting: for some hundred cells that takes most of a second, and the bot waits meanwhile.
      await settled(() => uncast.updateOne({ _id }, { $setOnInsert: fields }, asIs));
    },
    ofRound: async (round) => {
      const record = await results
        .findOne({ round: literal(round) })
        .sort({ revision: -1 })
        .lean();
      return record === null ? undefined : read(record);
    },
    ofRounds: async (rounds) => {
      const revisions = await results
        .find({ round: { $in: literals(rounds) } })
        .sort({ round: 1, revision: 1 })
        .lean();
      // The later revision of a round replaces the earlier one.
      const latest = new Map<RoundId, ResultRecord>(revisions.map((record) => [record.round, record]));
      return [...latest.values()].map(read);
    },
  };
};
