import type { Model } from 'mongoose';
import type { PersonId } from '../domain/kernel/ids.ts';
import type { PersonRecord } from './person-record.ts';

/**
 * Each record as whom it was found to be, itself where it was not; asks the database only where one was. Where two
 * were said to be each other at the same time, both are the one of them whose id comes first.
 */
export const foundToBe = async (
  people: Model<PersonRecord>,
  records: readonly PersonRecord[],
): Promise<PersonRecord[]> => {
  const known = new Map<PersonId, PersonRecord>(records.map((record) => [record._id, record]));
  for (let open = beyond(records, known); open.length > 0; open = beyond([...known.values()], known)) {
    const found = await people.find({ _id: { $in: open } }).lean();
    for (const record of found) known.set(record._id, record);
    if (found.length === 0) break;
  }
  return records.map((record) => endOf(record, known));
};

/** Each once: two who were found to be one are that one. */
export const eachOnce = (records: readonly PersonRecord[]): PersonRecord[] => [
  ...new Map(records.map((record) => [record._id, record])).values(),
];

/** Who is pointed to and was not read yet. */
const beyond = (records: readonly PersonRecord[], known: ReadonlyMap<PersonId, PersonRecord>): PersonId[] => [
  ...new Set(
    records.flatMap(({ sameAs }) => (sameAs === undefined || known.has(sameAs.person) ? [] : sameAs.person)),
  ),
];

const endOf = (record: PersonRecord, known: ReadonlyMap<PersonId, PersonRecord>): PersonRecord => {
  const way = [record];
  for (let last = record; last.sameAs !== undefined; ) {
    const next = known.get(last.sameAs.person);
    if (next === undefined) return last;
    const again = way.indexOf(next);
    if (again >= 0) return way.slice(again).reduce((one, other) => (other._id < one._id ? other : one));
    way.push(next);
    last = next;
  }
  return way.at(-1) ?? record;
};
