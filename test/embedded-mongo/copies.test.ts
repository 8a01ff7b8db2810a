import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import mongoose from 'mongoose';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type EmbeddedMongo, startEmbeddedMongo } from '../../src/embedded-mongo/start-embedded-mongo.ts';
import { faultsIn } from '../support/index-differences.ts';

const { Decimal128, Double, Long } = mongoose.mongo.BSON;
const root = resolve(import.meta.dirname, '../..');
let place: string;
let server: EmbeddedMongo;
let client: mongoose.mongo.MongoClient;
const open: { close: () => Promise<unknown> }[] = [];

beforeEach(async () => {
  place = mkdtempSync(join(tmpdir(), 'copies-'));
  server = await startEmbeddedMongo({ folder: join(place, 'data', 'database'), durability: 'off' });
  client = await new mongoose.mongo.MongoClient(server.uri).connect();
  const people = client.db('one').collection('people');
  await people.createIndexes([
    { key: { email: 1 }, unique: true },
    { key: { at: 1 }, expireAfterSeconds: 86_400_000 },
    { key: { badge: 1 }, sparse: true },
  ]);
  await people.insertMany(
    Array.from({ length: 1500 }, (_, i) => ({
      email: `p${i}@x.org`,
      at: new Date(),
      n: [i, new Double(i), Long.fromNumber(i), Decimal128.fromString(`${i}.50`)][i % 4],
      list: [null, { z: 1, a: [i] }],
    })),
  );
  await client.db('two').collection('notes').insertOne({ text: '备注' });
  await client.db('two').createCollection('empty');
});

afterEach(async () => {
  for (const one of open.splice(0)) await one.close();
  await client.close();
  await server.close();
  rmSync(place, { recursive: true, force: true });
});

function run(script: string, ...args: string[]): Promise<{ code: number; said: string }> {
  const env = { ...process.env, DATA_FOLDER: join(place, 'data'), LANG: 'en', LC_ALL: 'en' };
  return new Promise((done) => {
    execFile(process.execPath, [join(root, 'src/cli', script), ...args], { env }, (error, stdout, stderr) =>
      done({ code: error ? Number(error.code) : 0, said: stdout + stderr }),
    );
  });
}

async function connect(folder: string): Promise<mongoose.mongo.MongoClient> {
  const other = await startEmbeddedMongo({ folder, durability: 'off' });
  const opened = await new mongoose.mongo.MongoClient(other.uri).connect();
  open.push(opened, other);
  return opened;
}

test('a backup made while clients write is whole and can be served', async () => {
  let writing = true;
  const pairs = client.db('one').collection('pairs');
  const writer = (async () => {
    // Each document holds both halves; a copy of half a moment would show in the index check.
    for (let i = 0; writing; i++) await pairs.insertOne({ left: i, right: i });
    return undefined;
  })();
  await pairs.createIndex({ left: 1 });
  const target = join(place, 'copy');
  const backup = await run('db-backup.ts', target);
  writing = false;
  await writer;
  expect(backup).toMatchObject({ code: 0 });
  const copy = await connect(target);
  expect(await copy.db('one').collection('people').countDocuments()).toBe(1500);
  const { collections, faults } = faultsIn(target);
  expect(faults).toEqual([]);
  expect(collections).toEqual(expect.arrayContaining(['one.pairs', 'one.people']));
});

test('a backup never writes over another database', async () => {
  const target = join(place, 'copy');
  expect(await run('db-backup.ts', target)).toMatchObject({ code: 0 });
  const again = await run('db-backup.ts', target);
  expect(again.code).toBe(1);
  expect(again.said).toContain('already holds a database');
});

test('an export carries every database, type and index over and says that they agree', async () => {
  const other = await startEmbeddedMongo({ folder: join(place, 'other'), durability: 'off' });
  open.push(other);
  const { code, said } = await run('db-export.ts', other.uri);
  expect({ code, said }).toMatchObject({
    code: 0,
    said: expect.stringContaining('same  one.people  1500 records'),
  });
  expect(said).toContain('same  two.empty  0 records');
  const there = await new mongoose.mongo.MongoClient(other.uri).connect();
  open.unshift(there);
  const indexes = await there.db('one').collection('people').indexes();
  expect(indexes).toMatchObject([
    { name: '_id_' },
    { key: { email: 1 }, unique: true },
    { key: { at: 1 }, expireAfterSeconds: 86_400_000 },
    { key: { badge: 1 }, sparse: true },
  ]);
  const people = there.db('one').collection('people').find({}, { promoteValues: false });
  const kinds = (await people.toArray()).map(({ n }) => n._bsontype);
  for (const kind of ['Int32', 'Double', 'Long', 'Decimal128'])
    expect(kinds.filter((one) => one === kind)).toHaveLength(375);
  expect(readdirSync(join(place, 'data'))).toEqual(['database']);
});

test('an export into a database that is not empty writes nothing', async () => {
  const there = await connect(join(place, 'other'));
  await there.db('two').collection('notes').insertOne({ text: 'mine' });
  const { code, said } = await run('db-export.ts', (open[1] as EmbeddedMongo).uri);
  expect(code).toBe(1);
  expect(said).toContain('two.notes of the target already holds data');
  expect(await there.db('one').listCollections().toArray()).toEqual([]);
  expect(await there.db('two').collection('notes').countDocuments()).toBe(1);
});
