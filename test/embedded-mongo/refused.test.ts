import mongoose from 'mongoose';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';
import { serverKind } from '../support/known-gaps.ts';

const { DBRef, MaxKey, MinKey, ObjectId, Timestamp } = mongoose.mongo.BSON;
type Command = Record<string, unknown>;

const find = (filter: Command) => ({ find: 'notes', filter });
const update = (u: unknown) => ({ update: 'notes', updates: [{ q: {}, u }] });
const aggregate = (...pipeline: Command[]) => ({ aggregate: 'notes', pipeline, cursor: {} });
const compute = (expression: Command) => update([{ $set: { x: expression } }]);
const group = (accumulator: Command) => aggregate({ $group: { _id: null, x: accumulator } });
const insert = (v: unknown) => ({ insert: 'notes', documents: [{ v }] });

let database: TestDatabase;
let client: mongoose.mongo.MongoClient;

beforeAll(async () => {
  database = await openTestDatabase();
  client = await new mongoose.mongo.MongoClient(database.uri).connect();
  await client
    .db(database.dbName)
    .collection<{ _id: number; a: number[] }>('notes')
    .insertOne({ _id: 1, a: [1] });
});

afterAll(async () => {
  await client?.close();
  await database?.close();
});

test.each<[named: string, command: Command, code: number]>([
  ['$type', find({ a: { $type: 'int' } }), 2],
  ['$all', find({ a: { $all: [1] } }), 2],
  ['$not', find({ a: { $not: { $gt: 1 } } }), 2],
  ['$elemMatch', find({ a: { $elemMatch: { $gt: 1 } } }), 2],
  ['$size', find({ a: { $size: 1 } }), 2],
  ['$nor', find({ $nor: [{ a: 1 }] }), 2],
  ['BSONRegExp', find({ a: { $in: [/1/] } }), 2],
  ['$mod', find({ a: { $mod: [2, 1] } }), 2],
  ['$near', find({ a: { $near: [1, 1] } }), 2],
  ['$expr', find({ $expr: { $gt: ['$a', 1] } }), 2],
  ['$where', find({ $where: 'true' }), 2],
  ['$text', find({ $text: { $search: 'a' } }), 2],
  ['find.collation', { ...find({}), collation: { locale: 'simple' } }, 40415],
  ['find.tailable', { ...find({}), tailable: true }, 40415],
  ['$slice', { ...find({}), projection: { a: { $slice: 1 } } }, 31325],
  ['$elemMatch', { ...find({}), projection: { a: { $elemMatch: { $gt: 1 } } } }, 31325],
  ['string', { ...find({}), projection: { b: '$a' } }, 31325],
  ['$mul', update({ $mul: { n: 2 } }), 9],
  ['$rename', update({ $rename: { a: 'b' } }), 9],
  ['$currentDate', update({ $currentDate: { at: true } }), 9],
  ['$pop', update({ $pop: { a: 1 } }), 9],
  ['$bit', update({ $bit: { n: { and: 1 } } }), 9],
  ['$sort', update({ $push: { a: { $each: [2], $sort: 1 } } }), 2],
  ['$slice', update({ $push: { a: { $each: [2], $slice: 1 } } }), 2],
  ['$position', update({ $push: { a: { $each: [2], $position: 1 } } }), 2],
  ['a.$', update({ $set: { 'a.$': 1 } }), 2],
  ['a.$[]', update({ $inc: { 'a.$[]': 1 } }), 2],
  [
    'updates.arrayFilters',
    { update: 'notes', updates: [{ q: {}, u: { $set: { 'a.$[x]': 1 } }, arrayFilters: [{ x: 1 }] }] },
    40415,
  ],
  [
    'findAndModify.arrayFilters',
    { findAndModify: 'notes', update: { $set: { 'a.$[x]': 1 } }, arrayFilters: [{ x: 1 }] },
    40415,
  ],
  ['$unset', update([{ $unset: 'a' }]), 40324],
  ['$replaceWith', update([{ $replaceWith: {} }]), 40324],
  ['a.b', update([{ $set: { 'a.b': 1 } }]), 2],
  ['$literal', update([{ $set: { a: { b: 1 } } }]), 168],
  ['list', update([{ $set: { a: ['$a'] } }]), 168],
  ['$subtract', compute({ $subtract: ['$a', 1] }), 168],
  ['$concat', compute({ $concat: ['a', 'b'] }), 168],
  ['$size', compute({ $size: '$a' }), 168],
  ['$$NOW', compute({ $max: ['$$NOW', 1] }), 17276],
  ['$ifNull', compute({ $ifNull: ['$a', 1] }), 168],
  ['$lookup', aggregate({ $lookup: { from: 'notes', localField: 'a', foreignField: 'a', as: 'b' } }), 40324],
  ['$unwind', aggregate({ $unwind: '$a' }), 40324],
  ['$facet', aggregate({ $facet: { one: [] } }), 40324],
  ['$addFields', aggregate({ $addFields: { b: 1 } }), 40324],
  ['$out', aggregate({ $out: 'copy' }), 40324],
  ['$add', aggregate({ $project: { b: { $add: [1, 1] } } }), 31325],
  ['$count', aggregate({ $count: 'n' }), 40324],
  ['$literal', aggregate({ $group: { _id: { a: '$a' } } }), 168],
  ['$first', group({ $first: '$a' }), 15952],
  ['$avg', group({ $avg: '$a' }), 15952],
  ['$addToSet', group({ $addToSet: '$a' }), 15952],
  ['$top', group({ $top: { sortBy: { a: 1 }, output: '$a' } }), 15952],
  ['$$ROOT', group({ $sum: '$$ROOT' }), 17276],
  ['MinKey', insert(new MinKey()), 2],
  ['MaxKey', insert({ deep: [new MaxKey()] }), 2],
  ['BSONRegExp', insert({ deep: /a/ }), 2],
  ['Timestamp', insert(new Timestamp({ t: 1, i: 1 })), 2],
  ['Timestamp', update({ $set: { t: new Timestamp({ t: 1, i: 1 }) } }), 2],
  ['DBRef', insert(new DBRef('notes', new ObjectId())), 2],
  ['MinKey', find({ a: new MinKey() }), 2],
  ['serverStatus', { serverStatus: 1 }, 59],
  ['mapReduce', { mapReduce: 'notes' }, 59],
  ['explain', { explain: { count: 'notes' } }, 59],
  ['$natural', { ...find({}), sort: { $natural: -1 } }, 15975],
  ['create.capped', { create: 'capped', capped: true }, 40415],
  ['by anything but its name', { dropIndexes: 'notes', index: { a: 1 } }, 14],
])('%s is refused by name and changes nothing', async (named, command, code) => {
  if ((await serverKind(client)) !== 'embedded') return;
  const db = client.db(database.dbName);
  const answer: unknown = await db.command(command).catch((error: unknown) => error);
  const refused = answer instanceof Error ? answer : (answer as { writeErrors: Command[] }).writeErrors?.[0];
  expect(refused).toMatchObject({ code });
  expect(JSON.stringify(answer instanceof Error ? answer.message : answer)).toContain(named);
  expect(await db.collection('notes').find().toArray()).toEqual([{ _id: 1, a: [1] }]);
});
