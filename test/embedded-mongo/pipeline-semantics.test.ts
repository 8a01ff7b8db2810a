import mongoose from 'mongoose';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { accumulators, stages } from '../../src/embedded-mongo/allowed.ts';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';

const { Double, EJSON } = mongoose.mongo.BSON;
type Fields = Record<string, unknown>;

const rows: Fields[] = [
  { _id: 1, g: 'a', n: 1, t: ['x', 'y'] },
  { _id: 2, g: 'a', n: new Double(2), t: [] },
  { _id: 3, g: null, n: 5, t: null },
  { _id: 4, n: null },
  { _id: 5, g: 'b', n: 'text', t: 'z', sub: { a: 1, b: 2 }, arr: [{ a: 1, b: 2 }, 3, { b: 4 }] },
];

/** Per stage or accumulator: pipelines on the rows above and what comes out. */
const pipelines: Record<string, [pipeline: Fields[], out: Fields[]][]> = {
  $match: [
    [
      [{ $match: { n: { $gte: 2 } } }, { $project: { n: 0, t: 0 } }],
      [
        { _id: 2, g: 'a' },
        { _id: 3, g: null },
      ],
    ],
  ],
  $group: [
    [
      [{ $group: { _id: '$g', n: { $sum: 1 } } }, { $sort: { _id: 1 } }],
      [
        { _id: null, n: 2 },
        { _id: 'a', n: 2 },
        { _id: 'b', n: 1 },
      ],
    ],
    [[{ $match: { _id: { $gt: 9 } } }, { $group: { _id: null, n: { $sum: 1 } } }], []],
    [[{ $match: { _id: 5 } }, { $group: { _id: '$arr.b' } }], [{ _id: [2, 4] }]],
  ],
  $sort: [
    [
      [{ $sort: { g: -1, _id: -1 } }, { $project: { _id: 1 } }],
      [{ _id: 5 }, { _id: 2 }, { _id: 1 }, { _id: 4 }, { _id: 3 }],
    ],
  ],
  $limit: [[[{ $sort: { _id: 1 } }, { $limit: 1 }, { $project: { _id: 1 } }], [{ _id: 1 }]]],
  $skip: [[[{ $sort: { _id: 1 } }, { $skip: 4 }, { $project: { _id: 1 } }], [{ _id: 5 }]]],
  $project: [
    [[{ $match: { _id: 5 } }, { $project: { 'arr.b': 1, _id: 0 } }], [{ arr: [{ b: 2 }, { b: 4 }] }]],
    [
      [{ $match: { _id: 5 } }, { $project: { 'sub.a': true, 'n.x': 1, none: 1 } }],
      [{ _id: 5, sub: { a: 1 } }],
    ],
    [[{ $match: { _id: 4 } }, { $project: { n: 0, _id: 1 } }], [{ _id: 4 }]],
    [
      [{ $match: { _id: 5 } }, { $project: { arr: 0, 'sub.a': 0 } }],
      [{ _id: 5, g: 'b', n: 'text', t: 'z', sub: { b: 2 } }],
    ],
  ],
  $min: [[[{ $group: { _id: null, s: { $min: '$n' } } }], [{ _id: null, s: 1 }]]],
  $max: [[[{ $group: { _id: null, s: { $max: '$n' } } }], [{ _id: null, s: 'text' }]]],
  $sum: [[[{ $group: { _id: null, s: { $sum: '$n' } } }], [{ _id: null, s: new Double(8) }]]],
};

let database: TestDatabase;
let client: mongoose.mongo.MongoClient;
let db: mongoose.mongo.Db;

beforeAll(async () => {
  database = await openTestDatabase();
  client = await new mongoose.mongo.MongoClient(database.uri).connect();
  db = client.db(database.dbName);
  await db.collection('rows').insertMany(rows.map((row) => ({ ...row })) as never[]);
});

afterAll(async () => {
  await client?.close();
  await database?.close();
});

const exact = { promoteValues: false, promoteLongs: false };
const text = (value: unknown) => EJSON.stringify(value, { relaxed: false });

describe('every accepted stage and accumulator', () => {
  test('has its rules here', () => {
    expect([...stages, ...accumulators].filter((name) => !pipelines[name])).toEqual([]);
  });

  const runs = Object.values(pipelines).flat();
  test.each(runs)('%j gives %j', async (pipeline, out) => {
    expect(text(await db.collection('rows').aggregate(pipeline, exact).toArray())).toBe(text(out));
  });
});

test.each<[Fields[], number]>([
  [[{ $project: { a: 1, b: 0 } }], 31254],
  [[{ $project: { a: 0, b: 1 } }], 31253],
  [[{ $project: {} }], 51272],
  [[{ $project: { a: 1, 'a.b': 1 } }], 31250],
  [[{ $group: { n: { $sum: 1 } } }], 15955],
  [[{ $match: {}, $sort: {} }], 40323],
  [[{ $limit: 0 }], 15958],
])('%j is refused with %d', async (pipeline, code) => {
  await expect(db.collection('rows').aggregate(pipeline).toArray()).rejects.toMatchObject({ code });
});
