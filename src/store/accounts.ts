import { isDeepStrictEqual } from 'node:util';
import type { Connection } from 'mongoose';
import { newEntry, textReference } from '../domain/audit/entry.ts';
import { cleanAddress } from '../domain/kernel/clean-address.ts';
import { gather } from '../domain/kernel/gather.ts';
import type { AccountKey, PersonId } from '../domain/kernel/ids.ts';
import type { Account } from '../domain/people/account.ts';
import type { AccountSighting, AccountStore } from '../domain/people/account-store.ts';
import { isHeld } from '../domain/people/whose-account.ts';
import { accountAddresses } from './account-addresses.ts';
import { accountQuestions } from './account-questions.ts';
import { writtenDown } from './audit-entries.ts';
import { inParts } from './in-parts.ts';
import { literal, literals } from './literal.ts';
import { present } from './present.ts';
import { accountSchema, accountUpdate, readAccount } from './stored-account.ts';
import { settled, upsert } from './upsert.ts';
import { writeMany } from './write-many.ts';

/** Of somebody's accounts the one seen last is written to: nobody changes accounts from one page to the next. */
const sameMomentMs = 10 * 60_000;

/** Whether a sighting is worth a write: most presses tell what is known already. */
const tellsNews = (sighting: AccountSighting, known: Account | undefined): boolean =>
  known === undefined ||
  sighting.seenAt.getTime() - known.seenAt.getTime() >= sameMomentMs ||
  !saysTheSame(sighting, known);

const saysTheSame = (
  { key: _k, channel: _c, parts, emails, guest, seenAt: _s, ...learned }: AccountSighting,
  known: Account,
): boolean =>
  (guest ?? known.guest ?? false) === (known.guest ?? false) &&
  Object.entries(parts).every(([part, value]) => known.parts[part] === value) &&
  Object.entries(present({ ...learned, emails: emails?.map(cleanAddress) })).every(([field, value]) =>
    isDeepStrictEqual(value, known[field as keyof Account]),
  );

/** Accounts, one per key; the channel that vouches for an account makes its key. */
export const accountStore = (connection: Connection): AccountStore => {
  const accounts = connection.model('Account', accountSchema);
  const latestFirst = { seenAt: -1, _id: 1 } as const;

  const byKeys = async (keys: readonly AccountKey[]): Promise<Map<AccountKey, Account>> => {
    const found = await accounts.find({ _id: { $in: literals(keys) } }).lean();
    return new Map(found.map((record) => [record._id, readAccount(record)]));
  };

  /** One that the version before made somebody's although it is held is nobody's. */
  const ofPeople = async (people: readonly PersonId[]): Promise<Account[]> => {
    const found = await inParts((some: readonly PersonId[]) =>
      accounts
        .find({ personId: { $in: literals(some) } })
        .sort(latestFirst)
        .lean(),
    )(people);
    const theirs = found.map(readAccount).filter((account) => !isHeld(account));
    return theirs.toSorted((one, other) => Number(other.connected) - Number(one.connected));
  };

  return {
    // For everybody who speaks or presses: those at the same time are one request.
    saw: gather(async (sightings: readonly AccountSighting[]) => {
      const keys = sightings.map(({ key }) => literal(key));
      const known = await byKeys(keys);
      const news = sightings.filter((sighting) => tellsNews(sighting, known.get(literal(sighting.key))));
      if (news.length > 0) {
        const writes = news.map((sighting) => ({
          updateOne: { filter: { _id: literal(sighting.key) }, update: accountUpdate(sighting), ...upsert },
        }));
        await settled(() => writeMany(accounts, writes));
        for (const [key, account] of await byKeys(news.map(({ key }) => key))) known.set(key, account);
      }
      return keys.map((key) => {
        const account = known.get(key);
        if (account === undefined) throw new Error(`The account ${key} is not there`);
        return account;
      });
    }),
    byKey: async (key) => {
      const record = await accounts.findById(literal(key)).lean();
      return record === null ? undefined : readAccount(record);
    },
    ofPerson: async (person) => (await ofPeople([person]))[0],
    ofPeople,
    byEmail: async (email) => {
      const record = await accounts
        .findOne({ emails: cleanAddress(email) })
        .sort(latestFirst)
        .lean();
      return record === null ? undefined : readAccount(record);
    },
    unattached: async () =>
      (
        await accounts
          .find({ personId: { $exists: false }, question: { $exists: false } })
          .sort({ _id: 1 })
          .lean()
      ).map(readAccount),
    attach: async (key, person, by) => {
      const _id = literal(key);
      const about = { kind: 'account', id: textReference(_id) } as const;
      const set = { $set: { personId: literal(person) } };
      const first = newEntry(by, 'account-attached', about, { after: { person } });
      const nobodys = { _id, personId: { $exists: false } };
      if ((await accounts.updateOne(nobodys, { ...set, ...writtenDown(first) })).matchedCount > 0) return;
      const before = (await accounts.findById(_id, { personId: 1 }).lean())?.personId;
      if (before === undefined || before === person) return;
      const moved = newEntry(by, 'account-moved', about, { before: { person: before }, after: { person } });
      await accounts.updateOne({ _id, personId: before }, { ...set, ...writtenDown(moved) });
    },
    attachFirst: async (key, person, by) => {
      const _id = literal(key);
      const about = { kind: 'account', id: textReference(_id) } as const;
      const note = writtenDown(newEntry(by, 'account-attached', about, { after: { person } }));
      const nobodys = { _id, personId: { $exists: false }, question: { $exists: false } };
      const { matchedCount } = await accounts.updateOne(nobodys, {
        $set: { personId: literal(person) },
        ...note,
      });
      return (
        matchedCount > 0 ||
        (await accounts.exists({ _id, personId: literal(person), question: { $exists: false } })) !== null
      );
    },
    ...accountAddresses(accounts),
    ...accountQuestions(accounts),
  };
};
