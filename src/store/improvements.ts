import { type Connection, Schema } from 'mongoose';
import { newEntry, textReference } from '../domain/audit/entry.ts';
import {
  type Improvement,
  type ImprovementStep,
  improvementStates,
} from '../domain/improvements/improvement.ts';
import type { ImprovementStore } from '../domain/improvements/improvement-store.ts';
import type { ImprovementId } from '../domain/kernel/ids.ts';
import { isLocalDate } from '../domain/kernel/local-date.ts';
import { Refusal } from '../domain/kernel/refusal.ts';
import { type Audited, audited, writtenDown, writtenDownFirst } from './audit-entries.ts';
import { literal, literals } from './literal.ts';
import { present } from './present.ts';
import { part, storedAs } from './schema-options.ts';
import { settled, upsertAndRead } from './upsert.ts';
import { oneOf, readWhole } from './whole-records.ts';

/** `mark` tells whether a step is one that was taken before: same state, same person, same words. */
type StepRecord = ImprovementStep & { mark: string };
type ImprovementRecord = Omit<Improvement, 'id' | 'steps'> &
  Audited & {
    _id: ImprovementId;
    steps: StepRecord[];
    /** When it was assigned or last taken a step further. */
    movedAt: Date;
  };

const step = new Schema<StepRecord>(
  {
    mark: String,
    at: Date,
    by: String,
    state: String,
    comment: String,
    passed: { type: new Schema({ from: String, to: String }, part) },
  },
  part,
);
const schema = new Schema<ImprovementRecord>(
  {
    _id: String,
    issue: String,
    round: String,
    training: String,
    owner: String,
    measure: String,
    dueDate: String,
    assignedBy: String,
    assignedAt: Date,
    state: String,
    steps: [step],
    movedAt: Date,
    remindersDone: Number,
  },
  storedAs('improvements'),
);
schema.index({ issue: 1 }, { unique: true });
schema.index({ round: 1 });
schema.index({ owner: 1, dueDate: 1 });
schema.index({ state: 1, dueDate: 1 });
schema.index({ movedAt: -1, _id: 1 });
audited(schema);
readWhole(schema, {
  needs: [
    ...(['issue', 'round', 'training', 'owner', 'measure', 'dueDate', 'assignedBy'] as const),
    ...(['assignedAt', 'state', 'steps', 'remindersDone'] as const),
  ],
  checks: { dueDate: isLocalDate, state: oneOf(improvementStates) },
});

const stored = ({ state, by, at, comment }: ImprovementStep): StepRecord => ({
  mark: JSON.stringify([state, by, comment ?? '']),
  at,
  by,
  state,
  ...(comment === undefined ? {} : { comment }),
});

const read = ({ _id, steps, movedAt, entries, ...improvement }: ImprovementRecord): Improvement => ({
  id: _id,
  ...improvement,
  steps: steps.map(({ mark, ...taken }) => taken),
});

const unfinished = { $in: improvementStates.filter((state) => state !== 'done') };

/** Measures, one per issue; steps are added and their state never falls back. */
export const improvementStore = (connection: Connection): ImprovementStore => {
  const improvements = connection.model('Improvement', schema);
  const byDueDate = { dueDate: 1, _id: 1 } as const;

  return {
    assign: ({ id, issue, steps, ...improvement }, by) => {
      const { owner, dueDate, measure } = improvement;
      const facts = { issue, owner, dueDate, measure: textReference(measure) };
      const entry = newEntry(by, 'improvement-assigned', { kind: 'improvement', id }, { after: facts });
      const made = {
        ...present(improvement),
        _id: id,
        steps: steps.map(stored),
        movedAt: improvement.assignedAt,
        ...writtenDownFirst(entry),
      };
      return settled(async () =>
        read(
          await improvements
            .findOneAndUpdate({ issue: literal(issue) }, { $setOnInsert: made }, upsertAndRead)
            .orFail()
            .lean(),
        ),
      );
    },
    byId: async (id) => {
      const record = await improvements.findById(literal(id)).lean();
      return record === null ? undefined : read(record);
    },
    ofIssue: async (issue) => {
      const record = await improvements.findOne({ issue: literal(issue) }).lean();
      return record === null ? undefined : read(record);
    },
    ofIssues: async (issues) =>
      (
        await improvements
          .find({ issue: { $in: literals(issues) } })
          .sort(byDueDate)
          .lean()
      ).map(read),
    ofRounds: async (rounds) =>
      (
        await improvements
          .find({ round: { $in: literals(rounds) } })
          .sort(byDueDate)
          .lean()
      ).map(read),
    ownedBy: async (person) =>
      (
        await improvements
          .find({ owner: literal(person) })
          .sort(byDueDate)
          .lean()
      ).map(read),
    recent: async () => (await improvements.find().sort({ movedAt: -1, _id: 1 }).limit(200).lean()).map(read),
    step: async (id, taken, by) => {
      const { state, comment } = taken;
      const facts = comment === undefined ? { state } : { state, comment: textReference(comment) };
      const note = writtenDown(
        newEntry(by, 'improvement-moved', { kind: 'improvement', id }, { after: facts }),
      );
      const next = stored(taken);
      const notBeyond = improvementStates.slice(0, improvementStates.indexOf(taken.state) + 1);
      const moved = await improvements
        .findOneAndUpdate(
          { _id: literal(id), state: { $in: notBeyond }, 'steps.mark': { $ne: next.mark } },
          {
            $set: { state: taken.state },
            $push: { steps: next, ...note.$push },
            $max: { movedAt: taken.at },
          },
          { returnDocument: 'after' },
        )
        .lean();
      const now = moved ?? (await improvements.findById(literal(id)).lean());
      if (now === null) throw new Refusal('unknown-improvement');
      return read(now);
    },
    passOn: async (id, from, to, by) => {
      const _id = literal(id);
      for (const state of improvementStates.filter((one) => one !== 'done')) {
        const who = 'person' in by.who ? by.who.person : to;
        const passed = { at: by.at, by: who, state, passed: { from: literal(from), to: literal(to) } };
        const mark = JSON.stringify(['passed on', from, to, by.at.toISOString()]);
        const facts = { before: { owner: from }, after: { owner: to } };
        const entry = newEntry(by, 'improvement-passed-on', { kind: 'improvement', id }, facts);
        await improvements.updateOne(
          { _id, owner: literal(from), state },
          {
            $set: { owner: literal(to) },
            $push: { steps: { ...passed, mark }, ...writtenDown(entry).$push },
            $max: { movedAt: by.at },
          },
        );
      }
      const now = await improvements.findById(_id).lean();
      if (now === null) throw new Refusal('unknown-improvement');
      return read(now);
    },
    toRemind: async (date, reminders) => {
      const due = improvements.find({
        state: unfinished,
        dueDate: { $lte: String(date) },
        remindersDone: { $lt: Number(reminders) },
      });
      return (await due.sort(byDueDate).lean()).map(read);
    },
    markReminded: async (id, done) => {
      await improvements.updateOne({ _id: literal(id) }, { $max: { remindersDone: done } });
    },
    nextDueDate: async (after) => {
      const next = improvements.findOne({ state: unfinished, dueDate: { $gt: String(after) } });
      return (await next.sort(byDueDate).lean())?.dueDate;
    },
  };
};
