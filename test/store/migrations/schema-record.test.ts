import mongoose from 'mongoose';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { schemaRecords } from '../../../src/store/migrations/schema-record.ts';
import { openTestDatabase, type TestDatabase } from '../../support/database.ts';

let database: TestDatabase;
let client: mongoose.mongo.MongoClient;
beforeAll(async () => {
  database = await openTestDatabase();
  client = await new mongoose.mongo.MongoClient(database.uri).connect();
});
afterAll(async () => {
  await client.close();
  await database.close();
});

test('of many that find an expired lock at the same moment one takes it over, and the others hear whose it is', async () => {
  const records = schemaRecords(client.db(database.dbName));
  await records.begin({ version: 1, oldest: 1 });
  const leaseMs = 15_000;
  for (let turn = 1; turn <= 20; turn += 1) {
    // Later than anybody before said to live.
    const now = new Date(Date.now() + turn * 3_600_000);
    const owners = Array.from({ length: 8 }, (_, index) => `owner ${turn}.${index}`);
    const held = await Promise.all(owners.map((owner) => records.lock(owner, now, leaseMs)));
    const won = owners.filter((owner, index) => held[index]?.owner === owner);
    expect(won).toHaveLength(1);
  }
});
