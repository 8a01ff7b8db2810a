import mongoose from 'mongoose';
import { expect, test } from 'vitest';
import { joinDatabase } from '../../../src/store/migrations/join-database.ts';
import { olderProcesses } from '../../../src/store/migrations/process-notes.ts';
import { openTestDatabase } from '../../support/database.ts';
import { given } from '../../support/given.ts';

test('a process that could not say twice that it is there is believed to be; at the third time it is gone', async () => {
  const database = await openTestDatabase();
  const client = await new mongoose.mongo.MongoClient(database.uri).connect();
  const db = client.db(database.dbName);
  const began = new Date();
  // Its first look comes after a minute, and never here.
  const joined = await joinDatabase(db, { releases: [], realClock: { now: () => began }, given });
  const after = async (seconds: number) =>
    (await olderProcesses(db, 1, new Date(began.getTime() + seconds * 1000))).length;
  expect([await after(0), await after(179), await after(180)]).toEqual([1, 1, 0]);
  await joined.leave();
  await client.close();
  await database.close();
});
