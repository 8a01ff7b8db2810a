import { isDeepStrictEqual } from 'node:util';
import { type Connection, Schema } from 'mongoose';
import { gather } from '../domain/kernel/gather.ts';
import { type AccountKey, accountKey } from '../domain/kernel/ids.ts';
import type { Account } from '../domain/people/account.ts';
import type { AccountSighting, AccountStore } from '../domain/people/account-store.ts';
import { folded, literal, literals } from './literal.ts';
import { present } from './present.ts';
import { part, storedAs } from './schema-options.ts';
import { settled, upsert } from './upsert.ts';
import { writeMany } from './write-many.ts';

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

const keyOf = ({ tenantId, aadObjectId }: AccountSighting): AccountKey =>
  accountKey(String(tenantId), String(aadObjectId));

const toldBy = ({ tenantId: _t, aadObjectId: _a, seenAt: _s, emails, ...learned }: AccountSighting) =>
  present({ ...learned, emails: emails?.map(folded) });

/** Of somebody's accounts the one seen last is written to: nobody changes accounts from one page to the next. */
const sameMomentMs = 10 * 60_000;

/** Whether a sighting is worth a write: most presses tell what is known already. */
const tellsNews = (sighting: AccountSighting, known: Account | undefined): boolean =>
  known === undefined ||
  sighting.seenAt.getTime() - known.seenAt.getTime() >= sameMomentMs ||
  !Object.entries(toldBy(sighting)).every(([field, value]) =>
    isDeepStrictEqual(value, known[field as keyof Account]),
  );

/** What a sighting changes; what it does not tell is blank in a new account and stays as it was in a known one. */
const learning = (sighting: AccountSighting) => {
  const { tenantId, aadObjectId, seenAt } = sighting;
  const news = toldBy(sighting);
  const unknown = { tenantId, aadObjectId, mri: '', name: '', emails: [], installed: false };
  const blanks = Object.fromEntries(Object.entries(unknown).filter(([field]) => !(field in news)));
  return { $set: news, $setOnInsert: blanks, $max: { seenAt } };
};

/** Teams accounts, one per (tenant, directory object). */
export const accountStore = (connection: Connection): AccountStore => {
  const accounts = connection.model('Account', schema);
  const latestFirst = { seenAt: -1, _id: 1 } as const;

  const byKeys = async (keys: readonly AccountKey[]): Promise<Map<AccountKey, Account>> => {
    const found = await accounts.find({ _id: { $in: literals(keys) } }).lean();
    return new Map(found.map((record) => [record._id, read(record)]));
  };

  return {
    // For everybody who speaks or presses: those at the same time are one request.
    saw: gather(async (sightings: readonly AccountSighting[]) => {
      const keys = sightings.map(keyOf);
      const known = await byKeys(keys);
      const news = sightings.filter((sighting) => tellsNews(sighting, known.get(keyOf(sighting))));
      if (news.length > 0) {
        const writes = news.map((sighting) => ({
          updateOne: { filter: { _id: keyOf(sighting) }, update: learning(sighting), ...upsert },
        }));
        await settled(() => writeMany(accounts, writes));
        for (const [key, account] of await byKeys(news.map(keyOf))) known.set(key, account);
      }
      return keys.map((key) => {
        const account = known.get(key);
        if (account === undefined) throw new Error(`The account ${key} is not there`);
        return account;
      });
    }),
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
