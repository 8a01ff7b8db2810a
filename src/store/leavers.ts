import type { Model } from 'mongoose';
import { newEntry } from '../domain/audit/entry.ts';
import type { PersonStore } from '../domain/people/person-store.ts';
import { writtenDown } from './audit-entries.ts';
import { literal } from './literal.ts';
import { type PersonRecord, readPerson } from './person-record.ts';
import { rolesIn } from './roles-in.ts';

/** Each further try needs a role given in between; so many are unheard of. */
const mostTries = 5;

/** Who has left, and comes back. What they were given stays beside it until then. */
export const leaverStore = (
  people: Model<PersonRecord>,
): Pick<PersonStore, 'leave' | 'settleLeaving' | 'comeBack' | 'gone'> => ({
  leave: async (id, toldBy, by) => {
    const _id = literal(id);
    for (let left = mostTries; left > 0; left -= 1) {
      const known = await people.findById(_id).lean();
      if (known === null || known.left !== undefined) return;
      const { standing, seats, deputy } = known;
      const had = seats === undefined ? { standing } : { standing, seats };
      const entry = newEntry(by, 'person-left', { kind: 'person', id }, { before: { roles: rolesIn(had) } });
      const ended =
        deputy === undefined
          ? []
          : [
              newEntry(
                by,
                'deputy-ended',
                { kind: 'person', id },
                { before: { person: deputy.person, from: deputy.from, until: deputy.until } },
              ),
            ];
      const asRead = {
        standing,
        seats: seats ?? { $exists: false },
        ...(deputy === undefined ? { deputy: { $exists: false } } : { 'deputy.namedAt': deputy.namedAt }),
      };
      const { matchedCount } = await people.updateOne(
        { _id, left: { $exists: false }, ...asRead },
        {
          $set: { left: { at: by.at, toldBy: literal(toldBy), settled: false, had }, standing: [] },
          $unset: { seats: 1, deputy: 1 },
          ...writtenDown(entry, ...ended),
        },
      );
      if (matchedCount > 0) return;
    }
    throw new Error('Somebody who left is given roles all the time');
  },
  settleLeaving: async (id) => {
    await people.updateOne({ _id: literal(id), 'left.settled': false }, { $set: { 'left.settled': true } });
  },
  comeBack: async (id, by) => {
    const _id = literal(id);
    const known = await people.findById(_id).lean();
    if (known?.left === undefined) return;
    const { standing, seats } = known.left.had;
    const facts = { after: { roles: rolesIn(known.left.had) } };
    const entry = newEntry(by, 'person-returned', { kind: 'person', id }, facts);
    await people.updateOne(
      { _id, 'left.at': known.left.at },
      {
        $set: seats === undefined ? { standing } : { standing, seats },
        $unset: { left: 1 },
        ...writtenDown(entry),
      },
    );
  },
  gone: async () =>
    (
      await people
        .find({ 'left.at': { $gt: new Date(0) } })
        .sort({ _id: 1 })
        .lean()
    ).map(readPerson),
});
