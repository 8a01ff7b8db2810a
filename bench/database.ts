import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Worker } from 'node:worker_threads';
import mongoose from 'mongoose';
import { startEmbeddedMongo } from '../src/embedded-mongo/start-embedded-mongo.ts';
import { type Entry, entry, fill, size } from './entry.ts';

const { BSON, MongoClient, ObjectId } = mongoose.mongo;
const rounds = 5;
const page = 20;
const crowd = 8;

/** How often per second `work` is done for about half a second by so many people at once, each one after the other. */
async function perSecond(work: (i: number) => unknown, people = 1): Promise<number> {
  const start = performance.now();
  let done = 0;
  const person = async () => {
    while (performance.now() - start < 500) {
      for (let i = 0; i < 10; i++) await work(done++);
    }
  };
  await Promise.all(Array.from({ length: people }, person));
  return (done / (performance.now() - start)) * 1000;
}

const median = (values: number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

/** Measures both in turn, several times, so that what else the machine does hits both; medians, and the median ratio. */
async function against(work: (i: number) => unknown, yardstick: (i: number) => unknown, people = 1) {
  const pairs: [number, number][] = [];
  for (let round = 0; round <= rounds; round++) {
    const pair: [number, number] = [await perSecond(work, people), await perSecond(yardstick, people)];
    if (round > 0) pairs.push(pair);
  }
  return {
    rate: Math.round(median(pairs.map(([ours]) => ours))),
    yardstick: Math.round(median(pairs.map(([, theirs]) => theirs))),
    ratio: Number(median(pairs.map(([ours, theirs]) => ours / theirs)).toFixed(2)),
  };
}

/** Inserts the same documents as plain rows, each in a durable transaction of its own. */
function plainInserts(folder: string) {
  const sqlite = new DatabaseSync(join(folder, 'plain.sqlite'));
  sqlite.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = 4000');
  sqlite.exec('CREATE TABLE entries(row INTEGER PRIMARY KEY, key BLOB NOT NULL UNIQUE, doc BLOB NOT NULL)');
  const insert = sqlite.prepare('INSERT INTO entries(key, doc) VALUES(?, ?)');
  return () => {
    const _id = new ObjectId();
    insert.run(_id.id, BSON.serialize({ ...entry(1), _id }));
  };
}

async function echoClient(folder: string): Promise<{ client: mongoose.mongo.MongoClient; worker: Worker }> {
  const path = join(folder, 'echo.sock');
  const documents = Array.from({ length: page }, (_, i) => BSON.serialize(entry(i)));
  const worker = new Worker(new URL('./echo-worker.ts', import.meta.url), {
    workerData: { path, documents },
  });
  await once(worker, 'message');
  const uri = `mongodb://${encodeURIComponent(path)}/?directConnection=true&replicaSet=embedded`;
  return { client: await new MongoClient(uri).connect(), worker };
}

type Grouped = { took: number[]; residentMb: number; slowestReadMs: number; threadHeldMs: number };

const took = async (work: () => Promise<unknown>): Promise<number> => {
  const start = performance.now();
  await work();
  return Math.round(performance.now() - start);
};

/** The embedded database's figures: rates per second, ratios to the yardstick, times in milliseconds. */
export async function run(): Promise<Record<string, number>> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  const data = join(folder, 'data');
  const say = (what: string, value: unknown) => console.log(what.padEnd(34), JSON.stringify(value));
  const first = await startEmbeddedMongo({ folder: data });
  let client = await new MongoClient(first.uri).connect();
  const { client: echo, worker } = await echoClient(folder);
  const entriesOf = (one: mongoose.mongo.MongoClient) => one.db('bench').collection<Entry>('entries');
  const entries = entriesOf(client);
  await entries.createIndex({ group: 1, n: -1 });
  await fill((batch) => entries.insertMany(batch));

  const single = client.db('bench').collection('single');
  const inserts = await against(
    () => single.insertOne({ ...entry(1), _id: new ObjectId() }),
    plainInserts(folder),
  );
  say('durable inserts', inserts);
  const byId = (one: mongoose.mongo.MongoClient) => (i: number) =>
    entriesOf(one).findOne({ _id: (i * 7919) % size });
  const reads = await against(byId(client), byId(echo), crowd);
  say(`reads by _id, ${crowd} at once`, reads);
  const readsAlone = await against(byId(client), byId(echo));
  say('reads by _id, one by one', readsAlone);
  const byIndex = (one: mongoose.mongo.MongoClient) => (i: number) =>
    entriesOf(one)
      .find({ group: `g${i % 1000}` })
      .sort({ n: -1 })
      .limit(page)
      .toArray();
  const queries = await against(byIndex(client), byIndex(echo), crowd);
  say(`${page} by index, sorted, ${crowd} at once`, queries);
  const queriesAlone = await against(byIndex(client), byIndex(echo));
  say(`${page} by index, sorted, one by one`, queriesAlone);
  const findAndUpdate = Math.round(
    await perSecond((i) => entries.findOneAndUpdate({ _id: i % size }, { $inc: { n: 1 } })),
  );
  say('findOneAndUpdate', findAndUpdate);
  await Promise.all([client.close(), echo.close(), worker.terminate()]);
  await first.close();
  let second = first;
  const startMs = await took(async () => {
    second = await startEmbeddedMongo({ folder: data });
    client = await new MongoClient(second.uri).connect();
    await entriesOf(client).findOne({ _id: 1 });
  });
  say('start to first answer', startMs);
  await client.close();
  await second.close();
  const child = fork(new URL('./grouping-process.ts', import.meta.url), [folder], { execArgv: [] });
  const exited = once(child, 'exit');
  const [{ took: groups, residentMb, slowestReadMs, threadHeldMs }] = (await once(child, 'message')) as [
    Grouped,
  ];
  await exited;
  say(`group of ${size}`, groups);
  say('slowest read by key meanwhile, ms', slowestReadMs);
  say('longest hold of the main thread, ms', threadHeldMs);
  say('resident MB afterwards', residentMb);
  rmSync(folder, { recursive: true, force: true });
  return {
    insertsPerSecond: inserts.rate,
    insertRatio: inserts.ratio,
    readsPerSecond: reads.rate,
    readRatio: reads.ratio,
    readAloneRatio: readsAlone.ratio,
    queriesPerSecond: queries.rate,
    queryRatio: queries.ratio,
    queryAloneRatio: queriesAlone.ratio,
    findAndUpdatePerSecond: findAndUpdate,
    groupMs: median(groups),
    slowestReadMs,
    threadHeldMs,
    residentMb,
    startMs,
  };
}
