import { type Connection, Schema } from 'mongoose';
import { gather } from '../domain/kernel/gather.ts';
import type { PersonId } from '../domain/kernel/ids.ts';
import type { Enrolment } from '../domain/trainings/enrolment.ts';
import type { TrainingStore } from '../domain/trainings/training-store.ts';
import { literal, literals } from './literal.ts';
import { storedAs } from './schema-options.ts';
import { settled, upsert } from './upsert.ts';

/** `_id` is `person|training`: a person's id holds no bar, so no two pairs share one. */
type EnrolmentRecord = Enrolment & { _id: string };

const schema = new Schema<EnrolmentRecord>(
  { _id: String, training: String, person: String, department: String, manager: String, withdrawn: Boolean },
  storedAs('enrolments'),
);
schema.index({ training: 1, person: 1 }, { unique: true });
schema.index({ person: 1 });
schema.index({ manager: 1 });
schema.index({ department: 1 });

const read = ({ _id, ...enrolment }: EnrolmentRecord): Enrolment => enrolment;

type EnrolmentStore = Pick<
  TrainingStore,
  'enrol' | 'enrolments' | 'enrolmentsOf' | 'peopleOfManager' | 'departments'
>;

/** Rosters, one line per (training, person). */
export const enrolmentStore = (connection: Connection): EnrolmentStore => {
  const enrolments = connection.model('Enrolment', schema);

  return {
    enrol: async ({ manager, ...enrolment }) => {
      const { training, person } = enrolment;
      // Who has no manager any more keeps none.
      const update =
        manager === undefined
          ? { $set: enrolment, $unset: { manager: 1 } }
          : { $set: { ...enrolment, manager } };
      const _id = `${literal(person)}|${literal(training)}`;
      await settled(() => enrolments.updateOne({ _id }, update, upsert));
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
