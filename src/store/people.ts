import { type Connection, Schema } from 'mongoose';
import { gather } from '../domain/kernel/gather.ts';
import { newPersonId, type PersonId } from '../domain/kernel/ids.ts';
import type { Person, StandingRole } from '../domain/people/person.ts';
import type { PersonStore } from '../domain/people/person-store.ts';
import { folded, literal, literals } from './literal.ts';
import { storedAs } from './schema-options.ts';
import { settled, upsertAndRead } from './upsert.ts';

interface PersonRecord {
  _id: PersonId;
  email: string;
  name: string;
  nameFolded: string;
  standing: StandingRole[];
}

const schema = new Schema<PersonRecord>(
  { _id: String, email: String, name: String, nameFolded: String, standing: [String] },
  storedAs('people'),
);
schema.index({ email: 1 }, { unique: true });
schema.index({ nameFolded: 1 });
schema.index({ standing: 1 });

const read = ({ _id, email, name, standing }: PersonRecord): Person => ({ id: _id, email, name, standing });

/** People, one per e-mail. */
export const personStore = (connection: Connection): PersonStore => {
  const people = connection.model('Person', schema);

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
        read(await people.findOneAndUpdate({ email: key }, update, upsertAndRead).orFail().lean()),
      );
    },
    byId: async (id) => {
      const record = await people.findById(literal(id)).lean();
      return record === null ? undefined : read(record);
    },
    byIds: async (ids) => (await people.find({ _id: { $in: literals(ids) } }).lean()).map(read),
    // Asked for everybody who speaks: gathered.
    byEmails: gather(async (lists: readonly (readonly string[])[]) => {
      const wanted = lists.map((emails) => new Set(emails.map(folded)));
      const all = [...new Set(wanted.flatMap((emails) => [...emails]))];
      const found = (await people.find({ email: { $in: all } }).lean()).map(read);
      return wanted.map((emails) => found.filter(({ email }) => emails.has(email)));
    }),
    named: async (nameOrEmail) => {
      const key = folded(nameOrEmail);
      if (key === '') return [];
      const found = await people
        .find({ $or: [{ nameFolded: key }, { email: key }] })
        .sort({ _id: 1 })
        .lean();
      return found.map(read);
    },
    withRole: async (role) =>
      (
        await people
          .find({ standing: literal(role) })
          .sort({ _id: 1 })
          .lean()
      ).map(read),
    grant: async (id, role) => {
      await people.updateOne({ _id: literal(id) }, { $addToSet: { standing: literal(role) } });
    },
    revoke: async (id, role) => {
      await people.updateOne({ _id: literal(id) }, { $pull: { standing: literal(role) } });
    },
  };
};
