import mongoose from 'mongoose';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { updateOperators } from '../../src/embedded-mongo/allowed.ts';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';

const { Decimal128, Double, Long, ObjectId } = mongoose.mongo.BSON;
const id1 = new ObjectId('0123456789abcdef01234567');
type Fields = Record<string, unknown>;
type Rule = {
  before: Fields;
  update: Fields | Fields[];
  after: Fields;
};
const rule = (before: Fields, update: Fields | Fields[], after: Fields): Rule => ({ before, update, after });

/** Per operator: a document, the update, and what it becomes. */
const rules: Record<string, Rule[]> = {
  $set: [
    rule({ a: 1 }, { $set: { 'b.c': 2 } }, { a: 1, b: { c: 2 } }),
    rule({ a: [1] }, { $set: { 'a.2': 3 } }, { a: [1, null, 3] }),
    rule({ a: [{ b: 1 }] }, { $set: { 'a.0.b': 2 } }, { a: [{ b: 2 }] }),
    rule({ a: 1 }, { $set: { z: 1, b: id1 } }, { a: 1, b: id1, z: 1 }),
    rule({ a: 1 }, { $set: { _id: 'x' } }, { a: 1 }),
  ],
  $setOnInsert: [rule({ a: 1 }, { $setOnInsert: { b: 1 }, $set: { a: 2 } }, { a: 2 })],
  $unset: [
    rule({ a: 1, b: { c: 1, d: 1 } }, { $unset: { a: '', 'b.c': '', x: '' } }, { b: { d: 1 } }),
    rule({ a: [1, 2] }, { $unset: { 'a.0': '' } }, { a: [null, 2] }),
  ],
  $inc: [
    rule({ a: 1 }, { $inc: { a: 2, b: 5 } }, { a: 3, b: 5 }),
    rule({ a: 2147483647 }, { $inc: { a: 1 } }, { a: Long.fromString('2147483648') }),
    rule(
      { a: Long.fromString('9007199254740993') },
      { $inc: { a: 1 } },
      { a: Long.fromString('9007199254740994') },
    ),
    rule({ a: 1 }, { $inc: { a: 0.5 } }, { a: 1.5 }),
    rule({ a: 1 }, { $inc: { a: new Double(1) } }, { a: new Double(2) }),
  ],
  $min: [
    rule({ a: 5, b: 'x' }, { $min: { a: 3, b: 9, c: 1 } }, { a: 3, b: 9, c: 1 }),
    rule({ a: null }, { $min: { a: 1 } }, { a: null }),
  ],
  $max: [
    rule({ a: 5, b: new Date(1) }, { $max: { a: 3, b: new Date(2) } }, { a: 5, b: new Date(2) }),
    rule({ a: null }, { $max: { a: 1 } }, { a: 1 }),
    rule({ a: 1 }, { $max: { a: Decimal128.fromString('1.5') } }, { a: Decimal128.fromString('1.5') }),
  ],
  $push: [
    rule({}, { $push: { a: 1 } }, { a: [1] }),
    rule({ a: [1] }, { $push: { a: [2, 3] } }, { a: [1, [2, 3]] }),
    rule({ a: [1] }, { $push: { a: { $each: [2, [3]] } } }, { a: [1, 2, [3]] }),
  ],
  $addToSet: [
    rule({ a: [1] }, { $addToSet: { a: new Double(1) } }, { a: [1] }),
    rule(
      { a: [{ x: 1, y: 2 }] },
      { $addToSet: { a: { y: 2, x: 1 } } },
      {
        a: [
          { x: 1, y: 2 },
          { y: 2, x: 1 },
        ],
      },
    ),
    rule({}, { $addToSet: { a: { $each: [1, 1, 2] } } }, { a: [1, 2] }),
  ],
  $pull: [
    rule({ a: [1, 2, 1] }, { $pull: { a: 1 } }, { a: [2] }),
    rule({ a: [{ k: 1, v: 2 }, { k: 2 }] }, { $pull: { a: { k: 1 } } }, { a: [{ k: 2 }] }),
    rule({ a: [1, 5, 9] }, { $pull: { a: { $gte: 5 } } }, { a: [1] }),
    rule({ a: ['ab', 'b'] }, { $pull: { a: /^a/ } }, { a: ['b'] }),
    rule({ b: 1 }, { $pull: { a: 1 } }, { b: 1 }),
  ],
  $pullAll: [rule({ a: [1, 2, 3] }, { $pullAll: { a: [1, 3] } }, { a: [2] })],
};

let database: TestDatabase;
let client: mongoose.mongo.MongoClient;
let collection: mongoose.mongo.Collection<Fields & { _id: string }>;

beforeAll(async () => {
  database = await openTestDatabase();
  client = await new mongoose.mongo.MongoClient(database.uri).connect();
  collection = client.db(database.dbName).collection('updated');
});

afterAll(async () => {
  await client?.close();
  await database?.close();
});

