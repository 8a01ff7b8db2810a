import { request } from 'node:http';
import mongoose from 'mongoose';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Config } from '../src/config/config.ts';
import { type Parts, type Running, start } from '../src/main.ts';
import { openTestDatabase, type TestDatabase } from './support/database.ts';
import { openKeptDatabase } from './support/kept-database.ts';
import { officeConfig } from './support/office-config.ts';

const nobody = { appId: '11111111-2222-4333-8444-555555555555', tenantId: 'contoso' };
/** Teams hangs up on a pressed button after so long (TEAMS.md §1.6). */
const teamsWaitsMs = 5000;

describe('the product', () => {
  let database: TestDatabase;
  const started: Running[] = [];

  beforeEach(async () => {
    database = await openTestDatabase();
  });
  afterEach(async () => {
    for (const running of started.splice(0)) await running.stop();
    await database.close();
  });

  const begin = async (changes: Partial<Config> = {}, parts: Parts = {}): Promise<Running> => {
    const place = { kind: 'server', uri: database.uri, name: database.dbName } as const;
    const { metricsPort: _any, ...config } = officeConfig(nobody, place);
    const running = await start({ ...config, ...changes }, { schedule: false, ...parts });
    started.push(running);
    return running;
  };
  const asked = (running: Running, path: string, host: string): Promise<number | undefined> =>
    new Promise((resolve, reject) => {
      request(`${running.url}${path}`, { headers: { host } }, (response) => {
        response.resume();
        resolve(response.statusCode);
      })
        .on('error', reject)
        .end();
    });

  it('does not start on a database that was begun with another ANSWER_SECRET', async () => {
    await (await begin()).stop();
    const refused = { variable: 'ANSWER_SECRET' };
    await expect(begin({ answerSecret: 'another secret of at least 32 characters' })).rejects.toMatchObject(
      refused,
    );
    await expect(begin()).resolves.toBeDefined();
  });

  it('refused for its secret, leaves a database of an earlier version as it is', async () => {
    const old = await openKeptDatabase('1226a1e');
    const place = { kind: 'server', uri: old.uri, name: old.dbName } as const;
    const foreign = { database: place, answerSecret: 'another secret of at least 32 characters' };
    await expect(begin(foreign)).rejects.toMatchObject({ variable: 'ANSWER_SECRET' });
    const connection = await mongoose.createConnection(old.uri, { dbName: old.dbName }).asPromise();
    const record = await connection.db?.collection('schema').findOne();
    const adopted = await connection.db?.collection('issues').countDocuments({ course: { $exists: true } });
    await connection.close();
    await old.close();
    expect(record?.version).toBe(0);
    expect(adopted).toBe(0);
  });

  it('says which variable is wrong when no database answers', async () => {
    const uri = 'mongodb://127.0.0.1:1/?serverSelectionTimeoutMS=300';
    await expect(begin({ database: { kind: 'server', uri, name: 'none' } })).rejects.toMatchObject({
      variable: 'MONGODB_URI',
    });
  });

  it.each<[string, Partial<Config>, Parts]>([
    ['the configuration', { bot: { kind: 'local' } }, {}],
    ['its parts', {}, { auth: { kind: 'local' } }],
  ])('answers only this machine where no token is checked, as %s says', async (_, changes, parts) => {
    const running = await begin(changes, parts);
    expect(await asked(running, '/healthz', 'localhost')).toBe(200);
    expect(await asked(running, '/healthz', 'bot.example.com')).toBe(403);
  });

  it('answers to every name where tokens are checked, and has no figures for anybody unless a port is given them', async () => {
    const running = await begin();
    expect(await asked(running, '/healthz', 'bot.example.com')).toBe(200);
    expect(await asked(running, '/metrics', 'localhost')).toBe(404);
    expect(running.metricsUrl).toBeUndefined();
  });

  it('refused the port of its figures, holds no other', async () => {
    const other = await begin({ metricsPort: 0 });
    const metricsPort = Number(new URL(other.metricsUrl ?? '').port);
    const free = await begin();
    const port = Number(new URL(free.url).port);
    await free.stop();
    started.splice(started.indexOf(free), 1);
    await expect(begin({ port, metricsPort })).rejects.toMatchObject({
      code: 'port-taken',
      port: metricsPort,
    });
    await expect(begin({ port })).resolves.toMatchObject({ url: `http://127.0.0.1:${port}` });
  });

  it('waits, before it counts a round, longer than Teams lets an answer be on its way', async () => {
    const { deps } = await begin();
    expect(deps.closingPauseMs).toBeGreaterThan(teamsWaitsMs);
    const began = performance.now();
    await deps.pause(50);
    expect(performance.now() - began).toBeGreaterThan(40);
  });
});
