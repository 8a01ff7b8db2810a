import { isDeepStrictEqual } from 'node:util';
import type { Model } from 'mongoose';
import type { By } from '../domain/audit/by.ts';
import { type Facts, newEntry } from '../domain/audit/entry.ts';
import type { TrainingCode } from '../domain/kernel/ids.ts';
import type { Training } from '../domain/trainings/training.ts';
import type { TrainingNote } from '../domain/trainings/training-store.ts';
import { writtenDown, writtenDownFirst } from './audit-entries.ts';
import { folded, literal } from './literal.ts';
import type { TrainingRecord } from './training-record.ts';
import { settled, upsert } from './upsert.ts';
import { writeMany } from './write-many.ts';

type Fields = Omit<Training, 'code'>;
type Trainings = Pick<Model<TrainingRecord>, 'updateOne' | 'findById'>;

/** Dates and closed choices; a title, a course and addresses are named in `changed` alone. */
const told = ['mode', 'source', 'length', 'start', 'end', 'timeZone', 'cancelled'] as const;

const factsOf = (training: Partial<Fields>): Facts =>
  Object.fromEntries(told.flatMap((name) => (training[name] === undefined ? [] : [[name, training[name]]])));

/** Each further try needs a rival's write in between; so many are unheard of. */
const mostTries = 5;

const foldedNames = (code: TrainingCode, { title, course }: Fields) => ({
  codeFolded: folded(code),
  titleFolded: folded(title),
  courseFolded: folded(course),
});

const madeOf = ({ code, ...training }: Training, by: By) => {
  const facts = { after: factsOf(training) };
  const added = writtenDownFirst(newEntry(by, 'training-added', { kind: 'training', id: code }, facts));
  return { ...training, ...foldedNames(code, training), ...added };
};

/** Creates or changes a training; what is the same already is not written down. */
export const saveTraining = async (trainings: Trainings, one: Training, by: By): Promise<void> => {
  const { code, ...training } = one;
  const _id = literal(code);
  const about = { kind: 'training', id: code } as const;
  const fields = { ...training, ...foldedNames(code, training) };
  const made = { $setOnInsert: madeOf(one, by) };
  for (let left = mostTries; left > 0; left -= 1) {
    const known = await trainings.findById(_id).lean();
    if (known === null) {
      const { upsertedCount } = await trainings.updateOne({ _id }, made, upsert);
      if (upsertedCount > 0) return;
      continue;
    }
    const changed = (Object.keys(training) as (keyof Fields)[]).filter(
      (name) => !isDeepStrictEqual(known[name], training[name]),
    );
    const of = (part: Partial<Fields>) => Object.fromEntries(changed.map((name) => [name, part[name]]));
    const entry = newEntry(by, 'training-changed', about, {
      before: factsOf(of(known)),
      after: { ...factsOf(of(training)), changed },
    });
    const note = changed.length === 0 ? {} : writtenDown(entry);
    const asRead = Object.fromEntries(changed.map((name) => [name, known[name] ?? null]));
    const { matchedCount } = await trainings.updateOne({ _id, ...asRead }, { $set: fields, ...note });
    if (matchedCount > 0) return;
  }
  throw new Error(`The training ${code} is not to be saved`);
};

/** The same for many: those that are not there yet in one request, the others one by one. */
export const saveTrainings = async (
  trainings: Trainings & Pick<Model<TrainingRecord>, 'collection'>,
  some: readonly Training[],
  by: By,
): Promise<void> => {
  if (some.length === 0) return;
  const writes = some.map((one) => ({
    updateOne: { filter: { _id: literal(one.code) }, update: { $setOnInsert: madeOf(one, by) }, ...upsert },
  }));
  const { upsertedIds } = await settled(() => writeMany(trainings, writes));
  for (const [place, one] of some.entries())
    if (upsertedIds[place] === undefined) await saveTraining(trainings, one, by);
};

/** What keeps a note of a run of an import, once. */
const noteOf = ({ training, roster: { importId, run, participants } }: TrainingNote, by: By) => {
  const rosterNoted = `${literal(importId)}#${run}`;
  const facts = { after: { import: importId, run, ...participants } };
  const entry = newEntry(by, 'roster-applied', { kind: 'training', id: training }, facts);
  return {
    filter: { _id: literal(training), rosterNoted: { $ne: rosterNoted } },
    update: { $set: { rosterNoted }, ...writtenDown(entry) },
  };
};

/** Keeps what a run of an import brings to trainings, to each once. */
export const noteRosters = async (
  trainings: Pick<Model<TrainingRecord>, 'collection'>,
  notes: readonly TrainingNote[],
  by: By,
): Promise<void> => {
  if (notes.length === 0) return;
  await writeMany(
    trainings,
    notes.map((note) => ({ updateOne: noteOf(note, by) })),
  );
};
