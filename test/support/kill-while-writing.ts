import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import mongoose from 'mongoose';
import { expect } from 'vitest';
import { startEmbeddedMongo } from '../../src/embedded-mongo/start-embedded-mongo.ts';
import { faultsIn } from './index-differences.ts';
import type { Ledger } from './processes/write-on.ts';

const writers = ['anna', 'bao', 'chen'];

/**
 * The embedded server, killed with -9 so many times while three processes write, and started again each time. Expects
 * that nothing acknowledged is lost, done twice or half done.
 */
export const killWhileWriting = async (kills: number): Promise<void> => {
  const folder = await mkdtemp(join(tmpdir(), 'durability-'));
  const started: ChildProcess[] = [];
  const run = (script: string, ...args: string[]): ChildProcess => {
    const path = new URL(`./processes/${script}`, import.meta.url);
    const child = fork(path, args, { execArgv: [] });
    started.push(child);
    return child;
  };
  const serve = async (): Promise<{ server: ChildProcess; uri: string }> => {
    const server = run('serve.ts', folder);
    const [{ uri, joined }] = (await once(server, 'message')) as [{ uri: string; joined: boolean }];
    expect(joined).toBe(false);
    return { server, uri };
  };
  try {
    let { server, uri } = await serve();
    await prepare(uri);
    const clients = writers.map((name) => run('write-on.ts', uri, name));
    let acknowledged = 0;
    const ledgers = clients.map(
      (client) =>
        new Promise<Ledger>((done) => {
          client.on('message', (message: 'acknowledged' | Ledger) => {
            if (message === 'acknowledged') acknowledged++;
            else done(message);
          });
        }),
    );
    for (let i = 0; i < kills; i++) {
      const enough = acknowledged + 3 + ((i * 37) % 90);
      while (acknowledged < enough) await new Promise((done) => setTimeout(done, 2));
      await kill(server);
      ({ server, uri } = await serve());
    }
    for (const client of clients) client.send('stop');
    const known = await Promise.all(ledgers);
    await kill(server);
    await check(folder, known);
  } finally {
    for (const child of started) child.kill('SIGKILL');
    await rm(folder, { recursive: true, force: true });
  }
};

const kill = async (server: ChildProcess): Promise<void> => {
  const gone = once(server, 'exit');
  server.kill('SIGKILL');
  await gone;
};

const prepare = async (uri: string): Promise<void> => {
  const client = await new mongoose.mongo.MongoClient(uri).connect();
  const db = client.db('ledger');
  await db.collection('entries').createIndexes([{ key: { client: 1, seen: 1 } }, { key: { tags: 1 } }]);
  await db.collection('slots').createIndex({ slot: 1 }, { unique: true });
  await client.close();
};

const check = async (folder: string, known: readonly Ledger[]): Promise<void> => {
  const { uri, close } = await startEmbeddedMongo({ folder });
  const client = await new mongoose.mongo.MongoClient(uri).connect();
  const db = client.db('ledger');
  const { collections, faults } = faultsIn(folder);
  expect(faults).toEqual([]);
  expect(collections).toEqual(
    expect.arrayContaining(['entries', 'counters', 'slots'].map((name) => `ledger.${name}`)),
  );
  const entries = new Map(
    (await db.collection('entries').find().toArray()).map((entry) => [String(entry._id), entry]),
  );
  const taken = new Map((await db.collection('slots').find().toArray()).map((one) => [one.slot, one.client]));
  for (const [i, { present, removed, seen, counted, unsure, slots }] of known.entries()) {
    const name = writers[i] ?? '';
    const sure = (id: string) => !unsure.includes(id);
    expect(present.filter((id) => !removed.includes(id) && sure(id) && !entries.has(id))).toEqual([]);
    expect(removed.filter((id) => sure(id) && entries.has(id))).toEqual([]);
    const marked = seen.filter((id) => entries.has(id) && sure(id)).map((id) => entries.get(id));
    expect(marked.filter((entry) => entry?.seen !== true || entry.tags.length !== 3)).toEqual([]);
    expect(slots.filter((slot) => taken.get(slot) !== name)).toEqual([]);
    const counter = await db.collection<{ _id: string; n: number }>('counters').findOne({ _id: name });
    const perhaps = unsure.filter((what) => what === 'counter').length;
    expect(counter?.n).toBeGreaterThanOrEqual(counted);
    expect(counter?.n).toBeLessThanOrEqual(counted + perhaps);
    expect(counted).toBeGreaterThan(0);
  }
  await client.close();
  await close();
};
