import { type Connection, Schema } from 'mongoose';
import { gather } from '../domain/kernel/gather.ts';
import type { PersonId } from '../domain/kernel/ids.ts';
import type { TrainingStore } from '../domain/trainings/training-store.ts';
import { audited } from './audit-entries.ts';
import { type EnrolmentRecord, enrol, enrolAll, enrolmentId, mostTries, readEnrolment } from './enrol.ts';
import { inParts } from './in-parts.ts';
import { literal, literals } from './literal.ts';
import { storedAs } from './schema-options.ts';
import { readWhole } from './whole-records.ts';

const schema = new Schema<EnrolmentRecord>(
  { _id: String, training: String, person: String, department: String, manager: String, withdrawn: Boolean },
  storedAs('enrolments'),
);
schema.index({ training: 1, person: 1 }, { unique: true });
schema.index({ person: 1 });
schema.index({ manager: 1 });
schema.index({ department: 1 });
audited(schema);
readWhole(schema, { needs: ['training', 'person', 'department', 'withdrawn'] });

type EnrolmentStore = Pick<
  TrainingStore,
  | 'enrol'
  | 'enrolAll'
  | 'foldEnrolment'
  | 'unenrol'
  | 'enrolments'
  | 'enrolmentsOf'
  | 'enrolmentsOfAll'
  | 'enrolmentsIn'
  | 'peopleOfManager'
  | 'departments'
>;

/** Rosters, one line per (training, person). */
export const enrolmentStore = (connection: Connection): EnrolmentStore => {
  const enrolments = connection.model('Enrolment', schema);

  return {
    enrol: (enrolment, by, known) => enrol(enrolments, enrolment, by, known),
    enrolAll: (lines, by) => enrolAll(enrolments, lines, by),
    unenrol: async (training, people) => {
      const ids = people.map((person) => enrolmentId(person, training));
      await inParts(async (some: readonly string[]) => {
        await enrolments.deleteMany({ _id: { $in: [...some] } });
        return [];
      })(ids);
    },
    // The line would count somebody twice, in the version before as well. Entries that still wait in it go along first.
    foldEnrolment: async (training, other, kept) => {
      const idOf = (person: PersonId): string => enrolmentId(person, training);
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
      ).map(readEnrolment),
    enrolmentsOfAll: inParts(async (trainings) => {
      const lines = enrolments.find({ training: { $in: literals(trainings) } });
      return (await lines.sort({ training: 1, person: 1 }).lean()).map(readEnrolment);
    }),
    // Asked for everybody who speaks: gathered.
    enrolmentsOf: gather(async (people: readonly PersonId[]) => {
      const lines = await enrolments
        .find({ person: { $in: literals(people) } })
        .sort({ training: 1 })
        .lean();
      const byPerson = Map.groupBy(lines.map(readEnrolment), ({ person }) => person);
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
      (await enrolments.distinct('department'))
        .filter((name) => typeof name === 'string' && name !== '')
        .toSorted(),
  };
};
