import mongoose from 'mongoose';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';

let database: TestDatabase;
let client: mongoose.mongo.MongoClient;
let db: mongoose.mongo.Db;
const size = 1200;

beforeAll(async () => {
  database = await openTestDatabase();
  client = await new mongoose.mongo.MongoClient(database.uri, { maxPoolSize: 60 }).connect();
  db = client.db(database.dbName);
  const people = db.collection<Record<string, unknown>>('people');
  await people.createIndexes([
    { key: { email: 1 }, unique: true },
    { key: { department: 1, joined: -1 } },
    { key: { badge: 1 }, sparse: true, unique: true },
    { key: { tags: 1 } },
    { key: { seenAt: 1 }, expireAfterSeconds: 3600 },
  ]);
  await people.insertMany(
    Array.from({ length: size }, (_, i) => ({
      _id: i as never,
      email: `p${i}@x.org`,
      department: `d${i % 40}`,
      joined: new Date(i * 1000),
      ...(i % 100 === 0 ? { badge: i } : {}),
      tags: [`t${i % 60}`, `u${i % 50}`],
      seenAt: new Date(Date.now() - (i % 2) * 60_000),
    })),
  );
});

afterAll(async () => {
  await client?.close();
  await database?.close();
});

describe('a look-up', () => {
  test.each<[string, Record<string, unknown>, mongoose.mongo.Sort, number, number]>([
    ['by _id', { _id: 7 }, {}, 1, 1],
    ['by several _ids', { _id: { $in: [1, 2, 5000] } }, {}, 2, 2],
    ['by a range of _id', { _id: { $gte: 1190 } }, {}, 10, 10],
    ['by a unique field', { email: 'p3@x.org' }, {}, 1, 1],
    ['by the first field of a compound index', { department: 'd1' }, {}, 30, 30],
    ['by both fields of a compound index', { department: 'd1', joined: new Date(41_000) }, {}, 1, 1],
    ['by a range behind an equality', { department: 'd1', joined: { $gte: new Date(1_001_000) } }, {}, 5, 5],
    ['by a field a sparse index has', { badge: 300 }, {}, 1, 1],
    ['by an element of an array', { tags: 't5' }, {}, 20, 20],
    ['by a time a TTL index has', { seenAt: { $lt: new Date(0) } }, {}, 0, 0],
    ['under $and', { $and: [{ email: 'p4@x.org' }, { department: 'd4' }] }, {}, 1, 1],
  ])('%s reads no other document', async (_what, filter, sort, found, examined) => {
    const { executionStats } = await db
      .collection('people')
      .find(filter)
      .sort(sort)
      .explain('executionStats');
    expect(executionStats).toMatchObject({ nReturned: found, totalDocsExamined: examined });
  });

  test.each([
    ['forwards', { joined: -1 as const }, { department: 'd1' }],
    ['backwards', { joined: 1 as const }, { department: 'd1' }],
    ['of _id', { _id: -1 as const }, {}],
  ])('sorted %s by an index reads only what the limit asks for', async (_what, sort, filter) => {
    const found = db.collection('people').find(filter).sort(sort).limit(3);
    expect((await found.explain('executionStats')).executionStats).toMatchObject({
      nReturned: 3,
      totalDocsExamined: 3,
    });
  });

  test('finds documents without the field although a sparse index leaves them out', async () => {
    expect(await db.collection('people').countDocuments({ badge: null })).toBe(size - size / 100);
  });
});

test('a descending index finds what lies at the very end of a range', async () => {
  const ends = db.collection<{ _id: number; v: unknown }>('ends');
  await ends.createIndex({ v: -1 });
  await ends.insertMany([1, {}, '', 2].map((v, _id) => ({ _id, v })));
  const found = async (filter: Record<string, unknown>) =>
    (await ends.find(filter).toArray()).map(({ _id }) => _id);
  expect(await found({ v: { $lte: 1 } })).toEqual([0]);
  expect(await found({ v: { $gte: 2 } })).toEqual([3]);
  expect(await found({ v: { $lte: { a: 1 } } })).toEqual([1]);
  expect(await found({ v: { $lt: 'a' } })).toEqual([2]);
});

