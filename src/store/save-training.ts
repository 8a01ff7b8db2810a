import { isDeepStrictEqual } from 'node:util';
import type { Model } from 'mongoose';
import type { By } from '../domain/audit/by.ts';
import { type Facts, newEntry } from '../domain/audit/entry.ts';
import type { TrainingCode } from '../domain/kernel/ids.ts';
import type { RosterNote } from '../domain/trainings/roster-import.ts';
import type { Training } from '../domain/trainings/training.ts';
import { writtenDown, writtenDownFirst } from './audit-entries.ts';
import { folded, literal } from './literal.ts';
import type { TrainingRecord } from './training-record.ts';
import { upsert } from './upsert.ts';

type Fields = Omit<Training, 'code'>;
type Trainings = Pick<Model<TrainingRecord>, 'updateOne' | 'findById'>;

/** Dates and closed choices; a title, a course and addresses are named in `changed` alone. */
const told = ['mode', 'source', 'length', 'start', 'end', 'timeZone'] as const;

const factsOf = (training: Partial<Fields>): Facts =>
  Object.fromEntries(told.flatMap((name) => (training[name] === undefined ? [] : [[name, training[name]]])));

/** Each further try needs a rival's write in between; so many are unheard of. */
const mostTries = 5;

/** Creates or changes a training; what is the same already is not written down. */
export const saveTraining = async (
  trainings: Trainings,
  { code, ...training }: Training,
  by: By,
): Promise<void> => {
  const _id = literal(code);
  const about = { kind: 'training', id: code } as const;
  const names = { codeFolded: folded(code), titleFolded: folded(training.title) };
  const fields = { ...training, ...names, courseFolded: folded(training.course) };
  const added = writtenDownFirst(newEntry(by, 'training-added', about, { after: factsOf(training) }));
  for (let left = mostTries; left > 0; left -= 1) {
    const known = await trainings.findById(_id).lean();
    if (known === null) {
      const made = { $setOnInsert: { ...fields, ...added } };
      const { upsertedCount } = await trainings.updateOne({ _id }, made, upsert);
      if (upsertedCount > 0) return;
      continue;
    }
    const changed = (Object.keys(training) as (keyof Fields)[]).filter(
      (name) => !isDeepStrictEqual(known[name], training[name]),
    );
    const of = (one: Partial<Fields>) => Object.fromEntries(changed.map((name) => [name, one[name]]));
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

/** Keeps what a run of an import brings to a training, once. */
export const noteRoster = async (
  trainings: Trainings,
  code: TrainingCode,
  { importId, run, participants }: RosterNote,
  by: By,
): Promise<void> => {
  const rosterNoted = `${literal(importId)}#${run}`;
  const facts = { after: { import: importId, run, ...participants } };
  const entry = newEntry(by, 'roster-applied', { kind: 'training', id: code }, facts);
  await trainings.updateOne(
    { _id: literal(code), rosterNoted: { $ne: rosterNoted } },
    { $set: { rosterNoted }, ...writtenDown(entry) },
  );
};
