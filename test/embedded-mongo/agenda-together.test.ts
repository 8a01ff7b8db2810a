import { type ChildProcess, fork } from 'node:child_process';
import { MongoBackend } from '@agendajs/mongo-backend';
import { Agenda, type Job } from 'agenda';
import mongoose from 'mongoose';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';
import { times } from '../support/how-often.ts';

let database: TestDatabase;
let connection: mongoose.Connection;
let agenda: Agenda | undefined;
const workers: ChildProcess[] = [];
// Agenda walks through all it has taken for every job it runs: twice as many take much longer than twice.
const jobs = times(60, 300);

beforeAll(async () => {
  database = await openTestDatabase();
  connection = await mongoose.createConnection(database.uri, { dbName: database.dbName }).asPromise();
});

afterEach(async () => {
  await agenda?.stop();
  for (const worker of workers.splice(0)) worker.kill('SIGKILL');
  await connection.collection('agendaJobs').deleteMany({});
});

afterAll(async () => {
  await connection?.close();
  await database?.close();
});

async function makeAgenda(options: { defaultLockLifetime?: number } = {}): Promise<Agenda> {
  // The back end's own copy of the driver's types differs from mongoose's.
  const mongo = connection.db as unknown as ConstructorParameters<typeof MongoBackend>[0] extends {
    mongo?: infer D;
  }
    ? D
    : never;
  agenda = new Agenda({ backend: new MongoBackend({ mongo }), processEvery: 20, ...options });
  await agenda.ready;
  return agenda;
}

const until = async (reached: () => boolean | Promise<boolean>) => {
  while (!(await reached())) await new Promise((done) => setTimeout(done, 20));
};

test('three processes share many jobs, and each job runs once', async () => {
  const planner = await makeAgenda();
  planner.define('count', async () => undefined);
  for (let i = 0; i < jobs; i++) await planner.now('count', { i });
  for (const name of ['one', 'two', 'three']) {
    const script = new URL('../support/processes/work-jobs.ts', import.meta.url);
    workers.push(fork(script, [database.uri, database.dbName, name], { execArgv: [] }));
  }
  const open = { nextRunAt: { $ne: null } };
  await until(async () => (await connection.collection('agendaJobs').countDocuments(open)) === 0);
  await until(
    async () => (await connection.collection('agendaJobs').countDocuments({ lockedAt: { $ne: null } })) === 0,
  );
  const runs = await connection.collection('runs').find().toArray();
  expect(runs.map(({ i }) => i).sort((a, b) => a - b)).toEqual(Array.from({ length: jobs }, (_, i) => i));
  expect(new Set(runs.map(({ by }) => by)).size).toBeGreaterThan(1);
});

test('of waiting jobs those of higher priority run first', async () => {
  const running = await makeAgenda();
  const order: string[] = [];
  running.define<{ name: string }>('ranked', async (job) => void order.push(job.attrs.data.name), {
    concurrency: 1,
    lockLimit: 1,
  });
  const at = new Date(Date.now() - 1000);
  for (const [name, priority] of [
    ['low', -10],
    ['high', 10],
    ['normal', 0],
  ] as const) {
    await running.create('ranked', { name }).priority(priority).schedule(at).save();
  }
  await running.start();
  await until(() => order.length === 3);
  expect(order).toEqual(['high', 'normal', 'low']);
});

test('no more jobs of a kind run at once than its concurrency', async () => {
  const running = await makeAgenda();
  let now = 0;
  let most = 0;
  let done = 0;
  running.define(
    'few',
    async () => {
      most = Math.max(most, ++now);
      await new Promise((finished) => setTimeout(finished, 30));
      now--;
      done++;
    },
    { concurrency: 2 },
  );
  for (let i = 0; i < 8; i++) await running.now('few', { i });
  await running.start();
  await until(() => done === 8);
  expect(most).toBe(2);
});

test('a job whose lock has expired is run again', async () => {
  const running = await makeAgenda({ defaultLockLifetime: 60 });
  let runs = 0;
  const jobs: Job[] = [];
  running.define('stuck', async (job) => {
    jobs.push(job);
    // The first run never ends, as if its process had died.
    if (++runs === 1) await new Promise(() => undefined);
  });
  await running.now('stuck', {});
  await running.start();
  await until(() => runs >= 2);
  expect(jobs[1]?.attrs._id).toEqual(jobs[0]?.attrs._id);
});
