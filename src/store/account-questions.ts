import type { Model } from 'mongoose';
import { newEntry, textReference } from '../domain/audit/entry.ts';
import type { PersonId } from '../domain/kernel/ids.ts';
import type { Account } from '../domain/people/account.ts';
import type { AccountStore } from '../domain/people/account-store.ts';
import { writtenDown } from './audit-entries.ts';
import { literal } from './literal.ts';
import { type AccountRecord, readAccount } from './stored-account.ts';

/** Whose an account is, where the training staff are asked. */
export const accountQuestions = (
  accounts: Model<AccountRecord>,
): Pick<AccountStore, 'ask' | 'stopAsking' | 'decide' | 'questioned' | 'questionedUntold' | 'markTold'> => {
  const asked = async (filter: Readonly<Record<string, unknown>>): Promise<Account[]> =>
    (await accounts.find(filter).sort({ 'question.at': 1, _id: 1 }).lean()).map(readAccount);

  return {
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
    decide: async (key, over, { apart, detach, ...verdict }, by) => {
      const _id = literal(key);
      const { said, person } = verdict;
      const about = { kind: 'account', id: textReference(_id) } as const;
      const facts = person === undefined ? {} : { person };
      const note = writtenDown(
        said === 'same'
          ? newEntry(by, 'account-confirmed', about, { after: facts })
          : newEntry(by, 'account-set-apart', about, { before: facts }),
      );
      const stillSo = {
        $or: [{ 'question.at': over }, { 'verdict.at': over, question: { $exists: false } }],
      };
      const whose = said === 'same' ? { personId: literal(person ?? ('' as PersonId)) } : {};
      const { matchedCount } = await accounts.updateOne(
        { _id, ...stillSo },
        {
          $set: { verdict, apart: [...apart], ...whose },
          $unset: { question: 1, ...(detach ? { personId: 1 } : {}) },
          ...note,
        },
      );
      return matchedCount > 0;
    },
    questioned: () => asked({ 'question.at': { $gt: new Date(0) } }),
    questionedUntold: () =>
      asked({ 'question.at': { $gt: new Date(0) }, 'question.told': { $exists: false } }),
    markTold: async (key, at) => {
      await accounts.updateOne({ _id: literal(key), 'question.at': at }, { $set: { 'question.told': true } });
    },
  };
};
