import { setTimeout as pause } from 'node:timers/promises';
import mongoose from 'mongoose';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Clock } from '../../../src/domain/kernel/clock.ts';
import { DamagedDatabase } from '../../../src/store/migrations/damaged-database.ts';
import { LaterDatabase } from '../../../src/store/migrations/later-database.ts';
import { migrate } from '../../../src/store/migrations/migrate.ts';
import type { Migration, Release } from '../../../src/store/migrations/migration.ts';
import { noteProcess, olderProcesses } from '../../../src/store/migrations/process-notes.ts';
import { releases as real } from '../../../src/store/migrations/releases.ts';
import { openTestDatabase, type TestDatabase } from '../../support/database.ts';
import { dyingDbAfter } from '../../support/dying-db.ts';
import { given } from '../../support/given.ts';
import { times } from '../../support/how-often.ts';
import { copyDatabase, openKeptDatabase } from '../../support/kept-database.ts';
import { migrationMeans } from '../../support/migration-means.ts';
import { wholeDatabase } from '../../support/whole-database.ts';

type Db = mongoose.mongo.Db;
const hoursOn: Clock = { now: () => new Date(Date.now() + 3_600_000) };

const open: { close(): Promise<unknown> }[] = [];
afterEach(async () => {
  for (const one of open.splice(0).reverse()) await one.close();
});
const connect = async (database: TestDatabase): Promise<Db> => {
  const client = await new mongoose.mongo.MongoClient(database.uri).connect();
  open.push(client);
  return client.db(database.dbName);
};
const record = (db: Db) => db.collection<{ _id: string }>('schema').findOne({ _id: 'schema' });

/** Words get a length; the release after that drops the old one they had. */
let runs: string[];
const lengths = (number: number): Migration => ({
  number,
  name: 'lengths',
  add: async ({ change }) => {
    runs.push(`add ${number}`);
    await change({
      collection: 'words',
      fields: ['word', 'length'],
      change: ({ word, length }) => (length === word.length ? undefined : { $set: { length: word.length } }),
    });
  },
  remove: async ({ change, dropIndex }) => {
    runs.push(`remove ${number}`);
    await dropIndex('words', 'size_1');
    await change({
      collection: 'words',
      fields: ['size'],
      change: ({ size }) => (size === undefined ? undefined : { $unset: { size: '' } }),
    });
  },
});
const nothing = (number: number): Migration => ({
  number,
  name: 'nothing',
  add: async () => void runs.push(`add ${number}`),
});
const first: readonly Release[] = [[lengths(1), nothing(2)]];
const second: readonly Release[] = [...first, [nothing(3)]];

