import { type Connection, Schema } from 'mongoose';
import { type AccountKey, accountKey } from '../domain/kernel/ids.ts';
import type { Account } from '../domain/people/account.ts';
import type { AccountStore } from '../domain/people/account-store.ts';
import { folded, literal, literals } from './literal.ts';
import { present } from './present.ts';
import { part, storedAs } from './schema-options.ts';
import { settled, upsertAndRead } from './upsert.ts';

type AccountRecord = Omit<Account, 'key'> & { _id: AccountKey };

const schema = new Schema<AccountRecord>(
  {
    _id: String,
    tenantId: String,
    aadObjectId: String,
    mri: String,
    name: String,
    emails: [String],
    personId: String,
    chat: { type: new Schema({ conversationId: String, serviceUrl: String }, part) },
    installed: Boolean,
    locale: String,
    timeZone: String,
    seenAt: Date,
  },
  storedAs('accounts'),
);
schema.index({ personId: 1, seenAt: -1 });
schema.index({ emails: 1, seenAt: -1 });

const read = ({ _id, ...account }: AccountRecord): Account => ({ key: _id, ...account });

/** Teams accounts, one per (tenant, directory object). */
export const accountStore = (connection: Connection): AccountStore => {
  const accounts = connection.model('Account', schema);
  const latestFirst = { seenAt: -1, _id: 1 } as const;

  return {
    saw: ({ tenantId, aadObjectId, seenAt, emails, ...learned }) => {
      const key = accountKey(String(tenantId), String(aadObjectId));
      const news = present({ ...learned, emails: emails?.map(folded) });
      const unknown = { tenantId, aadObjectId, mri: '', name: '', emails: [], installed: false };
      const blanks = Object.fromEntries(Object.entries(unknown).filter(([field]) => !(field in news)));
      const update = { $set: news, $setOnInsert: blanks, $max: { seenAt } };
      return settled(async () =>
        read(await accounts.findOneAndUpdate({ _id: key }, update, upsertAndRead).orFail().lean()),
      );
    },
    byKey: async (key) => {
      const record = await accounts.findById(literal(key)).lean();
      return record === null ? undefined : read(record);
    },
    ofPerson: async (person) => {
      const record = await accounts
        .findOne({ personId: literal(person) })
        .sort(latestFirst)
        .lean();
      return record === null ? undefined : read(record);
    },
    ofPeople: async (people) =>
      (
        await accounts
          .find({ personId: { $in: literals(people) } })
          .sort(latestFirst)
          .lean()
      ).map(read),
    byEmail: async (email) => {
      const record = await accounts
        .findOne({ emails: folded(email) })
        .sort(latestFirst)
        .lean();
      return record === null ? undefined : read(record);
    },
    unattached: async () =>
      (
        await accounts
          .find({ personId: { $exists: false } })
          .sort({ _id: 1 })
          .lean()
      ).map(read),
    attach: async (key, person) => {
      await accounts.updateOne({ _id: literal(key) }, { $set: { personId: literal(person) } });
    },
  };
};
