import { execFile } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { promisify } from 'node:util';
import mongoose from 'mongoose';
import { startEmbeddedMongo } from '../../src/embedded-mongo/start-embedded-mongo.ts';
import { carveDocuments, type Document } from './carve-documents.ts';

/** Everything that somebody without the secret can lay hands on. */
export interface Hoard {
  /** Of the database and of each copy: documents by collection, as they lie there. */
  readonly databases: readonly ReadonlyMap<string, readonly Document[]>[];
  /** Every file of the database, of its backups and exports, byte for byte. */
  readonly files: readonly { readonly name: string; readonly bytes: Buffer }[];
  /** Documents that stand anywhere in those bytes. */
  readonly carved: readonly Document[];
  /** What the embedded server remembers to have answered, and when. */
  readonly replies: readonly { readonly at: number; readonly document: Document }[];
  /** Log lines and what `/metrics` says. */
  readonly texts: string;
}

const documentsOf = async (uri: string, dbName: string): Promise<Map<string, Document[]>> => {
  const client = await new mongoose.mongo.MongoClient(uri).connect();
  try {
    const db = client.db(dbName);
    const collections = new Map<string, Document[]>();
    for (const { name } of await db.listCollections().toArray())
      collections.set(name, await db.collection(name).find().toArray());
    return collections;
  } finally {
    await client.close();
  }
};

const filesUnder = (folder: string): Hoard['files'] =>
  readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) return filesUnder(path);
    return statSync(path).isFile() ? [{ name: path, bytes: readFileSync(path) }] : [];
  });

const repliesIn = (folder: string): Hoard['replies'] => {
  const file = join(folder, 'database.sqlite');
  if (!existsSync(file)) return [];
  const database = new DatabaseSync(file, { readOnly: true });
  try {
    const rows = database.prepare('SELECT at, reply FROM replies').all();
    return rows.flatMap(({ at, reply }) =>
      carveDocuments(Buffer.from(reply as Uint8Array)).map((document) => ({ at: Number(at), document })),
    );
  } finally {
    database.close();
  }
};

/** What lies in the folders of databases, in use or not. */
export const hoardOf = async (folders: readonly string[], dbName: string, texts = ''): Promise<Hoard> => {
  const files = folders.flatMap(filesUnder);
  const replies = folders.flatMap(repliesIn);
  const databases: Map<string, Document[]>[] = [];
  for (const folder of folders) {
    const server = await startEmbeddedMongo({ folder, durability: 'off' });
    databases.push(await documentsOf(server.uri, dbName));
    await server.close();
  }
  return { databases, files, carved: files.flatMap(({ bytes }) => carveDocuments(bytes)), replies, texts };
};

/** As the administrator makes them, while the product runs: a backup, and an export into another database. */
export const copiesOf = async (
  productFolder: string,
  dataFolder: string,
  into: string,
): Promise<string[]> => {
  const [backup, exported] = [join(into, 'backup'), join(into, 'export')];
  const run = (program: string, target: string) =>
    promisify(execFile)(process.execPath, [join(productFolder, 'src/cli', program), target], {
      env: { ...process.env, DATA_FOLDER: dataFolder },
    });
  await run('db-backup.ts', backup);
  const other = await startEmbeddedMongo({ folder: exported, durability: 'off' });
  try {
    await run('db-export.ts', other.uri);
  } finally {
    await other.close();
  }
  return [backup, exported];
};
