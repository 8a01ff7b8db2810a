import mongoose from 'mongoose';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { logicalOperators, queryOperators } from '../../src/embedded-mongo/allowed.ts';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';

const { Binary, BSONRegExp, Decimal128, Double, Long, ObjectId } = mongoose.mongo.BSON;
const id1 = new ObjectId('0123456789abcdef01234567');
const big = Long.fromString('9007199254740993');

const documents: Record<string, unknown>[] = [
  { _id: 'missing' },
  { _id: 'null', v: null },
  { _id: 'one', v: 1 },
  { _id: 'oneLong', v: Long.fromNumber(1) },
  { _id: 'oneDouble', v: new Double(1) },
  { _id: 'oneDecimal', v: Decimal128.fromString('1.00') },
  { _id: 'twoHalf', v: 2.5 },
  { _id: 'big', v: big },
  { _id: 'bigDouble', v: 9007199254740992 },
  { _id: 'nan', v: Number.NaN },
  { _id: 'a', v: 'a' },
  { _id: 'b', v: 'b' },
  { _id: 'empty', v: [] },
  { _id: '1and5', v: [1, 5] },
  { _id: 'nested', v: [[1, 5]] },
  { _id: 'nullIn', v: [null, 'x'] },
  { _id: 'ab', v: { a: 1, b: 2 } },
  { _id: 'ba', v: { b: 2, a: 1 } },
  {
    _id: 'inside',
    v: [
      { a: 1, n: 3 },
      { a: 7, n: 9 },
    ],
  },
  { _id: 'true', v: true },
  { _id: 'false', v: false },
  { _id: 'id', v: id1 },
  { _id: 'date', v: new Date(1000) },
  { _id: 'bytes', v: new Binary(Buffer.from([1, 2])) },
];
const ones = ['one', 'oneLong', 'oneDouble', 'oneDecimal'];
const everything = documents.map(({ _id }) => String(_id));
const allBut = (...ids: string[]) => everything.filter((id) => !ids.includes(id));

/** Per operator: filters and what they find. */
const rules: Record<string, [filter: Record<string, unknown>, found: string[]][]> = {
  $eq: [
    [{ v: 1 }, [...ones, '1and5']],
    [{ v: { $eq: Long.fromNumber(1) } }, [...ones, '1and5']],
    [{ v: big }, ['big']],
    [{ v: null }, ['missing', 'null', 'nullIn']],
    [{ v: Number.NaN }, ['nan']],
    [{ v: [1, 5] }, ['1and5', 'nested']],
    [{ v: [] }, ['empty']],
    [{ v: { a: 1, b: 2 } }, ['ab']],
    [{ v: id1 }, ['id']],
    [{ v: new Date(1000) }, ['date']],
    [{ v: new Binary(Buffer.from([1, 2])) }, ['bytes']],
    [{ 'v.a': 7 }, ['inside']],
    [{ 'v.a': 1 }, ['ab', 'ba', 'inside']],
    [{ 'v.0': 1 }, ['1and5', 'nested']],
    [{ 'v.1.a': 7 }, ['inside']],
  ],
  $ne: [
    [{ v: { $ne: 1 } }, allBut(...ones, '1and5')],
    [{ v: { $ne: null } }, allBut('missing', 'null', 'nullIn')],
  ],
  $gt: [
    [{ v: { $gt: 1 } }, ['twoHalf', 'big', 'bigDouble', '1and5']],
    [{ v: { $gt: 'a' } }, ['b', 'nullIn']],
    [{ v: { $gt: null } }, []],
    [{ v: { $gt: new Date(0) } }, ['date']],
    [{ v: { $gt: false } }, ['true']],
    [{ v: { $gt: 9007199254740992 } }, ['big']],
    [{ v: { $gt: { a: 1 } } }, ['ab', 'ba', 'inside']],
  ],
  $gte: [
    [{ v: { $gte: 5 } }, ['big', 'bigDouble', '1and5']],
    [{ v: { $gte: null } }, ['missing', 'null', 'nullIn']],
    [{ v: { $gte: Number.NaN } }, ['nan']],
  ],
  $lt: [
    [{ v: { $lt: 2 } }, [...ones, '1and5']],
    [{ v: { $lt: Decimal128.fromString('1.5') } }, [...ones, '1and5']],
    [{ v: { $lt: big } }, [...ones, 'twoHalf', 'bigDouble', '1and5']],
    [{ v: { $lt: id1 } }, []],
  ],
  $lte: [
    [{ v: { $lte: 1 } }, [...ones, '1and5']],
    [{ v: { $lte: null } }, ['missing', 'null', 'nullIn']],
    [{ v: { $lte: 'a' } }, ['a']],
  ],
  $in: [
    [{ v: { $in: ['a', null] } }, ['missing', 'null', 'a', 'nullIn']],
    [{ v: { $in: [] } }, []],
    [{ v: { $in: [[1, 5], 2.5] } }, ['twoHalf', '1and5', 'nested']],
  ],
  $nin: [
    [{ v: { $nin: ['a', null] } }, allBut('missing', 'null', 'a', 'nullIn')],
    [{ v: { $nin: [] } }, everything],
  ],
  $exists: [
    [{ v: { $exists: false } }, ['missing']],
    [{ v: { $exists: true, $eq: null } }, ['null', 'nullIn']],
    [{ 'v.a': { $exists: true } }, ['ab', 'ba', 'inside']],
  ],
  $regex: [
    [{ v: { $regex: '^a' } }, ['a']],
    [{ v: /B/i }, ['b']],
    [{ v: { $regex: new BSONRegExp('^A', 'i') } }, ['a']],
  ],
  $options: [[{ v: { $regex: '^A', $options: 'i' } }, ['a']]],
  $and: [[{ $and: [{ v: { $gte: 1 } }, { v: { $lte: 1 } }] }, [...ones, '1and5']]],
  $or: [[{ $or: [{ v: 'a' }, { v: true }] }, ['a', 'true']]],
};

