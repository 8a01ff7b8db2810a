import mongoose from 'mongoose';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { IssueId, RoundId } from '../../../src/domain/kernel/ids.ts';
import { issuesByCourse } from '../../../src/store/migrations/002-issues-by-course.ts';
import { migrate } from '../../../src/store/migrations/migrate.ts';
import { releases } from '../../../src/store/migrations/releases.ts';
import { slicesOf } from '../../../src/store/migrations/slices.ts';
import { openStores } from '../../../src/store/open-stores.ts';
import { byTest } from '../../support/by-test.ts';
import type { TestDatabase } from '../../support/database.ts';
import { given } from '../../support/given.ts';
import { openKeptDatabase } from '../../support/kept-database.ts';
import { migrationMeans } from '../../support/migration-means.ts';

interface Kept {
  readonly _id: IssueId;
  readonly round: RoundId;
  readonly training: string;
  readonly mean: number;
}

describe('issues of the time before (1226a1e)', () => {
  let database: TestDatabase;
  let client: mongoose.mongo.MongoClient;
  let before: Kept[];
  const db = () => client.db(database.dbName);

  beforeEach(async () => {
    database = await openKeptDatabase('1226a1e');
    client = await new mongoose.mongo.MongoClient(database.uri).connect();
    before = await db().collection<Kept>('issues').find().sort({ _id: 1 }).toArray();
  });
  afterEach(async () => {
    await client.close();
    await database.close();
  });

  it('belong to the course of their training and are what one round found', async () => {
    expect(before.length).toBeGreaterThan(1);
    await migrate(db(), { releases: releases.slice(0, 1), ...migrationMeans });
    const trainings = await db().collection<{ _id: string; course: string }>('trainings').find().toArray();
    const courseOf = new Map(trainings.map(({ _id, course }) => [_id, course]));
    const after = await db().collection('issues').find().sort({ _id: 1 }).toArray();
    expect(after).toMatchObject(
      before.map(({ _id, round, training, mean, ...others }) => ({
        ...others,
        _id,
        course: courseOf.get(training),
        evidence: [{ finding: _id, round, training, mean }],
      })),
    );
  });

  it('read the same whether the migration or the store of issues made them so', async () => {
    const opened = await openStores({ ...database, given });
    const rounds = before.map(({ round }) => round);
    const migrated = await opened.stores.issues.ofRounds(rounds);
    await db()
      .collection('issues')
      .updateMany({}, { $unset: { course: '', evidence: '' } });
    expect(await opened.stores.issues.ofRounds(rounds)).toEqual(migrated);
    const [first] = migrated;
    if (first === undefined) throw new Error('no issue');
    await opened.stores.issues.raise([first], byTest);
    expect(await opened.stores.issues.ofRounds(rounds)).toEqual(migrated);
    await opened.close();
  });

  it('that another issue gathered already are left out', async () => {
    const [first, twin] = before;
    const evidence = [{ finding: first?._id }, { finding: twin?._id }];
    await db()
      .collection<Kept>('issues')
      .updateOne({ _id: first?._id ?? ('' as IssueId) }, { $set: { evidence } } as never);
    await migrate(db(), { releases: releases.slice(0, 1), ...migrationMeans });
    const found = await db()
      .collection<Kept>('issues')
      .findOne({ _id: twin?._id ?? ('' as IssueId) });
    expect(found).toEqual(twin);
  });

  it('that another issue gathers in the very moment are left out, and the others brought up all the same', async () => {
    await (await openStores({ ...database, given })).close();
    const issues = db().collection<Kept>('issues');
    await issues.updateMany({}, { $unset: { course: '', evidence: '' } });
    const [first, twin, ...others] = before;
    if (first === undefined || twin === undefined) throw new Error('no two issues');
    const evidence = [{ finding: first._id }, { finding: twin._id }];
    // More than are looked through at once.
    const many = Array.from({ length: 500 }, (_, n): Kept => {
      return { ...twin, _id: `z-${1000 + n}` as IssueId, round: `round ${n}` as RoundId };
    });
    await issues.insertMany(many);
    let looks = 0;
    // Asked after what others hold was looked up, and before anything is written.
    const rival = async (): Promise<void> => {
      looks += 1;
      if (looks === 1) await issues.updateOne({ _id: first._id }, { $set: { evidence } } as never);
    };
    await issuesByCourse.add?.(slicesOf(db(), rival, given));
    const after = await db()
      .collection<Kept & { evidence?: { finding: string }[] }>('issues')
      .find()
      .sort({ _id: 1 })
      .toArray();
    expect(after.map(({ evidence }) => evidence?.map(({ finding }) => finding))).toEqual([
      [first._id, twin._id],
      undefined,
      ...[...others, ...many].map(({ _id }) => [_id]),
    ]);
  });
});
