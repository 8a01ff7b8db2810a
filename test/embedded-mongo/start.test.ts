import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import mongoose from 'mongoose';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type EmbeddedMongo, startEmbeddedMongo } from '../../src/embedded-mongo/start-embedded-mongo.ts';

let folder: string;
const open: EmbeddedMongo[] = [];
const children: ChildProcess[] = [];

beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), 'start-')), 'data');
});

afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  for (const server of open.splice(0)) await server.close();
  chmodSync(folder, 0o700);
  rmSync(join(folder, '..'), { recursive: true, force: true });
});

async function start(options: { tcp?: boolean; maxBytes?: number } = {}): Promise<EmbeddedMongo> {
  const server = await startEmbeddedMongo({ folder, durability: 'off', ...options });
  open.push(server);
  return server;
}

async function useOnce<T>(uri: string, use: (notes: mongoose.mongo.Collection) => Promise<T>): Promise<T> {
  const client = await new mongoose.mongo.MongoClient(uri, { serverSelectionTimeoutMS: 5000 }).connect();
  try {
    return await use(client.db('x').collection('notes'));
  } finally {
    await client.close();
  }
}

async function serveElsewhere(): Promise<{ child: ChildProcess; uri: string }> {
  const child = fork(new URL('../support/processes/serve.ts', import.meta.url), [folder], { execArgv: [] });
  children.push(child);
  const [message] = (await once(child, 'message')) as [{ uri: string }];
  return { child, uri: message.uri };
}

test('what was written is there after the next start', async () => {
  const first = await start();
  await useOnce(first.uri, (notes) => notes.insertOne({ text: 'kept' }));
  await first.close();
  const second = await start();
  expect(await useOnce(second.uri, (notes) => notes.countDocuments({ text: 'kept' }))).toBe(1);
});

test('the folder and the socket are the owner’s alone', async () => {
  await start();
  expect(statSync(folder).mode & 0o777).toBe(0o700);
  expect(statSync(join(folder, 'mongodb.sock')).mode & 0o777).toBe(0o600);
});

test('where asked for, it listens on loopback instead of a socket', async () => {
  const { uri } = await start({ tcp: true });
  expect(uri).toMatch(/^mongodb:\/\/127\.0\.0\.1:\d+\//);
  expect(await useOnce(uri, (notes) => notes.insertOne({}))).toMatchObject({ acknowledged: true });
});

test('a folder with a long name gets its socket elsewhere', async () => {
  folder = join(folder, 'long'.repeat(30));
  const { uri } = await start();
  expect(await useOnce(uri, (notes) => notes.insertOne({}))).toMatchObject({ acknowledged: true });
});

test('a second start on the same folder joins the first', async () => {
  const first = await start();
  const second = await start();
  expect(second).toMatchObject({ uri: first.uri, joined: true });
  await second.close();
  expect(await useOnce(first.uri, (notes) => notes.insertOne({}))).toMatchObject({ acknowledged: true });
});

test('another process joins, and takes over once the first was killed', async () => {
  const { child, uri } = await serveElsewhere();
  const joined = await start();
  expect(joined).toMatchObject({ uri, joined: true });
  await useOnce(joined.uri, (notes) => notes.insertOne({ text: 'from here' }));
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
  const taken = await start();
  expect(taken.joined).toBe(false);
  expect(await useOnce(taken.uri, (notes) => notes.countDocuments())).toBe(1);
});

test('a file that is no database is named and not overwritten', async () => {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'database.sqlite');
  const rubbish = 'not a database '.repeat(1000);
  writeFileSync(file, rubbish);
  await expect(start()).rejects.toThrow(file);
  expect(readFileSync(file, 'utf8')).toBe(rubbish);
});

test('a file damaged in the middle is named and not overwritten', async () => {
  const first = await start();
  await useOnce(first.uri, (notes) =>
    notes.insertMany(Array.from({ length: 3000 }, (_, i) => ({ text: `${i} `.repeat(50) }))),
  );
  await first.close();
  const file = join(folder, 'database.sqlite');
  const bytes = readFileSync(file);
  bytes.fill(0xaa, 4096 * 3, 4096 * 40);
  writeFileSync(file, bytes);
  await expect(start()).rejects.toThrow(file);
  expect(readFileSync(file).equals(bytes)).toBe(true);
});

test('a full disk is told as such, and what was there stays readable', async () => {
  const { uri } = await start({ maxBytes: 1_000_000 });
  await useOnce(uri, async (notes) => {
    await notes.insertOne({ text: 'first' });
    const big = { text: 'x'.repeat(100_000) };
    const fill = async () => {
      for (let i = 0; i < 50; i++) await notes.insertOne({ ...big });
    };
    await expect(fill()).rejects.toMatchObject({ code: 14031, codeName: 'OutOfDiskSpace' });
    expect(await notes.countDocuments({ text: 'first' })).toBe(1);
    await notes.deleteMany({ text: big.text });
    expect(await notes.insertOne({ text: 'room again' })).toMatchObject({ acknowledged: true });
  });
});

test('a folder that cannot be written is named', async () => {
  mkdirSync(folder, { recursive: true });
  // The administrator may write anywhere, so there another user tries.
  const administrator = process.getuid?.() === 0;
  chmodSync(folder, administrator ? 0o755 : 0o500);
  chmodSync(join(folder, '..'), 0o755);
  if (!administrator) return expect(start()).rejects.toThrow(`${folder} cannot be made or written`);
  const child = fork(new URL('../support/processes/serve.ts', import.meta.url), [folder], {
    execArgv: [],
    silent: true,
    uid: 65534,
  });
  children.push(child);
  let said = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    said += chunk.toString();
  });
  const [code] = (await once(child, 'exit')) as [number];
  expect(code).not.toBe(0);
  expect(said).toContain(`${folder} cannot be made or written`);
});
