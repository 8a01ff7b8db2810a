import { randomUUID } from 'node:crypto';
import { type Connection, Schema } from 'mongoose';
import type { Result } from '../domain/analysis/result.ts';
import type { ResultStore } from '../domain/analysis/result-store.ts';
import { hidden } from '../domain/analysis/told.ts';
import { type RoundId, visitKinds } from '../domain/kernel/ids.ts';
import { isLocalDate } from '../domain/kernel/local-date.ts';
import { type Entry, fromEntries } from './entries.ts';
import { literal, literals } from './literal.ts';
import { type CellRecord, cellSchema, isCell, readCell, storedCell } from './result-cells.ts';
import { resultParts } from './result-parts.ts';
import { part, storedAs } from './schema-options.ts';
import { settled } from './upsert.ts';
import { allOf, leftOutOf, oneOf, readWhole } from './whole-records.ts';

/** `_id` is `round#revision`. */
type ResultRecord = Omit<Result, 'whole' | 'comments'> & {
  _id: string;
  whole: CellRecord;
  /** How many there are of each question; none where they may not be shown. */
  commentCounts: Entry<number | undefined>[];
  /** Which freezing wrote the parts, and which the comments. */
  parts: string;
  texts: string;
  /** What was counted is known by its marks. */
  marked: boolean;
};

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
    commentCounts: [new Schema({ key: String, value: Number }, part)],
    parts: String,
    texts: String,
    marked: Boolean,
  },
  storedAs('results'),
);
schema.index({ round: 1, revision: -1 }, { unique: true });
readWhole(schema, {
  needs: [
    ...(['round', 'training', 'kind', 'questionnaire', 'dueDate', 'revision', 'frozenAt'] as const),
    ...(['whole', 'commentCounts', 'parts', 'texts'] as const),
  ],
  checks: { kind: oneOf(visitKinds), dueDate: isLocalDate, whole: isCell },
});

const read = ({ _id, whole, commentCounts, parts, texts, marked, ...result }: ResultRecord): Result => ({
  ...result,
  whole: readCell(whole),
  comments: fromEntries(commentCounts, (count) => count ?? hidden),
});

const asIs = { upsert: true, ignoreUndefined: true } as const;

/** Frozen results, one per (round, revision); none is ever changed. What belongs to one is written before it. */
export const resultStore = (connection: Connection): ResultStore => {
  const results = connection.model('Result', schema);
  const uncast = connection.collection<ResultRecord>('results');
  const pieces = resultParts(connection);

  const latest = async (rounds: readonly RoundId[], fields = {}): Promise<ResultRecord[]> => {
    const revisions = await results
      .find({ round: { $in: literals(rounds) } }, fields)
      .sort({ round: 1, revision: 1 })
      .lean<ResultRecord[]>();
    // The later revision of a round replaces the earlier one: where one is damaged, nobody knows what holds.
    const damaged = new Set(leftOutOf(revisions).map(({ round }) => round));
    const whole = revisions.filter(({ round }) => !damaged.has(round));
    return [...new Map(whole.map((record) => [record.round, record])).values()];
  };
  const latestOf = async (round: RoundId): Promise<ResultRecord | undefined> => {
    const revisions = results.find({ round: literal(round) }).sort({ revision: 1 });
    return allOf(await revisions.lean<ResultRecord[]>()).at(-1);
  };

  return {
    freeze: async (frozen, marks) => {
      const { round, revision, whole, comments, parts: _parts, texts: _texts, ...result } = frozen;
      const freezing = randomUUID();
      await pieces.write(freezing, frozen, marks);
      const first = revision === 1 ? undefined : await latestOf(round);
      const fields = {
        ...result,
        round: literal(round),
        revision,
        whole: storedCell(whole),
        commentCounts: Object.entries(comments).map(([key, count]) =>
          count === hidden ? { key } : { key, value: count },
        ),
        parts: first?.parts ?? freezing,
        texts: freezing,
        marked: true,
      };
      const _id = `${literal(round)}#${revision}`;
      await settled(() => uncast.updateOne({ _id }, { $setOnInsert: fields as ResultRecord }, asIs));
      const kept = await results.find({ round: literal(round) }).lean();
      await pieces.keepOnly(round, [...new Set(kept.flatMap((one) => [one.parts, one.texts]))]);
    },
    ofRound: async (round) => {
      const record = await latestOf(round);
      return record === undefined ? undefined : read(record);
    },
    ofRounds: async (rounds) => (await latest(rounds)).map(read),
    cells: async (wanted, rounds) => {
      const freezings = new Set((await latest(rounds, { round: 1, parts: 1 })).map(({ parts }) => parts));
      return (await pieces.cells(wanted, rounds))
        .filter(({ freezing }) => freezings.has(freezing))
        .map(({ freezing: _freezing, ...cell }) => cell);
    },
    comments: async (round, key, most, after = 0) => {
      const record = await latestOf(round);
      return record === undefined ? [] : pieces.comments(round, record.texts, key, { most, after });
    },
    marks: async (round) => {
      const record = await latestOf(round);
      return record?.marked === true ? pieces.marks(round, record.parts) : undefined;
    },
  };
};
