import mongoose from 'mongoose';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { commands, indexOptions } from '../../src/embedded-mongo/allowed.ts';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';

const { Long } = mongoose.mongo.BSON;
type Command = Record<string, unknown>;

/** Every accepted command, as small as it gets, with what its answer must hold. */
const examples: Record<string, [command: Command, answer: Command]> = {
  hello: [{ hello: 1 }, { isWritablePrimary: true }],
  ismaster: [{ ismaster: 1 }, { ismaster: true }],
  ping: [{ ping: 1 }, {}],
  buildInfo: [{ buildInfo: 1 }, { bits: 64 }],
  create: [{ create: 'made' }, {}],
  createIndexes: [
    { createIndexes: 'made', indexes: [{ key: { a: 1 }, name: 'a_1' }] },
    { numIndexesBefore: 1, numIndexesAfter: 2 },
  ],
  listIndexes: [
    { listIndexes: 'made' },
    { cursor: { firstBatch: [{ name: '_id_' }, { name: 'a_1', key: { a: 1 } }] } },
  ],
  listCollections: [
    { listCollections: 1, filter: { name: 'made' } },
    { cursor: { firstBatch: [{ name: 'made', type: 'collection' }] } },
  ],
  listDatabases: [{ listDatabases: 1, nameOnly: true }, {}],
  insert: [
    {
      insert: 'made',
      documents: [
        { _id: 1, a: 1 },
        { _id: 2, a: 2 },
      ],
    },
    { n: 2 },
  ],
  update: [
    { update: 'made', updates: [{ q: { _id: 1 }, u: { $set: { a: 3 } } }] },
    { n: 1, nModified: 1 },
  ],
  delete: [{ delete: 'made', deletes: [{ q: { a: 99 }, limit: 0 }] }, { n: 0 }],
  findAndModify: [
    { findAndModify: 'made', query: { _id: 1 }, update: { $inc: { a: 1 } }, new: true },
    { value: { _id: 1, a: 4 } },
  ],
  find: [{ find: 'made', filter: { a: 2 }, projection: { _id: 0 } }, { cursor: { firstBatch: [{ a: 2 }] } }],
  getMore: [{ getMore: Long.fromNumber(0), collection: 'made' }, { code: 43 }],
  killCursors: [{ killCursors: 'made', cursors: [Long.fromNumber(5)] }, { cursorsKilled: [] }],
  aggregate: [
    { aggregate: 'made', pipeline: [{ $group: { _id: 1, n: { $sum: 1 } } }], cursor: {} },
    { cursor: { firstBatch: [{ n: 2 }] } },
  ],
  count: [{ count: 'made', query: { a: { $gt: 2 } } }, { n: 1 }],
  distinct: [{ distinct: 'made', key: 'a' }, { values: [4, 2] }],
  explain: [
    { explain: { find: 'made', filter: { a: 2 } }, verbosity: 'executionStats' },
    { executionStats: { totalDocsExamined: 1 } },
  ],
  endSessions: [{ endSessions: [] }, {}],
  dropIndexes: [{ dropIndexes: 'made', index: 'a_1' }, { nIndexesWas: 2 }],
  compact: [{ compact: 'made' }, {}],
  drop: [{ drop: 'made' }, { ns: expect.stringContaining('.made') }],
  dropDatabase: [{ dropDatabase: 1 }, {}],
};
const adminOnly = ['listDatabases'];

let database: TestDatabase;
let client: mongoose.mongo.MongoClient;

beforeAll(async () => {
  database = await openTestDatabase();
  client = await new mongoose.mongo.MongoClient(database.uri).connect();
});

afterAll(async () => {
  await client?.close();
  await database?.close();
});

test('every accepted command has its example here', () => {
  expect(Object.keys(examples).sort()).toEqual([...commands.keys()].sort());
});

test.each(Object.entries(examples))('%s', async (name, [command, answer]) => {
  const db = client.db(adminOnly.includes(name) ? 'admin' : database.dbName);
  const got = await db.command(command).catch((error: unknown) => error);
  if ('code' in answer) expect(got).toMatchObject({ code: answer.code });
  else expect(got).toMatchObject({ ok: 1, ...answer });
});

test('an index option is accepted or refused by name', async () => {
  const spec = { key: { b: 1 }, name: 'b_1' };
  const make = (options: Command) =>
    client.db(database.dbName).command({ createIndexes: 'opts', indexes: [{ ...spec, ...options }] });
  await make({
    background: true,
    v: 2,
    sparse: false,
    unique: false,
  });
  for (const option of ['weights', 'wildcardProjection', 'bits', 'collation', 'hidden']) {
    expect(indexOptions.has(option)).toBe(false);
    await expect(make({ [option]: 1 })).rejects.toThrow(option);
  }
});