let database: TestDatabase;
let client: mongoose.mongo.MongoClient;
let plain: mongoose.mongo.Collection;
let indexed: mongoose.mongo.Collection;

beforeAll(async () => {
  database = await openTestDatabase();
  client = await new mongoose.mongo.MongoClient(database.uri).connect();
  plain = client.db(database.dbName).collection('plain');
  indexed = client.db(database.dbName).collection('indexed');
  await plain.insertMany(documents as never[]);
  await indexed.createIndex({ v: 1 });
  await indexed.insertMany(documents as never[]);
});

afterAll(async () => {
  await client?.close();
  await database?.close();
});

const ids = async (collection: mongoose.mongo.Collection, filter: Record<string, unknown>) =>
  (await collection.find(filter).toArray()).map(({ _id }) => String(_id)).sort();

describe('every accepted query operator', () => {
  test('has its rules here', () => {
    expect([...queryOperators, ...logicalOperators].filter((operator) => !rules[operator])).toEqual([]);
  });

  const cases = Object.entries(rules).flatMap(([operator, list]) =>
    list.map(([filter, found]) => ({ operator, filter, found })),
  );
  test.each(cases)('$operator finds $found', async ({ filter, found }) => {
    expect(await ids(plain, filter)).toEqual([...found].sort());
  });

  test.each(cases)('$operator finds the same by index: $found', async ({ filter, found }) => {
    expect(await ids(indexed, filter)).toEqual([...found].sort());
  });
});

describe('order', () => {
  const order = [
    ['empty'],
    ['missing', 'null', 'nullIn'],
    ['nan'],
    [...ones, '1and5'],
    ['twoHalf'],
    ['bigDouble'],
    ['big'],
    ['a'],
    ['b'],
    ['inside', 'ab'],
    ['ba'],
    ['nested'],
    ['bytes'],
    ['id'],
    ['false'],
    ['true'],
    ['date'],
  ];
  test.each(['plain', 'indexed'])('of types and values is MongoDB’s, ascending (%s)', async (name) => {
    const collection = name === 'plain' ? plain : indexed;
    const found = (await collection.find().sort({ v: 1 }).toArray()).map(({ _id }) => String(_id));
    const places = (id: string) => order.findIndex((group) => group.includes(id));
    expect(found.map(places)).toEqual(found.map(places).sort((a, b) => a - b));
    expect(found).toHaveLength(everything.length);
  });

  test('descending, an array counts by its greatest element', async () => {
    const filter = { _id: { $in: ['1and5', 'twoHalf', 'one'] as never[] } };
    const found = await plain.find(filter).sort({ v: -1 }).toArray();
    expect(found.map(({ _id }) => String(_id))).toEqual(['1and5', 'twoHalf', 'one']);
  });
});

describe('what makes no sense', () => {
  test.each([
    [{ v: { $gt: 1, a: 1 } }, 2],
    [{ $or: [] }, 2],
    [{ v: { $in: 1 } }, 2],
    [{ v: { $regex: '(' } }, 51091],
  ])('%j is refused with %d', async (filter, code) => {
    await expect(plain.find(filter as never).toArray()).rejects.toMatchObject({ code });
  });
});