describe('a unique index', () => {
  test('names index, key and value of the second document, in bulk too', async () => {
    const documents = [{ email: 'new1@x.org' }, { email: 'p5@x.org' }, { email: 'new2@x.org' }];
    const { n, writeErrors } = await db.command({ insert: 'people', documents, ordered: false });
    expect(n).toBe(2);
    expect(writeErrors).toMatchObject([
      { index: 1, code: 11000, keyPattern: { email: 1 }, keyValue: { email: 'p5@x.org' } },
    ]);
    expect(writeErrors[0].errmsg).toBe(
      `E11000 duplicate key error collection: ${database.dbName}.people index: email_1 dup key: { email: "p5@x.org" }`,
    );
  });

  test('refuses an update into a taken key at once, and a findAndModify', async () => {
    const people = db.collection('people');
    const refused = { code: 11000, keyPattern: { email: 1 }, keyValue: { email: 'p9@x.org' } };
    await expect(
      people.findOneAndUpdate({ email: 'p8@x.org' }, { $set: { email: 'p9@x.org' } }),
    ).rejects.toMatchObject(refused);
    await expect(
      people.updateOne({ email: 'p8@x.org' }, { $set: { email: 'p9@x.org' } }),
    ).rejects.toMatchObject({ code: 11000 });
    expect(await people.countDocuments({ email: 'p8@x.org' })).toBe(1);
  });

  test('cannot be made where there are duplicates, and leaves nothing behind', async () => {
    const doubles = db.collection('doubles');
    await doubles.insertMany([{ a: 1 }, { a: 1 }]);
    await expect(doubles.createIndex({ a: 1 }, { unique: true })).rejects.toMatchObject({ code: 11000 });
    expect(await doubles.indexes()).toHaveLength(1);
  });

  test('takes a field missing, null, or below an empty list for the same', async () => {
    const below = db.collection('below');
    await below.createIndex({ 'c.x': 1 }, { unique: true });
    await below.insertOne({ c: [] });
    for (const other of [{}, { c: { x: null } }, { c: 5 }, { c: [{ x: 1 }, {}] }]) {
      await expect(below.insertOne(other)).rejects.toMatchObject({ code: 11000 });
    }
    await below.insertOne({ c: [{ x: 1 }, { x: 1 }] });
  });

  test('holds among fifty writers at once: one gets each key, the others are told', async () => {
    const slots = db.collection('slots');
    await slots.createIndex({ slot: 1 }, { unique: true });
    const results = await Promise.all(
      Array.from({ length: 50 }, async (_, writer) => {
        let won = 0;
        for (let slot = 0; slot < 20; slot++) {
          const error: unknown = await slots.insertOne({ slot, writer }).then(
            () => undefined,
            (reason: unknown) => reason,
          );
          if (error === undefined) won++;
          else expect(error).toMatchObject({ code: 11000, keyValue: { slot } });
        }
        return won;
      }),
    );
    expect(results.reduce((a, b) => a + b)).toBe(20);
    expect(await slots.countDocuments()).toBe(20);
  });

  test('fifty upserts of one key at once make one document and count every one', async () => {
    const counters = db.collection<{ _id: string; n: number }>('counters');
    const bump = () => counters.updateOne({ _id: 'c' }, { $inc: { n: 1 } }, { upsert: true });
    await Promise.all(Array.from({ length: 50 }, bump));
    expect(await counters.findOne({ _id: 'c' })).toEqual({ _id: 'c', n: 50 });
  });
});

describe('index definitions', () => {
  test.each<[string, Record<string, unknown>, Record<string, unknown>, number]>([
    ['the same name for another key', { other: 1 }, { name: 'email_1' }, 86],
    ['the same key with other options', { email: 1 }, {}, 85],
    ['the same key under another name', { email: 1 }, { unique: true, name: 'mail' }, 85],
    ['a text index', { about: 'text' }, {}, 67],
    ['a partial index', { nick: 1 }, { partialFilterExpression: { active: true } }, 197],
    ['a compound TTL index', { a: 1, b: 1 }, { expireAfterSeconds: 5 }, 67],
  ])('%s is refused', async (_what, key, options, code) => {
    await expect(db.collection('people').createIndex(key as never, options)).rejects.toMatchObject({ code });
  });

  test('asked for again change nothing, and are listed', async () => {
    await db.collection('people').createIndex({ email: 1 }, { unique: true });
    const listed = await db.collection('people').indexes();
    expect(listed.map(({ name }) => name)).toEqual([
      '_id_',
      'email_1',
      'department_1_joined_-1',
      'badge_1',
      'tags_1',
      'seenAt_1',
    ]);
    expect(listed[1]).toMatchObject({ key: { email: 1 }, unique: true });
  });

  test('two arrays in one compound index are refused', async () => {
    const pairs = db.collection('pairs');
    await pairs.createIndex({ a: 1, b: 1 });
    await expect(pairs.insertOne({ a: [1], b: [2] })).rejects.toMatchObject({ code: 171 });
  });

  test('can be dropped once', async () => {
    await db.collection('dropped').createIndex({ a: 1 });
    await db.collection('dropped').dropIndex('a_1');
    await expect(db.collection('dropped').dropIndex('a_1')).rejects.toMatchObject({ code: 27 });
  });
});
