import type { Model } from 'mongoose';
import { newEntry, textReference } from '../domain/audit/entry.ts';
import { cleanAddress } from '../domain/kernel/clean-address.ts';
import { newPersonId } from '../domain/kernel/ids.ts';
import type { PersonStore } from '../domain/people/person-store.ts';
import { writtenDown } from './audit-entries.ts';
import { folded, literal } from './literal.ts';
import { type PersonRecord, readPerson } from './person-record.ts';
import { settled, upsertAndRead } from './upsert.ts';

/**
 * What stands in `email`, which is unique, of somebody who is found by no address of their own. The version before shows
 * it as it is, and finds nobody by it: no directory has such an address.
 */
const unowned = (address: string, mark: string): string => `${address}#${mark}`;

/** By which addresses people are found. */
export const addressBook = (
  people: Model<PersonRecord>,
): Pick<PersonStore, 'learnAddresses' | 'loseAddress' | 'appearApart' | 'claim'> => ({
  claim: async (id, account) => {
    const key = literal(account);
    const free = { $or: [{ firstAccount: { $exists: false } }, { firstAccount: key }] };
    const filter = { _id: literal(id), left: { $exists: false }, ...free };
    return (await people.updateOne(filter, { $set: { firstAccount: key } })).matchedCount > 0;
  },
  learnAddresses: async (id, addresses, by) => {
    const _id = literal(id);
    for (const address of addresses.map(cleanAddress)) {
      const facts = { after: { address: textReference(address) } };
      const entry = newEntry(by, 'address-learnt', { kind: 'person', id }, facts);
      await people.updateOne(
        { _id, email: { $ne: address }, addresses: { $ne: address } },
        { $push: { addresses: address, ...writtenDown(entry).$push } },
      );
    }
  },
  loseAddress: async (id, address, by) => {
    const _id = literal(id);
    const lost = cleanAddress(address);
    const facts = { before: { address: textReference(lost) } };
    const note = writtenDown(newEntry(by, 'address-lost', { kind: 'person', id }, facts));
    await people.updateOne({ _id, addresses: lost }, { $pull: { addresses: lost }, ...note });
    const known = await people.findOne({ _id, email: lost }).lean();
    if (known === null) return;
    const [next] = known.addresses ?? [];
    const instead =
      next === undefined
        ? { $set: { email: unowned(lost, id), shownEmail: lost } }
        : { $set: { email: next }, $pull: { addresses: next } };
    await people.updateOne({ _id, email: lost }, { ...instead, ...note });
  },
  appearApart: async (address, mark, name) => {
    const shown = cleanAddress(address);
    const first = { _id: newPersonId(), standing: [], name, nameFolded: folded(name), shownEmail: shown };
    const update = { $setOnInsert: first };
    return settled(async () =>
      readPerson(
        await people
          .findOneAndUpdate({ email: unowned(shown, textReference(mark)) }, update, upsertAndRead)
          .orFail()
          .lean(),
      ),
    );
  },
});
