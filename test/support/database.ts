import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import mongoose from 'mongoose';
import { startEmbeddedMongo } from '../../src/embedded-mongo/start-embedded-mongo.ts';
import { answerSecret } from './office-config.ts';

/** What the stores are opened with, in tests. */
export const storeSettings = { answerSecret, timeZone: 'Asia/Shanghai' } as const;

export type TestDatabase = typeof storeSettings & {
  uri: string;
  dbName: string;
  close: () => Promise<void>;
};

/**
 * A database of a test file's own: on the server TEST_MONGODB_URI names, under a fresh name that is dropped on close; else on an
 * embedded server in a temporary folder.
 */
export async function openTestDatabase(): Promise<TestDatabase> {
  const dbName = `test_${randomBytes(6).toString('hex')}`;
  const given = process.env.TEST_MONGODB_URI;
  if (given) {
    return {
      ...storeSettings,
      uri: given,
      dbName,
      async close() {
        const connection = await mongoose.createConnection(given, { dbName }).asPromise();
        await connection.dropDatabase();
        await connection.close();
      },
    };
  }
  const folder = await mkdtemp(join(tmpdir(), 'test-database-'));
  const server = await startEmbeddedMongo({ folder, durability: 'off' });
  return {
    ...storeSettings,
    uri: server.uri,
    dbName,
    async close() {
      await server.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