describe('migrating', () => {
  let database: TestDatabase;
  let db: Db;

  beforeEach(async () => {
    runs = [];
    database = await openTestDatabase();
    open.push(database);
    db = await connect(database);
  });
  const fill = async (size = 1200): Promise<void> => {
    const words = Array.from({ length: size }, (_, index) => ({
      _id: `w${String(index).padStart(6, '0')}` as never,
      word: 'x'.repeat(index % 30),
      size: 0,
    }));
    await db.collection('words').insertMany(words);
    await db.collection('words').createIndex({ size: 1 });
  };
  const wrong = () => db.collection('words').countDocuments({ length: { $exists: false } });

  it('runs nothing on an empty database: it is of the current version', async () => {
    await migrate(db, { releases: second, ...migrationMeans });
    expect(runs).toEqual([]);
    expect(await record(db)).toEqual({ _id: 'schema', version: 3, oldest: 2, cleared: 2 });
  });

  it('takes a database without a record for one of the time before, and brings it up, once', async () => {
    await fill();
    await migrate(db, { releases: first, ...migrationMeans });
    await migrate(db, { releases: first, ...migrationMeans });
    expect(runs).toEqual(['add 1', 'add 2']);
    expect(await wrong()).toBe(0);
    expect(await record(db)).toEqual({ _id: 'schema', version: 2, oldest: 0, cleared: 0 });
  });

  it('goes on with what came to a release later, and only with that', async () => {
    await fill();
    await migrate(db, { releases: [[lengths(1)]], ...migrationMeans });
    await migrate(db, { releases: first, ...migrationMeans });
    expect(runs).toEqual(['add 1', 'add 2']);
  });

  it('is done once when several processes start at the same moment; each goes on when it is done', async () => {
    await fill();
    const others = [db, await connect(database), await connect(database)];
    const seen = await Promise.all(
      others.map(async (other) => {
        await migrate(other, { releases: first, ...migrationMeans });
        return wrong();
      }),
    );
    expect(seen).toEqual([0, 0, 0]);
    expect(runs).toEqual(['add 1', 'add 2']);
  });

  it('refuses a database of a later version, before it has touched anything', async () => {
    await fill();
    await migrate(db, { releases: second, ...migrationMeans });
    const before = await wholeDatabase(db);
    const refused = migrate(db, { releases: first, ...migrationMeans });
    await expect(refused).rejects.toThrow(LaterDatabase);
    await expect(refused).rejects.toMatchObject({ database: 3, program: 2 });
    expect(await wholeDatabase(db)).toBe(before);
  });

  it.each([
    ['a version that is a text', { version: '1' }],
    ['a negative version', { version: -1 }],
    ['half a version', { version: 0.5 }],
    ['no oldest version', { oldest: undefined }],
    ['no trace of what was removed', { cleared: undefined }],
    ['more removed than was told to go', { cleared: 2 }],
    ['its own version told to go', { oldest: 4 }],
  ])('refuses a database whose record is damaged, before it has touched anything: %s', async (_, wrong) => {
    await fill(3);
    const left = Object.entries({ version: 3, oldest: 1, cleared: 1, ...wrong });
    const damaged = Object.fromEntries(left.filter(([, value]) => value !== undefined));
    await db.collection('schema').insertOne({ _id: 'schema' as never, ...damaged });
    const before = await wholeDatabase(db);
    await expect(migrate(db, { releases: second, ...migrationMeans })).rejects.toThrow(DamagedDatabase);
    expect(await wholeDatabase(db)).toBe(before);
  });

  it('removes what is no longer read only with the release after, after making up for what was written past it', async () => {
    await fill(3);
    await migrate(db, { releases: first, ...migrationMeans });
    const words = db.collection<{ _id: string; word: string; size?: number; length?: number }>('words');
    expect(await words.countDocuments({ size: 0 })).toBe(3);
    // As the version before, still running, writes: without the new field.
    await words.insertOne({ _id: 'late', word: 'late', size: 4 });
    await words.updateOne({ _id: 'w000001' }, { $set: { word: 'longer' } });
    runs = [];
    await migrate(db, { releases: second, ...migrationMeans });
    expect(runs).toEqual(['add 1', 'remove 1', 'add 2', 'add 3']);
    expect(await words.find({}, { projection: { _id: 0, size: 1, length: 1 } }).toArray()).toEqual([
      { length: 0 },
      { length: 6 },
      { length: 2 },
      { length: 4 },
    ]);
    expect((await words.indexes()).map(({ name }) => name)).toEqual(['_id_']);
    expect(await record(db)).toEqual({ _id: 'schema', version: 3, oldest: 2, cleared: 2 });
  });

  it('waits with removing until processes of the version before that are gone; the record tells them to go', async () => {
    await fill(3);
    await migrate(db, { releases: [[lengths(1)]], ...migrationMeans });
    const until = new Date(Date.now() + 60_000);
    await noteProcess(db, { _id: 'of the time before', version: 0, until });
    await noteProcess(db, { _id: 'of the release before', version: 1, until });
    const migrating = migrate(db, { releases: [[lengths(1)], [nothing(2)]], ...migrationMeans });
    await expect.poll(() => record(db)).toMatchObject({ oldest: 1 });
    expect(await record(db)).toMatchObject({ version: 1, cleared: 0 });
    await db.collection<{ _id: string }>('processes').deleteOne({ _id: 'of the time before' });
    await migrating;
    expect(await record(db)).toMatchObject({ version: 2, cleared: 1 });
    expect(await olderProcesses(db, 2, new Date())).toMatchObject([{ _id: 'of the release before' }]);
  });

  it('a release that is alone sends the one before away and removes what is old at once', async () => {
    await fill(3);
    const alone: Release = [{ ...lengths(2), alone: true }];
    const until = new Date(Date.now() + 60_000);
    await noteProcess(db, { _id: 'of the release before', version: 1, until });
    const migrating = migrate(db, { releases: [[nothing(1)], alone], ...migrationMeans });
    await expect.poll(() => record(db)).toMatchObject({ version: 2, oldest: 2, cleared: 1, added: 1 });
    const words = db.collection<{ _id: string; word: string; size?: number; length?: number }>('words');
    // It goes on until it is gone, with everything as it knows it, and none of its version can come again.
    await words.insertOne({ _id: 'late', word: 'late', size: 4 });
    await pause(400);
    expect(runs.filter((run) => run.endsWith('2'))).toEqual([]);
    expect(await words.countDocuments({ size: { $exists: true }, length: { $exists: false } })).toBe(4);
    await expect(migrate(db, { releases: [[nothing(1)]], ...migrationMeans })).rejects.toThrow(LaterDatabase);
    await db.collection<{ _id: string }>('processes').deleteOne({ _id: 'of the release before' });
    await migrating;
    expect(await words.countDocuments({ size: { $exists: true } })).toBe(0);
    expect(await wrong()).toBe(0);
    expect(await record(db)).toEqual({ _id: 'schema', version: 2, oldest: 2, cleared: 2 });
    runs = [];
    await migrate(db, { releases: [[nothing(1)], alone], ...migrationMeans });
    expect(runs).toEqual([]);
  });

  it('tells a migration what the product knows besides the database', async () => {
    await fill(1);
    let told: unknown;
    const asking: Migration = {
      number: 1,
      name: 'asking',
      add: async (slices) => {
        told = slices.given;
      },
    };
    await migrate(db, { releases: [[asking]], ...migrationMeans });
    expect(told).toBe(given);
  });

  it('waits for nobody who was killed longer ago than a process is believed', async () => {
    await fill(3);
    await noteProcess(db, { _id: 'killed', version: 0, until: new Date(Date.now() - 1) });
    await migrate(db, { releases: second, ...migrationMeans });
    expect(await record(db)).toMatchObject({ version: 3 });
  });

  it.each([
    ['without a date', undefined],
    ['with a date that is none', '2999-01-01'],
    ['with a date nobody could have set yet', new Date('2999-01-01')],
  ])('a process note or a lock %s holds nobody up', async (_, until) => {
    await fill(3);
    await migrate(db, { releases: first, ...migrationMeans });
    const left = until === undefined ? {} : { until };
    await db.collection('processes').insertOne({ _id: 'somebody' as never, version: 0, ...left });
    await db.collection('schema').updateOne({}, { $set: { lock: { owner: 'somebody', ...left } } });
    await migrate(db, { releases: second, ...migrationMeans });
    expect(await record(db)).toEqual({ _id: 'schema', version: 3, oldest: 2, cleared: 2 });
  });

  it('believes a lock whose holder’s clock goes some minutes ahead', async () => {
    await fill(3);
    await migrate(db, { releases: [[lengths(1)]], ...migrationMeans });
    const lock = { owner: 'ahead', until: new Date(Date.now() + 4 * 60_000) };
    await db.collection('schema').updateOne({}, { $set: { lock } });
    const waiting = migrate(db, { releases: first, ...migrationMeans });
    await pause(600);
    expect(await record(db)).toMatchObject({ version: 1, lock });
    await db.collection('schema').updateOne({}, { $unset: { lock: '' } });
    await waiting;
    expect(await record(db)).toMatchObject({ version: 2 });
  });

  it('says whom it waits for, and until when, if a wait lasts', async () => {
    await fill(3);
    await migrate(db, { releases: first, ...migrationMeans });
    const said: unknown[] = [];
    const say = (fields: object, message: string) => void said.push({ message, ...fields });
    const log = { debug: say, info: say, warn: say, error: say };
    const until = new Date(Date.now() + 30_000);
    await db.collection('schema').updateOne({}, { $set: { lock: { owner: 'somebody', until } } });
    await noteProcess(db, { _id: 'an old one', version: 0, until });
    const migrating = migrate(db, { releases: second, ...migrationMeans, log });
    const heldUp = expect.objectContaining({ owner: 'somebody', until });
    await expect.poll(() => said, { timeout: 20_000 }).toContainEqual(heldUp);
    await db.collection('schema').updateOne({}, { $unset: { lock: '' } });
    const older = expect.objectContaining({ processes: [{ _id: 'an old one', version: 0, until }] });
    await expect.poll(() => said, { timeout: 20_000 }).toContainEqual(older);
    await db.collection<{ _id: string }>('processes').deleteOne({ _id: 'an old one' });
    await migrating;
  });

  it('leaves a document alone that somebody else changed meanwhile, and looks at it again', async () => {
    await fill(2);
    const words = db.collection<{ _id: string; word: string }>('words');
    let looks = 0;
    const racing: Migration = {
      number: 1,
      name: 'racing',
      add: async ({ change }) => {
        await change({
          collection: 'words',
          fields: ['word', 'length'],
          change: ({ word, length }) => {
            looks += 1;
            if (looks === 1) void words.updateOne({ _id: 'w000000' }, { $set: { word: 'changed' } });
            return length === word.length ? undefined : { $set: { length: word.length } };
          },
        });
      },
    };
    await migrate(db, { releases: [[racing]], ...migrationMeans });
    const lengthsNow = await words.find({}, { projection: { _id: 0, word: 1, length: 1 } }).toArray();
    expect(lengthsNow).toEqual([
      { word: 'changed', length: 7 },
      { word: 'x', length: 1 },
    ]);
  });

  it('is taken over from a process that was killed, once its lease is out; one that only slept does no more', async () => {
    await fill();
    const { promise: woken, resolve: wake } = Promise.withResolvers<void>();
    let slept = false;
    const sleepy: Migration = {
      number: 1,
      name: 'sleepy',
      add: async ({ change, dropIndex }) => {
        runs.push('sleepy');
        if (!slept) {
          slept = true;
          await woken;
          await dropIndex('words', 'size_1');
          runs.push('did more');
        }
        await change({ collection: 'words', fields: [], change: () => undefined });
      },
    };
    // Its notes are far apart: to the other it looks dead.
    const first = migrate(db, { releases: [[sleepy]], ...migrationMeans, leaseMs: 600_000 });
    await expect.poll(() => slept).toBe(true);
    await migrate(await connect(database), { releases: [[sleepy]], ...migrationMeans, realClock: hoursOn });
    wake();
    await first;
    expect(runs).toEqual(['sleepy', 'sleepy']);
    expect((await db.collection('words').indexes()).map(({ name }) => name)).toContain('size_1');
  });
});

