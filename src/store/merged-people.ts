import type { Model } from 'mongoose';
import { newEntry } from '../domain/audit/entry.ts';
import type { PersonStore } from '../domain/people/person-store.ts';
import { writtenDown } from './audit-entries.ts';
import { literal } from './literal.ts';
import { type PersonRecord, readSeats } from './person-record.ts';
import { present } from './present.ts';
import { rolesIn } from './roles-in.ts';

/** Each further try needs a role given in between; so many are unheard of. */
const mostTries = 5;

/** Who was found to be somebody else. Nothing of them is gone: the mark says who they are, and what they had. */
export const mergedPeople = (
  people: Model<PersonRecord>,
): Pick<PersonStore, 'merge' | 'unsettledMerges' | 'rememberFormerSelf' | 'settleMerge'> => ({
  merge: async (other, kept, by) => {
    const _id = literal(other);
    const person = literal(kept);
    for (let left = mostTries; left > 0; left -= 1) {
      const known = await people.findById(_id).lean();
      if (known === null || known.sameAs !== undefined) return false;
      const { standing, seats, deputy } = known;
      const had = { standing, ...present({ seats, deputy }) };
      const facts = { before: { roles: rolesIn(had) }, after: { person } };
      const entry = newEntry(by, 'person-merged', { kind: 'person', id: other }, facts);
      const toldBy = 'person' in by.who ? by.who.person : person;
      const asRead = {
        standing,
        seats: seats ?? { $exists: false },
        'deputy.namedAt': deputy?.namedAt ?? { $exists: false },
      };
      const { matchedCount } = await people.updateOne(
        { _id, sameAs: { $exists: false }, ...asRead },
        {
          $set: { sameAs: { person, at: by.at, toldBy, settled: false, had }, standing: [] },
          $unset: { seats: 1, deputy: 1 },
          ...writtenDown(entry),
        },
      );
      if (matchedCount > 0) return true;
    }
    throw new Error('Somebody who is merged is given roles all the time');
  },
  unsettledMerges: async () => {
    const merged = people.find({ 'sameAs.at': { $gt: new Date(0) }, 'sameAs.settled': false });
    return (await merged.sort({ 'sameAs.at': 1, _id: 1 }).lean()).flatMap(({ _id, email, sameAs }) => {
      if (sameAs === undefined) return [];
      const { person, toldBy, had } = sameAs;
      const { standing, seats, deputy } = had;
      return [
        {
          other: _id,
          email,
          kept: person,
          toldBy,
          had: { standing, seats: readSeats(seats), ...present({ deputy }) },
        },
      ];
    });
  },
  rememberFormerSelf: async (kept, other) => {
    const known = await people.findById(literal(other)).lean();
    if (known === null) return;
    const { email, shownEmail, addresses = [], formerly = [] } = known;
    // One that stands there with a mark means somebody else.
    const found = [...(shownEmail === undefined ? [email] : []), ...addresses];
    await people.updateOne(
      { _id: literal(kept) },
      { $addToSet: { formerly: { $each: [known._id, ...formerly] }, addresses: { $each: found } } },
    );
  },
  settleMerge: async (other) => {
    await people.updateOne(
      { _id: literal(other), 'sameAs.settled': false },
      { $set: { 'sameAs.settled': true } },
    );
  },
});
