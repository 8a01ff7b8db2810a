import mongoose from 'mongoose';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';
import { type Feature, knownGaps, serverKind } from '../support/known-gaps.ts';

const { Decimal128 } = mongoose.mongo.BSON;
let database: TestDatabase;
let client: mongoose.mongo.MongoClient;
let db: mongoose.mongo.Db;

beforeAll(async () => {
  database = await openTestDatabase();
  client = await new mongoose.mongo.MongoClient(database.uri).connect();
  db = client.db(database.dbName);
  await db.collection('notes').insertOne({ n: Decimal128.fromString('1'), at: new Date(), list: [1, 2] });
});

afterAll(async () => {
  await client?.close();
  await database?.close();
});

const attempts: Record<Feature, () => Promise<unknown>> = {
  transactions: () =>
    client.withSession((session) =>
      session.withTransaction(() => db.collection('notes').insertOne({}, { session })),
    ),
  collations: () => db.collection('notes').find().collation({ locale: 'zh' }).toArray(),
  'change streams': async () => {
    const stream = db.collection('notes').watch();
    await stream.tryNext().finally(() => stream.close());
  },
  'JavaScript in queries': () => db.collection('notes').find({ $where: 'true' }).toArray(),
  'JSON schema': () => db.collection('notes').find({ $jsonSchema: {} }).toArray(),
  'bit queries': () =>
    db
      .collection('notes')
      .find({ n: { $bitsAllSet: 1 } })
      .toArray(),
  'text indexes': () => db.collection('notes').createIndex({ text: 'text' }),
  'capped collections': () => db.createCollection('capped', { capped: true, size: 4096 }),
  'decimal arithmetic': () => db.collection('notes').updateMany({}, { $inc: { n: 1 } }),
  'writing aggregations': () =>
    db
      .collection('notes')
      .aggregate([{ $out: 'copy' }])
      .toArray(),
  'array projections': () =>
    db
      .collection('notes')
      .find({}, { projection: { list: { $slice: 1 } } })
      .toArray(),
  'date arithmetic': () =>
    db
      .collection('notes')
      .aggregate([{ $project: { day: { $dateTrunc: { date: '$at', unit: 'day' } } } }])
      .toArray(),
  'joining collections': () =>
    db
      .collection('notes')
      .aggregate([{ $lookup: { from: 'notes', localField: 'n', foreignField: 'n', as: 'same' } }])
      .toArray(),
  'positional updates': () => db.collection('notes').updateOne({ list: 1 }, { $set: { 'list.$': 3 } }),
  'updates with array filters': () =>
    db
      .collection('notes')
      .updateOne({}, { $set: { 'list.$[big]': 1 } }, { arrayFilters: [{ big: { $gt: 1 } }] }),
  'expressions in filters': () =>
    db
      .collection('notes')
      .find({ $expr: { $gt: ['$n', 0] } })
      .toArray(),
};

test.each(Object.entries(attempts))(
  '%s work, or are refused with the code known for this server',
  async (feature, attempt) => {
    const code = knownGaps[await serverKind(client)][feature as Feature];
    const error: unknown = await attempt().then(
      () => undefined,
      (reason: unknown) => reason,
    );
    if (code === undefined) expect(error).toBeUndefined();
    else expect(error).toMatchObject({ code });
  },
);
