import type { Model } from 'mongoose';
import { newEntry } from '../domain/audit/entry.ts';
import { gather } from '../domain/kernel/gather.ts';
import type { PersonId } from '../domain/kernel/ids.ts';
import type { PersonStore } from '../domain/people/person-store.ts';
import { writtenDown } from './audit-entries.ts';
import { literal, literals } from './literal.ts';
import { type PersonRecord, readPerson } from './person-record.ts';

/** Who stands in for whom: kept with whom they stand in for. The mark on the deputy only says that a look is worth it. */
export const deputyStore = (
  people: Model<PersonRecord>,
): Pick<PersonStore, 'nameDeputy' | 'endDeputy' | 'representedBy' | 'represented'> => ({
  nameDeputy: async (id, { person, from, until }, by) => {
    const [who, first, last] = [literal(person), literal(from), literal(until)];
    await people.updateOne({ _id: who }, { $set: { mayStandIn: true } });
    const isOther = [
      { 'deputy.person': { $ne: who } },
      { 'deputy.from': { $ne: first } },
      { 'deputy.until': { $ne: last } },
    ];
    const facts = { person: who, from: first, until: last };
    const entry = newEntry(by, 'deputy-named', { kind: 'person', id }, { after: facts });
    const named = { ...facts, namedAt: by.at };
    await people.updateOne(
      { _id: literal(id), $or: isOther },
      { $set: { deputy: named }, ...writtenDown(entry) },
    );
    return (await people.findById(literal(id)).orFail().lean()).deputy ?? named;
  },
  endDeputy: async (id, { person, from, until }, by) => {
    const facts = { person: literal(person), from: literal(from), until: literal(until) };
    const entry = newEntry(by, 'deputy-ended', { kind: 'person', id }, { before: facts });
    await people.updateOne(
      {
        _id: literal(id),
        'deputy.person': facts.person,
        'deputy.from': facts.from,
        'deputy.until': facts.until,
      },
      { $unset: { deputy: 1 }, ...writtenDown(entry) },
    );
  },
  represented: async () =>
    (
      await people
        .find({ 'deputy.person': { $gt: '' as PersonId } })
        .sort({ _id: 1 })
        .lean()
    ).map(readPerson),
  // Asked for everybody who speaks and was a deputy once: gathered.
  representedBy: gather(async (deputies: readonly PersonId[]) => {
    const found = await people
      .find({ 'deputy.person': { $in: literals(deputies) } })
      .sort({ _id: 1 })
      .lean();
    return deputies.map((deputy) =>
      found.map(readPerson).filter((person) => person.deputy?.person === deputy),
    );
  }),
});
