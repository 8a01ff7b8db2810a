import type { Model } from 'mongoose';
import type { By } from '../domain/audit/by.ts';
import { type Entry, newEntry, textReference } from '../domain/audit/entry.ts';
import type { PersonId, TrainingCode } from '../domain/kernel/ids.ts';
import type { Enrolment } from '../domain/trainings/enrolment.ts';
import { type Audited, writtenDown } from './audit-entries.ts';
import { literal } from './literal.ts';
import { present } from './present.ts';
import { settled, upsert } from './upsert.ts';
import { writeMany } from './write-many.ts';

/** `_id` is `person|training`: a person's id holds no bar, so no two pairs share one. */
export type EnrolmentRecord = Enrolment & Audited & { _id: string };
type Enrolments = Pick<Model<EnrolmentRecord>, 'updateOne' | 'findById' | 'collection'>;

export const enrolmentId = (person: PersonId, training: TrainingCode): string =>
  `${literal(person)}|${literal(training)}`;

export const readEnrolment = ({ _id, entries, ...enrolment }: EnrolmentRecord): Enrolment => enrolment;

/** Each further try needs a rival's write in between; so many are unheard of. */
export const mostTries = 5;

const madeOf = ({ training, person, department, withdrawn, manager }: Enrolment) => ({
  training,
  person,
  department,
  withdrawn,
  ...present({ manager }),
});

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

/** The change from one to the other, as long as it is as it was read; undefined: they say the same. */
const changeFrom = (before: Enrolment, after: Enrolment, by: By) => {
  const _id = enrolmentId(after.person, after.training);
  const entries = entriesOf(_id, before, after, by);
  if (entries.length === 0) return undefined;
  const asRead = { withdrawn: before.withdrawn, department: before.department };
  return {
    filter: { _id, ...asRead, manager: before.manager ?? { $exists: false } },
    // Who has no manager any more keeps none.
    update: {
      $set: madeOf(after),
      ...(after.manager === undefined ? { $unset: { manager: 1 as const } } : {}),
      ...writtenDown(...entries),
    },
  };
};

/** Puts somebody on a roster, or changes their line; `known`: as it was when last read, which spares a look. */
export const enrol = async (
  enrolments: Enrolments,
  enrolment: Enrolment,
  by: By,
  known?: Enrolment,
): Promise<void> => {
  const _id = enrolmentId(enrolment.person, enrolment.training);
  let before = known;
  for (let left = mostTries; left > 0; left -= 1) {
    if (before === undefined) {
      const first = { $setOnInsert: madeOf(enrolment) };
      const { upsertedCount } = await settled(() => enrolments.updateOne({ _id }, first, upsert));
      if (upsertedCount > 0) return;
    } else {
      const change = changeFrom(before, enrolment, by);
      if (change === undefined) return;
      const { matchedCount } = await enrolments.updateOne(change.filter, change.update);
      if (matchedCount > 0) return;
    }
    const record = await enrolments.findById(_id).lean();
    before = record === null ? undefined : readEnrolment(record);
  }
  throw new Error('An enrolment is not to be written');
};

/** The same for many in one request; those that somebody else changed in between one by one. */
export const enrolAll = async (
  enrolments: Enrolments,
  lines: readonly { readonly enrolment: Enrolment; readonly before?: Enrolment }[],
  by: By,
): Promise<void> => {
  const fresh = lines.filter(({ before }) => before === undefined);
  if (fresh.length > 0) {
    const writes = fresh.map(({ enrolment }) => ({
      updateOne: {
        filter: { _id: enrolmentId(enrolment.person, enrolment.training) },
        update: { $setOnInsert: madeOf(enrolment) },
        ...upsert,
      },
    }));
    const { upsertedIds } = await settled(() => writeMany<EnrolmentRecord>(enrolments, writes));
    for (const [place, { enrolment }] of fresh.entries())
      if (upsertedIds[place] === undefined) await enrol(enrolments, enrolment, by);
  }
  const changed = lines.flatMap(({ enrolment, before }) => {
    const change = before && changeFrom(before, enrolment, by);
    return change === undefined ? [] : [{ enrolment, updateOne: change }];
  });
  if (changed.length === 0) return;
  const writes = changed.map(({ updateOne }) => ({ updateOne }));
  const { matchedCount } = await writeMany<EnrolmentRecord>(enrolments, writes);
  if (matchedCount === changed.length) return;
  for (const { enrolment } of changed) await enrol(enrolments, enrolment, by);
};
