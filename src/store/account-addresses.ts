import type { Model } from 'mongoose';
import { cleanAddress } from '../domain/kernel/clean-address.ts';
import type { AccountStore } from '../domain/people/account-store.ts';
import { inParts } from './in-parts.ts';
import { literal } from './literal.ts';
import { type AccountRecord, neverLearnt, readAccount } from './stored-account.ts';

/** By which addresses accounts are known, and since when. */
export const accountAddresses = (
  accounts: Model<AccountRecord>,
): Pick<AccountStore, 'withEmails' | 'learntBefore' | 'learn' | 'learnAnew'> => ({
  withEmails: async (emails) => {
    const found = await inParts((some: readonly string[]) =>
      accounts.find({ emails: { $in: some.map(cleanAddress) } }).lean(),
    )(emails);
    return [...new Map(found.map((record) => [record._id, readAccount(record)])).values()];
  },
  learntBefore: async (moment, most) =>
    (
      await accounts
        .find({ emailsAt: { $lt: moment } })
        .sort({ emailsAt: 1, _id: 1 })
        .limit(most)
        .lean()
    ).map(readAccount),
  learn: async (key, told, at) => {
    const { emails = [], guest = false } = told ?? {};
    const news = emails.length === 0 ? {} : { emails: emails.map(cleanAddress), guest };
    const _id = literal(key);
    await accounts.updateOne({ _id }, { $set: { ...news, emailsAt: at } });
    const record = await accounts.findById(_id).lean();
    return record === null ? undefined : readAccount(record);
  },
  learnAnew: async (before) => {
    // What waits already is not written again: many rosters come at once.
    await accounts.updateMany(
      { emailsAt: { $gt: neverLearnt, $lt: before } },
      { $set: { emailsAt: neverLearnt } },
    );
  },
});