/** Here every few commands, in proofs (`migrate.prove.ts`) each. */
const every = times(6, 1);

/** The same steps, killed after each command in turn and then let through, must leave the same database. */
const killedAtEachCommand = async (
  database: TestDatabase,
  fill: (db: Db) => Promise<void>,
  releases: readonly Release[],
): Promise<number> => {
  const client = await new mongoose.mongo.MongoClient(database.uri).connect();
  const outcome = async (commands: number): Promise<{ text: string; died: boolean }> => {
    const db = client.db(`${database.dbName}_${Math.min(commands, 9999)}`);
    await fill(db);
    const died = await migrate(dyingDbAfter(commands, db).db, {
      releases,
      ...migrationMeans,
      given,
    }).then(
      () => false,
      (error: Error) => error.message === 'killed',
    );
    await migrate(db, { releases, realClock: hoursOn, given });
    // Whoever dies when all is done leaves its lock behind.
    await db.collection('schema').updateOne({}, { $unset: { lock: '' } });
    const text = await wholeDatabase(db);
    await db.dropDatabase();
    return { text, died };
  };
  try {
    const whole = await outcome(Number.POSITIVE_INFINITY);
    expect(whole.died).toBe(false);
    for (let commands = 0; ; commands += commands < 6 ? 1 : every) {
      const { text, died } = await outcome(commands);
      if (!died) return commands;
      expect(text, `killed after ${commands} commands`).toBe(whole.text);
    }
  } finally {
    await client.close();
  }
};

