import type { Model } from 'mongoose';
import { type Entry, newEntry } from '../domain/audit/entry.ts';
import type { Ending, Excuse, VisitState } from '../domain/followups/visit.ts';
import type { VisitStore } from '../domain/followups/visit-store.ts';
import { writtenDown } from './audit-entries.ts';
import { literal } from './literal.ts';
import { present } from './present.ts';
import type { VisitRecord } from './visit-record.ts';

const unfinished: readonly VisitState[] = ['due', 'started'];

/** What else may be excused: somebody who was not there has nothing to say of it, who is on the roster no longer is not asked. */
const overrules: Readonly<Partial<Record<Excuse, readonly VisitState[]>>> = {
  'did-not-attend': ['answered'],
  withdrawn: ['answered', 'declined', 'excused'],
};

/** Being asked no longer, and being asked again, is a change of what somebody was told. */
const told = (excuse: Excuse) => (excuse === 'withdrawn' ? { $inc: { changes: 1 } } : {});

/** So is, to staff, an absence that is none. */
const toldBack = (excuse: Excuse) =>
  excuse === 'did-not-attend' ? { $inc: { absencesTakenBack: 1 } } : told(excuse);

/** Each further try needs a rival's write in between; so many are unheard of. */
const mostTries = 5;

const endingOf = ({ state, excuse, endedOn, answeredOn, channel, recordedBy }: VisitRecord): Ending => ({
  state,
  ...present({ excuse, endedOn, answeredOn, channel, recordedBy }),
});

/** Excusing somebody, and taking that back. */
export const excuseVisits = (
  visits: Pick<Model<VisitRecord>, 'updateOne' | 'findById'>,
  dayOf: (moment: Date) => string,
): Pick<VisitStore, 'markExcused' | 'reinstate'> => {
  /** Whether the visit was still as it was read. */
  const overrule = async (record: VisitRecord, fields: Ending, entry: Entry): Promise<boolean> => {
    const { _id, state, excuse } = record;
    const { matchedCount } = await visits.updateOne(
      { _id, state, excuse: excuse ?? { $exists: false } },
      {
        $set: { ...fields, stood: endingOf(record) },
        $unset: { answeredOn: 1, channel: 1, recordedBy: 1 },
        ...(fields.excuse === undefined ? {} : told(fields.excuse)),
        ...writtenDown(entry),
      },
    );
    return matchedCount > 0;
  };

  return {
    markExcused: async (id, excuse, by) => {
      const excused = { state: 'excused', endedOn: dayOf(by.at), excuse } as const;
      const entry = newEntry(by, 'visit-excused', { kind: 'visit', id }, { after: { excuse } });
      for (let left = mostTries; left > 0; left -= 1) {
        const ended = await visits.updateOne(
          { _id: literal(id), state: { $in: unfinished } },
          { $set: excused, ...told(excuse), ...writtenDown(entry) },
        );
        if (ended.matchedCount > 0) return;
        const record = await visits.findById(literal(id)).lean<VisitRecord>();
        if (record === null || record.countedAs !== undefined || record.excuse === excuse) return;
        if (overrules[excuse]?.includes(record.state) !== true) return;
        if (await overrule(record, excused, entry)) return;
      }
      throw new Error('A visit is not to be excused');
    },
    reinstate: async (id, wanted, by) => {
      const record = await visits.findById(literal(id)).lean<VisitRecord>();
      if (record?.state !== 'excused' || record.excuse === undefined) return;
      if (record.countedAs !== undefined) return;
      const { _id, excuse, stood, startedOn } = record;
      const as = { _id, state: 'excused', excuse } as const;
      if (wanted.includes(excuse)) {
        const back = stood ?? { state: startedOn === undefined ? 'due' : 'started' };
        const gone = { excuse: '', endedOn: '', quietUntil: '', stood: '' } as const;
        const entry = newEntry(by, 'visit-reinstated', { kind: 'visit', id }, { before: { excuse } });
        await visits.updateOne(as, {
          $set: back,
          $unset: Object.fromEntries(Object.entries(gone).filter(([field]) => !(field in back))),
          ...toldBack(excuse),
          ...writtenDown(entry),
        });
      } else if (stood?.excuse !== undefined && wanted.includes(stood.excuse)) {
        // Taken back of somebody who is on the roster no longer: it counts once they are again.
        const before = { excuse: stood.excuse };
        const entry = newEntry(by, 'visit-reinstated', { kind: 'visit', id }, { before });
        await visits.updateOne(
          { ...as, 'stood.excuse': stood.excuse },
          { $unset: { stood: '' }, ...toldBack(stood.excuse), ...writtenDown(entry) },
        );
      }
    },
  };
};
