import type { Model } from 'mongoose';
import { newEntry, textReference } from '../domain/audit/entry.ts';
import type { AccountStore } from '../domain/people/account-store.ts';
import { writtenDown } from './audit-entries.ts';
import { literal } from './literal.ts';
import type { AccountRecord } from './stored-account.ts';

/** Whose an account is, where the training staff are asked. */
export const accountQuestions = (
  accounts: Model<AccountRecord>,
): Pick<AccountStore, 'ask' | 'stopAsking'> => ({
  ask: async (key, why, by) => {
    const _id = literal(key);
    const about = { kind: 'account', id: textReference(_id) } as const;
    const note = writtenDown(newEntry(by, 'account-questioned', about, { after: { why } }));
    // What somebody has already is not taken from them.
    const whose = why === 'also-of' ? {} : { personId: { $exists: false } };
    await accounts.updateOne(
      { _id, question: { $exists: false }, ...whose },
      { $set: { question: { why, at: by.at } }, ...note },
    );
  },
  stopAsking: async (key, by) => {
    const _id = literal(key);
    const about = { kind: 'account', id: textReference(_id) } as const;
    const note = writtenDown(newEntry(by, 'account-settled', about));
    await accounts.updateOne({ _id, question: { $exists: true } }, { $unset: { question: 1 }, ...note });
  },
});
