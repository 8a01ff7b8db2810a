import type { Connection, QueryFilter } from 'mongoose';
import { gather } from '../domain/kernel/gather.ts';
import type { TrainingCode } from '../domain/kernel/ids.ts';
import type { Training } from '../domain/trainings/training.ts';
import type { TrainingStore } from '../domain/trainings/training-store.ts';
import { enrolmentStore } from './enrolments.ts';
import { inParts } from './in-parts.ts';
import { folded, literal, literals } from './literal.ts';
import { noteRosters, saveTraining, saveTrainings } from './save-training.ts';
import { readTraining, type TrainingRecord, trainingSchema } from './training-record.ts';

const notCalled = ({ code }: Training, wanted: string): number => Number(folded(code) !== wanted);

/** The order of a list that was read in parts: as the database gives it. */
const latest = (one: Training, other: Training): number =>
  one.start === other.start ? compare(one.code, other.code) : compare(other.start, one.start);
const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

/** As many as a card can offer to choose from. */
const mostFound = 10;

/** Trainings by code, and who is on their rosters. */
export const trainingStore = (connection: Connection): TrainingStore => {
  const trainings = connection.model<TrainingRecord>('Training', trainingSchema);
  const latestFirst = { start: -1, _id: 1 } as const;

  /** Looks through the folded names, latest first, and stops at enough: trainings are few, and no index serves "contains". */
  const containing = async (text: string): Promise<TrainingCode[]> => {
    const fields = { codeFolded: 1, titleFolded: 1, courseFolded: 1 } as const;
    const names = trainings.find({}, fields).sort(latestFirst).lean();
    const found: TrainingCode[] = [];
    for await (const { _id, codeFolded, titleFolded, courseFolded = '' } of names.cursor()) {
      // A cursor leaves out nothing that is damaged.
      if ([codeFolded, titleFolded, courseFolded].some((name) => String(name).includes(text)))
        found.push(_id);
      if (found.length === mostFound) break;
    }
    return found;
  };

  const listed = async (filter: QueryFilter<TrainingRecord>): Promise<Training[]> =>
    (await trainings.find(filter).sort(latestFirst).lean()).map(readTraining);

  return {
    save: (training, by) => saveTraining(trainings, training, by),
    saveAll: (some, by) => saveTrainings(trainings, some, by),
    noteRosters: (notes, by) => noteRosters(trainings, notes, by),
    remove: async (code) => {
      await trainings.deleteOne({ _id: literal(code) });
    },
    byCode: async (code) => {
      const record = await trainings.findById(literal(code)).lean();
      return record === null ? undefined : readTraining(record);
    },
    byCodes: async (codes) =>
      (await inParts((some: typeof codes) => listed({ _id: { $in: literals(some) } }))(codes)).toSorted(
        latest,
      ),
    byAnyCase: inParts((codes) => listed({ codeFolded: { $in: codes.map(folded) } })),
    search: async (text) => {
      const wanted = folded(text);
      if (wanted === '') return [];
      const exact = await listed({
        $or: [{ codeFolded: wanted }, { titleFolded: wanted }, { courseFolded: wanted }],
      });
      // What was typed is a code before it is anything else.
      const codeFirst = exact.toSorted((one, other) => notCalled(one, wanted) - notCalled(other, wanted));
      if (exact.length > 0) return codeFirst.slice(0, mostFound);
      return listed({ _id: { $in: await containing(wanted) } });
    },
    all: () => listed({}),
    // Asked for everybody who speaks: gathered.
    taughtBy: gather(async (emails: readonly string[]) => {
      const wanted = emails.map(folded);
      const taught = await listed({ instructorEmails: { $in: wanted } });
      return wanted.map((email) => taught.filter(({ instructorEmails }) => instructorEmails.includes(email)));
    }),
    ...enrolmentStore(connection),
  };
};
