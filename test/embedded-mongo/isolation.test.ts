import mongoose from 'mongoose';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';

let database: TestDatabase;
let client: mongoose.mongo.MongoClient;
let entries: mongoose.mongo.Collection<{ _id: number; group: string; n: number }>;
const size = 100_000;

beforeAll(async () => {
  database = await openTestDatabase();
  client = await new mongoose.mongo.MongoClient(database.uri).connect();
  entries = client.db(database.dbName).collection('entries');
  for (let from = 0; from < size; from += 10_000) {
    await entries.insertMany(
      Array.from({ length: 10_000 }, (_, i) => ({ _id: from + i, group: `g${i % 100}`, n: i })),
    );
  }
}, 60_000);

afterAll(async () => {
  await client?.close();
  await database?.close();
});

test('reads and writes by key are answered while a hundred thousand documents are grouped', async () => {
  let grouping = true;
  const grouped = entries
    .aggregate([{ $group: { _id: '$group', n: { $sum: '$n' }, count: { $sum: 1 } } }])
    .toArray()
    .finally(() => {
      grouping = false;
    });
  let turns = 0;
  for (let i = 0; i < 20; i++) {
    expect(await entries.findOne({ _id: i * 1000 })).toMatchObject({ group: `g${(i * 1000) % 100}` });
    await entries.updateOne({ _id: size - 1 }, { $set: { group: 'changed' } });
    // Timers of this thread, where the bot answers, fire meanwhile as well.
    await new Promise((done) => setImmediate(done));
    if (grouping) turns++;
  }
  expect(turns).toBe(20);
  const groups = await grouped;
  // The group saw one state of the collection: before or after any of the changes, never half of them.
  expect(groups.reduce((sum, { count }) => sum + count, 0)).toBe(size);
});

test('a write is seen by the next long read', async () => {
  await entries.updateMany({ _id: { $lt: 10 } }, { $set: { group: 'fresh' } });
  const [{ count } = { count: 0 }] = await entries
    .aggregate<{ count: number }>([
      { $match: { n: { $gte: 0 }, group: 'fresh' } },
      { $group: { _id: null, count: { $sum: 1 } } },
    ])
    .toArray();
  expect(count).toBe(10);
});

test('a long read comes whole through its cursor', async () => {
  const seen = new Set<number>();
  for await (const { _id } of entries.find({ n: { $lt: 2000 } })) seen.add(_id);
  expect(seen.size).toBe(20_000);
});

test('the cursor of a long read can be killed', async () => {
  const db = client.db(database.dbName);
  const { cursor } = await db.command({ find: 'entries', filter: { n: { $lt: 2000 } }, batchSize: 3 });
  expect(cursor.firstBatch).toHaveLength(3);
  const killed = await db.command({ killCursors: 'entries', cursors: [cursor.id] });
  expect(killed.cursorsKilled).toEqual([cursor.id]);
  await expect(db.command({ getMore: cursor.id, collection: 'entries' })).rejects.toMatchObject({ code: 43 });
});

test('what a long read is refused for is told as ever', async () => {
  await expect(
    entries.aggregate([{ $group: { _id: { $add: ['$group', 1] } } }]).toArray(),
  ).rejects.toMatchObject({ code: 14 });
});
