import mongoose from 'mongoose';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { expressionOperators } from '../../src/embedded-mongo/allowed.ts';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';

const { Double, EJSON, Long, ObjectId } = mongoose.mongo.BSON;
const id1 = new ObjectId('0123456789abcdef01234567');
const big = Long.fromString('9007199254740993');
type Fields = Record<string, unknown>;

const base: Fields = {
  _id: 1,
  n: 3,
  half: 2.5,
  whole: new Double(2),
  long: big,
  text: 'a',
  none: null,
  list: [1, 2, 3],
  docs: [{ q: 1 }, { q: 2 }, {}],
  deep: { x: 1 },
  at: new Date(5000),
  id: id1,
};

/** Per operator: expressions and what they give for the document above; undefined: nothing, not even null. */
const expressions: Record<string, [expression: unknown, value: unknown][]> = {
  $literal: [[{ $literal: '$n' }, '$n']],
  $cond: [
    [{ $cond: ['$missing', 'yes', 'no'] }, 'no'],
    [{ $cond: ['$n', '$text', 0] }, 'a'],
    [{ $cond: [true, '$missing', 1] }, undefined],
  ],
  $eq: [
    [{ $eq: ['$missing', null] }, false],
    [{ $eq: ['$none', null] }, true],
    [{ $eq: ['$whole', 2] }, true],
    [{ $eq: ['$list', { $literal: [1, 2, 3] }] }, true],
    [{ $eq: ['$list', 1] }, false],
    [{ $eq: ['$id', id1] }, true],
    [{ $eq: ['$deep.x', 1] }, true],
    [{ $eq: ['$docs.q', { $literal: [1, 2] }] }, true],
  ],
  $ne: [[{ $ne: ['$missing', null] }, true]],
  $gt: [
    [{ $gt: ['$none', '$missing'] }, true],
    [{ $gt: ['$text', '$n'] }, true],
    [{ $gt: ['$long', 9007199254740992] }, true],
    [{ $gt: ['$at', new Date(1000)] }, true],
  ],
  $gte: [[{ $gte: ['$n', 3] }, true]],
  $lt: [[{ $lt: ['$missing', '$none'] }, true]],
  $lte: [[{ $lte: ['$n', 2] }, false]],
  $add: [
    [{ $add: ['$n', 1] }, 4],
    [{ $add: ['$n', '$half'] }, 5.5],
    [{ $add: ['$whole', 1] }, new Double(3)],
    [{ $add: [2147483647, 1] }, Long.fromString('2147483648')],
    [{ $add: ['$long', 1] }, Long.fromString('9007199254740994')],
    [{ $add: ['$n', '$missing'] }, null],
  ],
  $min: [[{ $min: ['$none', '$n', '$missing', '$half'] }, 2.5]],
  $max: [
    [{ $max: '$list' }, 3],
    [{ $max: ['$none', '$n', '$missing', '$half'] }, 3],
    [{ $max: ['$none', '$missing'] }, null],
  ],
};

let database: TestDatabase;
let client: mongoose.mongo.MongoClient;
let db: mongoose.mongo.Db;

beforeAll(async () => {
  database = await openTestDatabase();
  client = await new mongoose.mongo.MongoClient(database.uri).connect();
  db = client.db(database.dbName);
  await db.collection('base').insertOne({ ...base } as never);
});

afterAll(async () => {
  await client?.close();
  await database?.close();
});

const exact = { promoteValues: false, promoteLongs: false };
const text = (value: unknown) => EJSON.stringify(value, { relaxed: false });

describe('every accepted expression', () => {
  test('has its rules here', () => {
    expect([...expressionOperators].filter((operator) => !expressions[operator])).toEqual([]);
  });

  const values = Object.values(expressions).flat();
  test.each(values)('%j gives %j', async (expression, value) => {
    const expected = value === undefined ? {} : { value };
    await db.collection('base').updateOne({}, [{ $set: { value: expression } }]);
    const given = await db.collection('base').findOne({}, { ...exact, projection: { _id: 0, value: 1 } });
    expect(text(given)).toBe(text(expected));
  });
});

test.each([
  [{ $add: ['$text', 1] }, 14],
  [{ $add: ['$at', 1] }, 14],
  [{ $eq: [1] }, 16020],
  [{ $cond: [true, 1] }, 16020],
  [{ $add: [1], $max: [1] }, 15983],
])('%j is refused with %d', async (expression, code) => {
  await expect(
    db.collection('base').updateOne({}, [{ $set: { value: { $max: ['$n', expression] } } }]),
  ).rejects.toMatchObject({ code });
});
