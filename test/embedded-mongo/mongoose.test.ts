import mongoose, { Schema } from 'mongoose';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';

let database: TestDatabase;
let connection: mongoose.Connection;
let models: () => ReturnType<typeof declareModels>;

beforeAll(async () => {
  database = await openTestDatabase();
  connection = await mongoose.createConnection(database.uri, { dbName: database.dbName }).asPromise();
  const declared = declareModels(connection);
  models = () => declared;
});

afterAll(async () => {
  await connection?.close();
  await database?.close();
});

const personSchema = new Schema(
  {
    email: { type: String, unique: true, required: true },
    name: String,
    tags: [String],
    score: Number,
    meetsAt: Date,
  },
  { timestamps: true, optimisticConcurrency: true },
);
const visitSchema = new Schema({
  person: { type: Schema.Types.ObjectId, ref: 'Person' },
  round: String,
  state: { type: String, default: 'due' },
});
visitSchema.index({ round: 1, person: 1 }, { unique: true });

const declareModels = (on: mongoose.Connection) => ({
  Person: on.model('Person', personSchema),
  Visit: on.model('Visit', visitSchema),
});

test('a document comes back as it was saved, with its types', async () => {
  const { Person } = models();
  await Person.init();
  const saved = await Person.create({
    email: 'a@x.org',
    name: '李雷',
    tags: ['a', 'b'],
    score: 4.5,
    meetsAt: new Date(0),
  });
  const read = await Person.findById(saved._id).lean().orFail();
  expect(read).toMatchObject({
    email: 'a@x.org',
    name: '李雷',
    tags: ['a', 'b'],
    score: 4.5,
    meetsAt: new Date(0),
  });
  expect(read.createdAt).toBeInstanceOf(Date);
});

test('a second document with the same unique key is refused, naming the key', async () => {
  const { Person } = models();
  await Person.init();
  await Person.create({ email: 'twice@x.org' });
  const error = await Person.create({ email: 'twice@x.org' }).catch((reason: unknown) => reason);
  expect(error).toMatchObject({ code: 11000, keyPattern: { email: 1 }, keyValue: { email: 'twice@x.org' } });
});

test('an upsert makes the document once and then finds it', async () => {
  const { Visit } = models();
  await Visit.init();
  const person = new mongoose.Types.ObjectId();
  const open = () =>
    Visit.findOneAndUpdate(
      { round: 'r1', person },
      { $setOnInsert: { state: 'started' } },
      { upsert: true, returnDocument: 'after' },
    ).orFail();
  const [first, second] = [await open(), await open()];
  expect(first.id).toBe(second.id);
  expect(first.state).toBe('started');
});

test('populate fills references in', async () => {
  const { Person, Visit } = models();
  const person = await Person.create({ email: 'ref@x.org', name: 'Ref' });
  await Visit.create({ round: 'r2', person: person._id });
  const visit = await Visit.findOne({ round: 'r2' })
    .populate<{ person: { name: string } }>('person')
    .orFail();
  expect(visit.person.name).toBe('Ref');
});

test('two people saving the same version: the second is told', async () => {
  const { Person } = models();
  const made = await Person.create({ email: 'version@x.org' });
  const [one, two] = [await Person.findById(made._id).orFail(), await Person.findById(made._id).orFail()];
  one.set('name', 'one');
  two.set('name', 'two');
  await one.save();
  await expect(two.save()).rejects.toMatchObject({ name: 'VersionError' });
});

test('insertMany goes on after duplicates when unordered', async () => {
  const { Person } = models();
  await Person.init();
  const docs = ['m1', 'm2', 'm1', 'm3'].map((name) => ({ email: `${name}@x.org` }));
  const error = await Person.insertMany(docs, { ordered: false }).catch((reason: unknown) => reason);
  expect(error).toMatchObject({ code: 11000 });
  expect(await Person.countDocuments({ email: /^m/ })).toBe(3);
});

test('bulkWrite does each of its kinds', async () => {
  const { Visit } = models();
  const result = await Visit.bulkWrite([
    { insertOne: { document: { round: 'b', state: 'x' } } },
    { updateOne: { filter: { round: 'b' }, update: { $set: { state: 'y' } } } },
    { updateOne: { filter: { round: 'c' }, update: { $set: { state: 'z' } }, upsert: true } },
    { deleteOne: { filter: { round: 'b' } } },
  ]);
  expect(result).toMatchObject({ insertedCount: 1, modifiedCount: 1, upsertedCount: 1, deletedCount: 1 });
});

test('a cursor goes through more documents than one batch holds', async () => {
  const { Visit } = models();
  await Visit.insertMany(Array.from({ length: 2500 }, (_, i) => ({ round: `many${i}`, state: 'many' })));
  let seen = 0;
  for await (const visit of Visit.find({ state: 'many' }).batchSize(300).lean().cursor()) {
    expect(visit.state).toBe('many');
    seen++;
  }
  expect(seen).toBe(2500);
});

test('an aggregation matches, groups and counts by condition', async () => {
  const { Person, Visit } = models();
  const person = await Person.create({ email: 'agg@x.org', name: 'Agg' });
  await Visit.create([
    { round: 'q1', person: person._id, state: 'answered' },
    { round: 'q2', person: person._id, state: 'due' },
  ]);
  const [row] = await Visit.aggregate([
    { $match: { person: person._id } },
    {
      $group: {
        _id: '$person',
        answered: { $sum: { $cond: [{ $eq: ['$state', 'answered'] }, 1, 0] } },
        n: { $sum: 1 },
      },
    },
    { $project: { _id: 0 } },
  ]);
  expect(row).toEqual({ n: 2, answered: 1 });
});