async function apply({ before, update }: Pick<Rule, 'before' | 'update'>) {
  await collection.deleteMany({});
  await collection.insertOne({ _id: 'x', ...before } as never);
  const result = await collection.updateOne({ _id: 'x' }, update as never);
  return { result, doc: await collection.findOne({ _id: 'x' }, exact) };
}

const exact = { promoteValues: false, promoteLongs: false };
const bytes = (doc: unknown) => mongoose.mongo.BSON.EJSON.stringify(doc, { relaxed: false });

describe('every accepted update operator', () => {
  test('has its rules here', () => {
    expect([...updateOperators].filter((operator) => !rules[operator])).toEqual([]);
  });

  const cases = Object.entries(rules).flatMap(([operator, list]) =>
    list.map((one) => ({ operator, ...one })),
  );
  test.each(cases)('$operator: $before with $update becomes $after', async (one) => {
    const { doc } = await apply(one);
    expect(bytes(doc)).toBe(bytes({ _id: 'x', ...one.after }));
  });

  test.each<[string, Fields, Fields[], Fields]>([
    [
      'sets from the document as it was',
      { a: 1, b: 2 },
      [{ $set: { a: '$b', b: '$a', c: { $add: ['$a', 1] } } }],
      { a: 2, b: 1, c: 2 },
    ],
    [
      'sees in a stage what the stage before set',
      { a: 1 },
      [{ $set: { b: '$a' } }, { $set: { c: '$b' } }],
      { a: 1, b: 1, c: 1 },
    ],
    ['lets a field go that comes out missing', { a: 1, b: 2 }, [{ $set: { a: '$missing' } }], { b: 2 }],
    [
      'takes a document as it is with $literal',
      {},
      [{ $set: { a: { $literal: { b: '$c' } } } }],
      { a: { b: '$c' } },
    ],
  ])('a pipeline %s', async (_what, before, update, after) => {
    const { doc } = await apply({ before, update });
    expect(bytes(doc)).toBe(bytes({ _id: 'x', ...after }));
  });

  test('nothing changed is not counted as modified', async () => {
    const { result } = await apply({ before: { a: 1 }, update: { $set: { a: 1 } } });
    expect(result).toMatchObject({ matchedCount: 1, modifiedCount: 0 });
  });
});

describe('an upsert', () => {
  test.each([
    [
      { _id: 'new', a: 1, 'b.c': { $eq: 2 }, d: { $gt: 1 } },
      { $set: { e: 5 }, $setOnInsert: { f: 6 } },
      { _id: 'new', a: 1, b: { c: 2 }, e: 5, f: 6 },
    ],
    [{ $and: [{ _id: 'new' }, { a: { $in: [7] } }] }, { $inc: { n: 1 } }, { _id: 'new', a: 7, n: 1 }],
  ])('of %j with %j inserts %j', async (filter, update, inserted) => {
    await collection.deleteMany({});
    await collection.updateOne(filter as never, update as never, { upsert: true });
    expect(bytes(await collection.findOne({}, exact))).toBe(bytes(inserted));
  });

  test('by replacement keeps the filter’s _id only', async () => {
    await collection.deleteMany({});
    await collection.replaceOne({ _id: 'new', a: 1 }, { b: 2 }, { upsert: true });
    expect(bytes(await collection.findOne({}, exact))).toBe(bytes({ _id: 'new', b: 2 }));
  });
});

describe('what cannot be done', () => {
  test.each([
    ['a path through a scalar', { a: 1 }, { $set: { 'a.b': 1 } }, 28],
    ['a path through null', { a: null }, { $set: { 'a.b': 1 } }, 28],
    ['adding to text', { a: 'x' }, { $inc: { a: 1 } }, 14],
    ['adding text', { a: 1 }, { $inc: { a: 'x' } }, 14],
    ['adding beyond 64 bits', { a: Long.MAX_VALUE }, { $inc: { a: 1 } }, 2],
    ['pushing to a scalar', { a: 1 }, { $push: { a: 1 } }, 2],
    ['$addToSet to a scalar', { a: 1 }, { $addToSet: { a: 1 } }, 2],
    ['pulling from a scalar', { a: 1 }, { $pull: { a: 1 } }, 2],
    ['another _id', { a: 1 }, { $set: { _id: 'y' } }, 66],
    ['two operators on one path', { a: 1 }, { $set: { a: 1 }, $inc: { a: 1 } }, 40],
    ['operators on a path and below it', {}, { $set: { a: {} }, $inc: { 'a.b': 1 } }, 40],
    ['an unknown operator', {}, { $bit: { a: { and: 1 } } }, 9],
    ['an empty path', {}, { $set: { '': 1 } }, 56],
    ['another _id by pipeline', { a: 1 }, [{ $set: { _id: 'y' } }], 66],
  ])('%s is refused and changes nothing', async (_what, before, update, code) => {
    await expect(apply({ before, update })).rejects.toMatchObject({ code });
    expect(bytes(await collection.findOne({ _id: 'x' }, exact))).toBe(bytes({ _id: 'x', ...before }));
  });
});
