import { type Connection, Schema } from 'mongoose';
import type { Issue } from '../domain/issues/issue.ts';
import type { IssueStore } from '../domain/issues/issue-store.ts';
import type { IssueId } from '../domain/kernel/ids.ts';
import { literal, literals } from './literal.ts';
import { present } from './present.ts';
import { storedAs } from './schema-options.ts';
import { settled, upsert } from './upsert.ts';

type IssueRecord = Omit<Issue, 'id'> & { _id: IssueId };

const schema = new Schema<IssueRecord>(
  {
    _id: String,
    round: String,
    training: String,
    questionnaire: String,
    key: String,
    dimension: String,
    instructor: String,
    rule: String,
    n: Number,
    mean: Number,
    satisfaction: Number,
    raisedAt: Date,
    state: String,
  },
  storedAs('issues'),
);
schema.index({ round: 1, key: 1 }, { unique: true });
schema.index({ training: 1 });

const read = ({ _id, ...issue }: IssueRecord): Issue => ({ id: _id, ...issue });

/** The states an issue may come from. */
const before: Readonly<Record<'assigned' | 'done', Issue['state'][]>> = {
  assigned: ['open'],
  done: ['open', 'assigned'],
};

/** Weak items of closed rounds, one per (round, item). */
export const issueStore = (connection: Connection): IssueStore => {
  const issues = connection.model('Issue', schema);
  const worstFirst = { mean: 1, _id: 1 } as const;

  return {
    raise: async (raised) => {
      if (raised.length === 0) return;
      const writes = raised.map(({ id, ...issue }) => ({
        updateOne: { filter: { _id: literal(id) }, update: { $setOnInsert: present(issue) }, ...upsert },
      }));
      await settled(() => issues.bulkWrite(writes, { ordered: false, throwOnValidationError: true }));
    },
    byId: async (id) => {
      const record = await issues.findById(literal(id)).lean();
      return record === null ? undefined : read(record);
    },
    ofRound: async (round) =>
      (
        await issues
          .find({ round: literal(round) })
          .sort(worstFirst)
          .lean()
      ).map(read),
    ofRounds: async (rounds) =>
      (
        await issues
          .find({ round: { $in: literals(rounds) } })
          .sort(worstFirst)
          .lean()
      ).map(read),
    ofTraining: async (training) =>
      (
        await issues
          .find({ training: literal(training) })
          .sort(worstFirst)
          .lean()
      ).map(read),
    advance: async (id, state) => {
      await issues.updateOne({ _id: literal(id), state: { $in: before[state] } }, { $set: { state } });
    },
  };
};
