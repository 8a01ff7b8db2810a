import type { Connection } from 'mongoose';
import { gather } from '../domain/kernel/gather.ts';
import { newPersonId } from '../domain/kernel/ids.ts';
import type { PersonStore } from '../domain/people/person-store.ts';
import { appointmentStore } from './appointments.ts';
import { deputyStore } from './deputies.ts';
import { leaverStore } from './leavers.ts';
import { asWritten, folded, literal, literals } from './literal.ts';
import { type PersonRecord, personSchema, readPerson } from './person-record.ts';
import { settled, upsertAndRead } from './upsert.ts';

/** People, one per e-mail. */
export const personStore = (connection: Connection): PersonStore => {
  const people = connection.model<PersonRecord>('Person', personSchema);

  return {
    appear: async (email, name) => {
      const key = folded(email);
      // Nobody is known by no address: all who have none would be one person.
      if (key === '') throw new RangeError('A person needs an e-mail');
      const given = name.trim();
      const naming = { name: given, nameFolded: folded(given) };
      const made = { _id: newPersonId(), standing: [] };
      const update =
        given === '' ? { $setOnInsert: { ...made, ...naming } } : { $set: naming, $setOnInsert: made };
      return settled(async () =>
        readPerson(await people.findOneAndUpdate({ email: key }, update, upsertAndRead).orFail().lean()),
      );
    },
    byId: async (id) => {
      const record = await people.findById(literal(id)).lean();
      return record === null ? undefined : readPerson(record);
    },
    byIds: async (ids) => (await people.find({ _id: { $in: literals(ids) } }).lean()).map(readPerson),
    // Asked for everybody who speaks: gathered.
    byEmails: gather(async (lists: readonly (readonly string[])[]) => {
      const wanted = lists.map((emails) => new Set(emails.map(folded)));
      const all = [...new Set(wanted.flatMap((emails) => [...emails]))];
      const found = (await people.find({ email: { $in: all } }).lean()).map(readPerson);
      return wanted.map((emails) => found.filter(({ email }) => emails.has(email)));
    }),
    named: async (nameOrEmail) => {
      const key = folded(nameOrEmail);
      if (key === '') return [];
      const found = await people
        .find({ $or: [{ nameFolded: key }, { email: key }] })
        .sort({ _id: 1 })
        .lean();
      return found.map(readPerson);
    },
    withNameOf: async (pieces) => {
      if (pieces.length === 0) return [];
      // No index serves it: it is typed by staff, now and then.
      const holding = pieces.map((piece) => ({ nameFolded: { $regex: asWritten(folded(piece)) } }));
      return (await people.find({ $and: holding }).sort({ nameFolded: 1, email: 1 }).lean()).map(readPerson);
    },
    ...appointmentStore(people),
    ...deputyStore(people),
    ...leaverStore(people),
  };
};
