import { type Connection, Schema } from 'mongoose';
import type { PersonId } from '../domain/kernel/ids.ts';
import type { Enrolment } from '../domain/trainings/enrolment.ts';
import type { TrainingStore } from '../domain/trainings/training-store.ts';
import { literal } from './literal.ts';
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

const read = ({ _id, ...enrolment }: EnrolmentRecord): Enrolment => enrolment;

type EnrolmentStore = Pick<TrainingStore, 'enrol' | 'enrolments' | 'enrolmentsOf' | 'peopleOfManager'>;

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
    enrolmentsOf: async (person) =>
      (
        await enrolments
          .find({ person: literal(person) })
          .sort({ training: 1 })
          .lean()
      ).map(read),
    peopleOfManager: async (manager) => {
      const lines = await enrolments
        .find({ manager: literal(manager) }, { person: 1 })
        .sort({ person: 1 })
        .lean();
      return [...new Set<PersonId>(lines.map(({ person }) => person))];
    },
  };
};