describe('killed after any command and started again, a migration ends the same:', () => {
  /** The next release, which removes what this one leaves. */
  const next: Release = [{ number: real.flat().length + 1, name: 'the next' }];

  it('those of the product, on the database of the time before', async () => {
    const database = await openKeptDatabase('1226a1e');
    open.push(database);
    const kept = await connect(database);
    const commands = await killedAtEachCommand(database, (db) => copyDatabase(kept, db), [...real, next]);
    expect(commands).toBeGreaterThan(15);
    // A minute on a machine that does nothing else.
  }, 240_000);

  it('one of many slices', async () => {
    runs = [];
    const database = await openTestDatabase();
    open.push(database);
    const fill = async (db: Db): Promise<void> => {
      const words = Array.from({ length: 520 }, (_, n) => ({
        _id: n as never,
        word: 'x'.repeat(n % 9),
        size: 0,
      }));
      await db.collection('words').insertMany(words);
      await db.collection('words').createIndex({ size: 1 });
    };
    expect(await killedAtEachCommand(database, fill, second)).toBeGreaterThan(30);
  });
});

it('the migrations of the product are numbered without gaps and called as their files', () => {
  const all = real.flat();
  expect(all.map(({ number }) => number)).toEqual(all.map((_, index) => index + 1));
  for (const { number, name } of all)
    expect(name).toMatch(new RegExp(`^${String(number).padStart(3, '0')}-[a-z-]+$`));
});
