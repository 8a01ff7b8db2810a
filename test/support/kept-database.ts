import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import mongoose from 'mongoose';
import { startEmbeddedMongo } from '../../src/embedded-mongo/start-embedded-mongo.ts';
import { openTestDatabase, storeSettings, type TestDatabase } from './database.ts';
import { keptFolder, readKeptOffice } from './kept-office.ts';

type Client = mongoose.mongo.MongoClient;

/**
 * A copy of the database an earlier commit left, byte for byte on the embedded server, document by document with the same
 * indexes on the one TEST_MONGODB_URI names. `serviceUrl`: where Teams is now; the tenant of that time listened elsewhere.
 */
export const openKeptDatabase = async (commit: string, serviceUrl?: string): Promise<TestDatabase> => {
  const { dbName } = readKeptOffice(commit);
  const folder = await mkdtemp(join(tmpdir(), 'kept-'));
  await copyFile(join(keptFolder(commit), 'database.sqlite'), join(folder, 'database.sqlite'));
  const server = await startEmbeddedMongo({ folder, durability: 'off' });
  const stop = async (): Promise<void> => {
    await server.close();
    await rm(folder, { recursive: true, force: true });
  };
  const copy = { ...storeSettings, uri: server.uri, dbName, close: stop };
  if (process.env.TEST_MONGODB_URI === undefined) {
    if (serviceUrl !== undefined)
      await withClient(copy.uri, (client) => moveTeams(client.db(dbName), serviceUrl));
    return copy;
  }
  const given = await openTestDatabase();
  await withClient(copy.uri, (from) =>
    withClient(given.uri, async (to) => {
      await copyDatabase(from.db(dbName), to.db(given.dbName));
      if (serviceUrl !== undefined) await moveTeams(to.db(given.dbName), serviceUrl);
    }),
  );
  await stop();
  return given;
};

const withClient = async <Done>(uri: string, work: (client: Client) => Promise<Done>): Promise<Done> => {
  const client = await new mongoose.mongo.MongoClient(uri).connect();
  try {
    return await work(client);
  } finally {
    await client.close();
  }
};

/** Every document, each number in its own type, and every index. */
export const copyDatabase = async (from: mongoose.mongo.Db, to: mongoose.mongo.Db): Promise<void> => {
  for (const { name } of await from.listCollections().toArray()) {
    const made = await to.createCollection(name);
    const indexes = (await from.collection(name).indexes()).filter((index) => index.name !== '_id_');
    if (indexes.length > 0) await made.createIndexes(indexes.map(({ v: _version, ...index }) => index));
    const documents = await from
      .collection(name)
      .find({}, { promoteValues: false, promoteLongs: false })
      .toArray();
    if (documents.length > 0) await made.insertMany(documents);
  }
};

/** Every address of Teams that is stored: of chats, of the channel, of messages. */
const moveTeams = async (database: mongoose.mongo.Db, serviceUrl: string): Promise<void> => {
  const places = [
    ['accounts', 'chat.serviceUrl'],
    ['channels', 'serviceUrl'],
    ['deliveries', 'message.serviceUrl'],
  ] as const;
  for (const [collection, field] of places) {
    await database
      .collection(collection)
      .updateMany({ [field]: { $exists: true } }, { $set: { [field]: serviceUrl } });
  }
};
