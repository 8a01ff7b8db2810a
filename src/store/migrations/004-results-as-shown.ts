import type { mongo } from 'mongoose';
import { discloseFrozen, type FrozenSums } from '../../domain/analysis/disclose-frozen.ts';
import type { Comment, Completion } from '../../domain/analysis/result.ts';
import type { CellSums } from '../../domain/analysis/sums.ts';
import { takingRolls } from '../../domain/analysis/take-rolls.ts';
import type { Tally } from '../../domain/analysis/tally.ts';
import { hidden } from '../../domain/analysis/told.ts';
import type { Visit } from '../../domain/followups/visit.ts';
import type { PersonId, RoundId } from '../../domain/kernel/ids.ts';
import { type Entry, fromEntries } from '../entries.ts';
import { storedCell } from '../result-cells.ts';
import { partRecord, textsRecords } from '../result-parts.ts';
import { restateIssues } from './issue-figures.ts';
import type { Migration } from './migration.ts';
import type { Slices } from './slices.ts';

/** A result as the version before froze it: everything that everybody said, by single people where a part had but one. */
interface BeforeRecord {
  readonly _id: string;
  readonly round: RoundId;
  readonly questionnaire: string;
  readonly revision: number;
  readonly whole: BeforeCell;
  readonly departments: readonly Entry<BeforeCell>[];
  readonly managers: readonly Entry<BeforeCell>[];
  readonly groups: readonly {
    readonly department: string;
    readonly manager?: PersonId;
    readonly due: number;
    readonly answers: readonly Entry<number>[];
  }[];
  readonly comments: readonly Comment[];
}
interface BeforeCell {
  readonly completion: Completion;
  readonly items: readonly Entry<
    Omit<Tally, 'histogram' | 'positions'> & { histogram: Entry<number>[]; positions?: Entry<number>[] }
  >[];
}

/**
 * What may not be shown is not kept (DESIGN, decision 9): frozen results held every part of a round, however small, and two
 * revisions of one were an answer apart. The same rule as at freezing leaves what may be shown, of the last revision alone.
 */
export const resultsAsShown: Migration = {
  number: 4,
  name: '004-results-as-shown',
  alone: true,
  add: async (slices) => {
    const { db, stillMine } = slices;
    const results = db.collection<BeforeRecord>('results');
    for (;;) {
      await stillMine();
      const record = await results.findOne({ departments: { $exists: true } });
      if (record === null) break;
      const newer = { round: record.round, revision: { $gt: record.revision } };
      if ((await results.findOne(newer, { projection: { _id: 1 } })) !== null)
        await results.deleteOne({ _id: record._id });
      else await keepWhatIsShown(slices, record);
    }
    await restateIssues(slices);
  },
};

const keepWhatIsShown = async ({ db, given }: Slices, record: BeforeRecord): Promise<void> => {
  const { questionnaires, settings } = given;
  if (questionnaires === undefined || settings === undefined)
    throw new Error('To judge what may be shown, it must be known what was asked');
  const shown = discloseFrozen(sumsOf(record), questionnaires.of(record.questionnaire), settings);
  const rolls = takingRolls(given.digestOf);
  await takePart(db, record.round, rolls.add);
  const { whole, parts, comments, texts } = rolls.with(shown);
  const freezing = `before ${record._id}`;
  const of = (name: string) => ({ _id: `${freezing}/${name}`, round: record.round, freezing });
  await putAll(
    db.collection('resultparts'),
    parts.map(({ part, cell }) => partRecord(of, part, cell)),
  );
  await putAll(db.collection('resulttexts'), textsRecords(of, texts));
  const told = {
    whole: storedCell(whole),
    commentCounts: Object.entries(comments).map(([key, count]) =>
      count === hidden ? { key } : { key, value: count },
    ),
    parts: freezing,
    texts: freezing,
    marked: false,
  };
  const gone = { departments: '', managers: '', groups: '', comments: '' } as const;
  await db
    .collection<{ _id: string }>('results')
    .updateOne({ _id: record._id }, { $set: told, $unset: gone });
};

/** Whoever had begun: more than those who left a page, which makes the people behind a figure rather too few than too many. */
const takePart = async (
  db: Slices['db'],
  round: RoundId,
  add: ReturnType<typeof takingRolls>['add'],
): Promise<void> => {
  const begun = [{ state: 'answered' }, { startedAt: { $exists: true } }, { startedOn: { $exists: true } }];
  const visits = await db
    .collection<Pick<Visit, 'round' | 'person' | 'department' | 'manager'> & Record<string, unknown>>(
      'visits',
    )
    .find(
      { round, state: { $nin: ['excused'] }, $or: begun },
      { projection: { person: 1, department: 1, manager: 1 } },
    )
    .toArray();
  for (const visit of visits) add({ visit, tookPart: true });
};

const putAll = async (
  collection: mongo.Collection,
  records: readonly { readonly _id: string }[],
): Promise<void> => {
  const writes = records.map(({ _id, ...fields }) => ({
    updateOne: { filter: { _id: _id as never }, update: { $set: fields }, upsert: true },
  }));
  if (writes.length > 0) await collection.bulkWrite(writes, { ordered: false });
};

const sumsOf = ({ whole, departments, managers, groups, comments }: BeforeRecord): FrozenSums => ({
  whole: cellSums(whole),
  departments: departments.map(({ key, value }) => [key, cellSums(value)]),
  managers: managers.map(({ key, value }) => [key as PersonId, cellSums(value)]),
  groups: groups.map(({ answers, ...group }) => ({
    ...group,
    answers: new Map(answers.map(({ key, value }) => [key, value])),
  })),
  comments,
});

const cellSums = ({ completion, items }: BeforeCell): CellSums => ({
  completion,
  items: new Map(
    items.map(({ key, value: { histogram, positions, ...sums } }) => [
      key,
      {
        ...sums,
        histogram: fromEntries(histogram, same),
        ...(positions === undefined ? {} : { positions: fromEntries(positions, same) }),
      },
    ]),
  ),
});

const same = (times: number): number => times;
