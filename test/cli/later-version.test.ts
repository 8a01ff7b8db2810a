import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import mongoose from 'mongoose';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { sayWhyNot } from '../../src/cli/say-why-not.ts';
import { DamagedDatabase } from '../../src/store/migrations/damaged-database.ts';
import { LaterDatabase } from '../../src/store/migrations/later-database.ts';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';

const program = resolve(import.meta.dirname, '../support/processes/watched-office.ts');
let database: TestDatabase;

beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(async () => {
  await database?.close();
});

const begin = (): {
  child: ChildProcess;
  ended: Promise<{ code: number | null; said: string }>;
  said(): string;
} => {
  const child = spawn(process.execPath, [
    '--disable-warning=ExperimentalWarning',
    program,
    database.uri,
    database.dbName,
  ]);
  let said = '';
  child.stdout.on('data', (text) => {
    said += String(text);
  });
  child.stderr.on('data', (text) => {
    said += String(text);
  });
  const ended = once(child, 'close').then(([code]) => ({ code: code as number | null, said }));
  return { child, ended, said: () => said };
};

it('a running product stops in good order when a later version leaves it behind, and says so; then it refuses to start', async () => {
  const running = begin();
  await expect.poll(running.said).toContain('runs');
  const connection = await mongoose.createConnection(database.uri, { dbName: database.dbName }).asPromise();
  const schema = connection.collection<{ _id: string }>('schema');
  await schema.updateOne({ _id: 'schema' }, { $set: { version: 999, oldest: 998 } });
  const stopped = await running.ended;
  expect(stopped.said).toContain('brought the database to version 999');
  expect(stopped.code).toBe(1);
  expect(await connection.collection('processes').countDocuments()).toBe(0);
  const refused = await begin().ended;
  expect(refused.said).toContain('A newer program has brought this database to version 999');
  expect(refused.said).not.toMatch(/MONGODB_URI| {4}at /);
  expect(refused.code).toBe(1);
  await connection.close();
});

it('the refusal names both versions and what to do, in either language', () => {
  for (const language of ['zh', 'en'] as const) {
    const sentence = sayWhyNot(new LaterDatabase(12, 7), language);
    expect(sentence).toMatch(/12.*7/s);
    expect(sentence).toMatch(language === 'zh' ? /新版程序.*备份/ : /newer program.*backup/);
  }
});

it('a start on a database whose record of its version is damaged is refused, and it is said what to do', async () => {
  const connection = await mongoose.createConnection(database.uri, { dbName: database.dbName }).asPromise();
  const schema = connection.collection<{ _id: string }>('schema');
  await schema.updateOne({ _id: 'schema' }, { $set: { version: '2' } }, { upsert: true });
  const refused = await begin().ended;
  expect(refused.said).toContain('Please restore the last backup');
  expect(refused.said).not.toMatch(/MONGODB_URI| {4}at /);
  expect(refused.code).toBe(1);
  expect(sayWhyNot(new DamagedDatabase(), 'zh')).toContain('请恢复最近一次备份');
  await connection.close();
});
