import { type Connection, Schema } from 'mongoose';
import type { By } from '../domain/audit/by.ts';
import { type Entry, newEntry, textReference } from '../domain/audit/entry.ts';
import { gather } from '../domain/kernel/gather.ts';
import type { PersonId } from '../domain/kernel/ids.ts';
import type { Enrolment } from '../domain/trainings/enrolment.ts';
import type { TrainingStore } from '../domain/trainings/training-store.ts';
import { type Audited, audited, writtenDown } from './audit-entries.ts';
import { literal, literals } from './literal.ts';
import { present } from './present.ts';
import { storedAs } from './schema-options.ts';
import { settled, upsert } from './upsert.ts';

/** `_id` is `person|training`: a person's id holds no bar, so no two pairs share one. */
type EnrolmentRecord = Enrolment & Audited & { _id: string };

const schema = new Schema<EnrolmentRecord>(
  { _id: String, training: String, person: String, department: String, manager: String, withdrawn: Boolean },
  storedAs('enrolments'),
);
schema.index({ training: 1, person: 1 }, { unique: true });
schema.index({ person: 1 });
schema.index({ manager: 1 });
schema.index({ department: 1 });
audited(schema);

const read = ({ _id, entries, ...enrolment }: EnrolmentRecord): Enrolment => enrolment;

/** What changes about somebody on a roster, as entries; a new line is counted with its roster. */
const entriesOf = (id: string, before: Enrolment, after: Enrolment, by: By): Entry[] => {
  const about = { kind: 'enrolment', id } as const;
  const whereOf = ({ department, manager }: Enrolment) => ({
    department: textReference(department),
    ...present({ manager }),
  });
  const moved = before.department !== after.department || before.manager !== after.manager;
  return [
    ...(before.withdrawn === after.withdrawn
      ? []
      : [newEntry(by, after.withdrawn ? 'enrolment-withdrawn' : 'enrolment-returned', about)]),
    ...(moved
      ? [newEntry(by, 'enrolment-moved', about, { before: whereOf(before), after: whereOf(after) })]
      : []),
  ];
};

/** Each further try needs a rival's write in between; so many are unheard of. */
const mostTries = 5;

type EnrolmentStore = Pick<
  TrainingStore,
  | 'enrol'
  | 'foldEnrolment'
  | 'enrolments'
  | 'enrolmentsOf'
  | 'enrolmentsIn'
  | 'peopleOfManager'
  | 'departments'
>;

/** Rosters, one line per (training, person). */
export const enrolmentStore = (connection: Connection): EnrolmentStore => {
  const enrolments = connection.model('Enrolment', schema);

  return {
    enrol: async (enrolment, by, known) => {
      const { training, person, department, withdrawn, manager } = enrolment;
      const _id = `${literal(person)}|${literal(training)}`;
      const made = { training, person, department, withdrawn, ...present({ manager }) };
      let before = known;
      for (let left = mostTries; left > 0; left -= 1) {
        if (before === undefined) {
          const first = { $setOnInsert: made };
          const { upsertedCount } = await settled(() => enrolments.updateOne({ _id }, first, upsert));
          if (upsertedCount > 0) return;
        } else {
          const entries = entriesOf(_id, before, enrolment, by);
          if (entries.length === 0) return;
          const asRead = { withdrawn: before.withdrawn, department: before.department };
          const { matchedCount } = await enrolments.updateOne(
            { _id, ...asRead, manager: before.manager ?? { $exists: false } },
            // Who has no manager any more keeps none.
            {
              $set: made,
              ...(manager === undefined ? { $unset: { manager: 1 } } : {}),
              ...writtenDown(...entries),
            },
          );
          if (matchedCount > 0) return;
        }
        const record = await enrolments.findById(_id).lean();
        before = record === null ? undefined : read(record);
      }
      throw new Error('An enrolment is not to be written');
    },
    // The line would count somebody twice, in the version before as well. Entries that still wait in it go along first.
    foldEnrolment: async (training, other, kept) => {
      const idOf = (person: PersonId): string => `${literal(person)}|${literal(training)}`;
      for (let left = mostTries; left > 0; left -= 1) {
        const record = await enrolments.findById(idOf(other)).lean();
        if (record === null) return;
        const { entries = [] } = record;
        if (entries.length > 0) {
          await enrolments.updateOne({ _id: idOf(kept) }, { $push: { entries: { $each: entries } } });
          const gone = { id: { $in: entries.map(({ id }) => id) } };
          await enrolments.updateOne({ _id: idOf(other) }, { $pull: { entries: gone } });
        }
        await enrolments.updateOne({ _id: idOf(other), entries: [] }, { $unset: { entries: 1 } });
        const bare = { _id: idOf(other), entries: { $exists: false } };
        if ((await enrolments.deleteOne(bare)).deletedCount > 0) return;
      }
      throw new Error('An enrolment is not to be folded');
    },
    enrolments: async (training) =>
      (
        await enrolments
          .find({ training: literal(training) })
          .sort({ person: 1 })
          .lean()
      ).map(read),
    // Asked for everybody who speaks: gathered.
    enrolmentsOf: gather(async (people: readonly PersonId[]) => {
      const lines = await enrolments
        .find({ person: { $in: literals(people) } })
        .sort({ training: 1 })
        .lean();
      const byPerson = Map.groupBy(lines.map(read), ({ person }) => person);
      return people.map((person) => byPerson.get(person) ?? []);
    }),
    enrolmentsIn: async (part) => {
      const within =
        part.kind === 'manager'
          ? { manager: literal(part.person) }
          : { department: literal(part.department) };
      const lines = await enrolments.find(within, { training: 1, person: 1 }).lean();
      return lines.map(({ training, person }) => ({ training, person }));
    },
    peopleOfManager: gather(async (managers: readonly PersonId[]) => {
      const lines = await enrolments
        .find({ manager: { $in: literals(managers) } }, { person: 1, manager: 1 })
        .sort({ person: 1 })
        .lean();
      const byManager = Map.groupBy(lines, ({ manager }) => manager);
      return managers.map((manager) => [
        ...new Set<PersonId>(byManager.get(manager)?.map(({ person }) => person) ?? []),
      ]);
    }),
    departments: async () =>
      (await enrolments.distinct('department')).filter((name) => name !== '').toSorted(),
  };
};
