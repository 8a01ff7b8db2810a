import type { Model } from 'mongoose';
import { newEntry } from '../domain/audit/entry.ts';
import type { RoundStore } from '../domain/followups/round-store.ts';
import { writtenDown } from './audit-entries.ts';
import { literal } from './literal.ts';
import { cancellable, type RoundRecord } from './round-record.ts';

/** What a corrected roster makes of rounds; each step is taken from the state before it only. */
export const roundCorrections = (
  rounds: Pick<Model<RoundRecord>, 'updateOne' | 'findById'>,
): Pick<RoundStore, 'move' | 'cancel' | 'resume'> => ({
  move: async ({ id, opensAt, dueAt, dueDate }, to, by) => {
    const entry = newEntry(
      by,
      'round-moved',
      { kind: 'round', id },
      {
        before: { opensAt: opensAt.toISOString(), dueDate },
        after: { opensAt: to.opensAt.toISOString(), dueDate: to.dueDate },
      },
    );
    await rounds.updateOne(
      { _id: literal(id), state: 'open', opensAt, dueAt },
      {
        $set: {
          state: to.state,
          opensAt: to.opensAt,
          dueAt: to.dueAt,
          dueDate: to.dueDate,
          remindAt: to.remindAt,
          remindersDone: to.remindersDone,
        },
        ...writtenDown(entry),
      },
    );
  },
  cancel: async (id, by) => {
    const entry = newEntry(by, 'round-cancelled', { kind: 'round', id });
    for (const state of cancellable) {
      const { matchedCount } = await rounds.updateOne(
        { _id: literal(id), state, cancelledAs: { $exists: false } },
        { $set: { state: 'missed', cancelledAs: state }, ...writtenDown(entry) },
      );
      if (matchedCount > 0) return;
    }
  },
  resume: async (id, by) => {
    const record = await rounds.findById(literal(id)).lean();
    if (record?.cancelledAs === undefined) return;
    const entry = newEntry(by, 'round-resumed', { kind: 'round', id });
    await rounds.updateOne(
      { _id: literal(id), cancelledAs: record.cancelledAs },
      { $set: { state: record.cancelledAs }, $unset: { cancelledAs: 1 }, ...writtenDown(entry) },
    );
  },
});
