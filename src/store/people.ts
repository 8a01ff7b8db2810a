import type { Connection } from 'mongoose';
import { cleanAddress } from '../domain/kernel/clean-address.ts';
import { gather } from '../domain/kernel/gather.ts';
import { newPersonId, type PersonId } from '../domain/kernel/ids.ts';
import { addressesOf } from '../domain/people/addresses-of.ts';
import type { Person } from '../domain/people/person.ts';
import type { PersonStore } from '../domain/people/person-store.ts';
import { addressBook } from './address-book.ts';
import { appointmentStore } from './appointments.ts';
import { deputyStore } from './deputies.ts';
import { eachOnce, foundToBe } from './found-to-be.ts';
import { inParts } from './in-parts.ts';
import { leaverStore } from './leavers.ts';
import { asWritten, folded, literal, literals } from './literal.ts';
import { mergedPeople } from './merged-people.ts';
import { type PersonRecord, personSchema, readPerson } from './person-record.ts';
import { settled, upsert, upsertAndRead } from './upsert.ts';
import { writeMany } from './write-many.ts';

/** People, each found by one or several addresses. */
export const personStore = (connection: Connection): PersonStore => {
  const people = connection.model<PersonRecord>('Person', personSchema);

  /** Whom an address means: whoever has it as their first, else whoever has it besides. */
  const keyOf = async (address: string): Promise<{ _id: PersonId } | { email: string }> => {
    const [holder] = await people.find({ addresses: address }, { _id: 1 }).sort({ _id: 1 }).limit(1).lean();
    if (holder === undefined) return { email: address };
    const first = await people.exists({ email: address });
    return first === null ? { _id: holder._id } : { email: address };
  };

  const whoIs = async (record: PersonRecord): Promise<Person> => {
    const [end = record] = await foundToBe(people, [record]);
    return readPerson(end);
  };

  const appear = async (email: string, name: string): Promise<Person> => {
    const key = keyFor(email);
    return settled(async () => {
      const filter = await keyOf(key);
      const appeared = people.findOneAndUpdate(filter, appearing(name), upsertAndRead);
      return whoIs(await appeared.orFail().lean());
    });
  };

  const called = inParts((keys: readonly string[]) => people.find({ email: { $in: literals(keys) } }).lean());
  const calledBesides = inParts((keys: readonly string[]) =>
    people.find({ addresses: { $in: literals(keys) } }).lean(),
  );

  return {
    appear,
    appearAll: async (namings) => {
      const keys = namings.map(({ email }) => keyFor(email));
      const known = [...(await called(keys)), ...(await calledBesides(keys))];
      const taken = new Set(known.flatMap(({ email, addresses = [] }) => [email, ...addresses]));
      // Those nobody has in one request, the others one by one: they are few.
      const fresh = namings.filter((_, place) => !taken.has(keys[place] ?? ''));
      const writes = fresh.map(({ email, name }) => ({
        updateOne: { filter: { email: keyFor(email) }, update: appearing(name), ...upsert },
      }));
      if (writes.length > 0) await settled(() => writeMany(people, writes));
      const made = await called(fresh.map(({ email }) => keyFor(email)));
      const ends = await foundToBe(people, made);
      const appeared = new Map(made.map(({ email }, place) => [email, ends[place]]));
      const all: Person[] = [];
      for (const [place, { email, name }] of namings.entries()) {
        const record = appeared.get(keys[place] ?? '');
        all.push(record === undefined ? await appear(email, name) : readPerson(record));
      }
      return all;
    },
    forget: async (ids) => {
      const alone = {
        ...{ firstAccount: { $exists: false }, standing: [], seats: { $exists: false } },
        ...{ deputy: { $exists: false }, left: { $exists: false }, sameAs: { $exists: false } },
        ...{ formerly: { $exists: false }, addresses: { $exists: false }, shownEmail: { $exists: false } },
      };
      await inParts(async (some: readonly PersonId[]) => {
        await people.deleteMany({ _id: { $in: literals(some) }, ...alone });
        return [];
      })(ids);
    },
    rename: async (id, name) => {
      const naming = namingOf(name);
      if (naming.name !== '') await people.updateOne({ _id: literal(id) }, { $set: naming });
    },
    // Asked for everybody who speaks or is written to: gathered.
    byId: gather(async (ids: readonly PersonId[]) => {
      const found = await people.find({ _id: { $in: [...new Set(literals(ids))] } }).lean();
      const ends = await foundToBe(people, found);
      const endOf = new Map(found.map(({ _id }, index) => [_id, ends[index]]));
      return ids.map((id) => {
        const record = endOf.get(literal(id));
        return record && readPerson(record);
      });
    }),
    byIds: async (ids) => {
      const found = await inParts((some: readonly PersonId[]) =>
        people.find({ _id: { $in: literals(some) } }).lean(),
      )([...new Set(ids)]);
      const ends = await foundToBe(people, found);
      return ends.map((end, index) => ({ ...readPerson(end), id: found[index]?._id ?? end._id }));
    },
    // Asked for everybody who speaks: gathered.
    byEmails: gather(async (lists: readonly (readonly string[])[]) => {
      const wanted = lists.map((emails) => new Set(emails.map(cleanAddress)));
      const all = [...new Set(wanted.flatMap((emails) => [...emails]))];
      const [first, further] = await Promise.all([called(all), calledBesides(all)]);
      const found = eachOnce([...further, ...first]);
      const ends = await foundToBe(people, found);
      return wanted.map((emails) => {
        const isMeant = (_: PersonRecord, index: number): boolean => {
          const record = found[index];
          return record !== undefined && addressesOf(readPerson(record)).some((one) => emails.has(one));
        };
        return eachOnce(ends.filter(isMeant)).map(readPerson);
      });
    }),
    named: async (nameOrEmail) => {
      const [name, address] = [folded(nameOrEmail), cleanAddress(nameOrEmail)];
      if (name === '') return [];
      const found = await people
        .find({ $or: [{ nameFolded: name }, { email: address }, { addresses: address }] })
        .sort({ _id: 1 })
        .lean();
      return eachOnce(await foundToBe(people, found)).map(readPerson);
    },
    withNameOf: async (pieces) => {
      if (pieces.length === 0) return [];
      // No index serves it: it is typed by staff, now and then.
      const holding = pieces.map((piece) => ({ nameFolded: { $regex: asWritten(folded(piece)) } }));
      const found = await people.find({ $and: holding }).sort({ nameFolded: 1, email: 1 }).lean();
      return eachOnce(await foundToBe(people, found)).map(readPerson);
    },
    ...appointmentStore(people),
    ...deputyStore(people),
    ...leaverStore(people),
    ...addressBook(people),
    ...mergedPeople(people),
  };
};

const keyFor = (email: string): string => {
  const key = cleanAddress(email);
  // Nobody is known by no address: all who have none would be one person.
  if (key === '') throw new RangeError('A person needs an e-mail');
  return key;
};

/** What makes somebody who is not there, and gives a name to whoever is. */
const appearing = (name: string) => {
  const naming = namingOf(name);
  const made = { _id: newPersonId(), standing: [] };
  return naming.name === '' ? { $setOnInsert: { ...made, ...naming } } : { $set: naming, $setOnInsert: made };
};

const namingOf = (name: string): Pick<PersonRecord, 'name' | 'nameFolded'> => ({
  name: name.trim(),
  nameFolded: folded(name),
});
