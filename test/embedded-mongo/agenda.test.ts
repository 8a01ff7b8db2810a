import { MongoBackend } from '@agendajs/mongo-backend';
import { Agenda } from 'agenda';
import mongoose from 'mongoose';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';

let database: TestDatabase;
let connection: mongoose.Connection;
let agenda: Agenda | undefined;

beforeAll(async () => {
  database = await openTestDatabase();
  connection = await mongoose.createConnection(database.uri, { dbName: database.dbName }).asPromise();
});

afterEach(async () => {
  await agenda?.stop();
});

afterAll(async () => {
  await connection?.close();
  await database?.close();
});

async function startAgenda(): Promise<Agenda> {
  // The back end's own copy of the driver's types differs from mongoose's.
  const mongo = connection.db as unknown as ConstructorParameters<typeof MongoBackend>[0] extends {
    mongo?: infer D;
  }
    ? D
    : never;
  agenda = new Agenda({ backend: new MongoBackend({ mongo }), processEvery: 30 });
  await agenda.start();
  return agenda;
}

test('a job asked for now runs once with its data', async () => {
  const running = await startAgenda();
  const ran = new Promise((done) => running.define('greet', async (job) => done(job.attrs.data)));
  await running.now('greet', { who: '韩梅梅' });
  expect(await ran).toEqual({ who: '韩梅梅' });
});

test('a scheduled job runs when its time comes', async () => {
  const running = await startAgenda();
  const at = Date.now() + 200;
  const ran = new Promise<number>((done) => running.define('later', async () => done(Date.now())));
  await running.schedule(new Date(at), 'later', {});
  expect(await ran).toBeGreaterThanOrEqual(at);
});

test('a repeated job runs again and again', async () => {
  const running = await startAgenda();
  let runs = 0;
  const thrice = new Promise<void>((done) =>
    running.define('tick', async () => void (++runs === 3 && done())),
  );
  await running.every(50, 'tick');
  await thrice;
  expect(runs).toBeGreaterThanOrEqual(3);
});

test('a unique job is kept once', async () => {
  const running = await startAgenda();
  running.define('once', async () => undefined);
  const soon = new Date(Date.now() + 60_000);
  for (let i = 0; i < 3; i++)
    await running.create('once', { key: 'k' }).unique({ 'data.key': 'k' }).schedule(soon).save();
  expect(await connection.collection('agendaJobs').countDocuments({ name: 'once' })).toBe(1);
});
