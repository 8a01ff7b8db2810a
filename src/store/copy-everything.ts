import { createHash } from 'node:crypto';
import mongoose from 'mongoose';
import { forced, withoutWeakening } from './forced-options.ts';

type Client = mongoose.mongo.MongoClient;
type Source = mongoose.mongo.Collection;

/** What a copied collection came to. `same` is false when counts, contents or indexes differ between the two. */
export type Copied = { readonly name: string; readonly documents: number; readonly same: boolean };

export type CopyOutcome =
  | { readonly ok: true; readonly copied: readonly Copied[] }
  /** The first collection of the target that already holds documents; nothing was written. */
  | { readonly ok: false; readonly occupied: string };

/** Documents as they are stored, every number in its own type. */
const exact = { promoteValues: false, promoteLongs: false, bsonRegExp: true } as const;
const batchSize = 500;
const ownDatabases = ['admin', 'config', 'local'];

/**
 * Copies all databases of one server into another, indexes included, then reads both sides again and compares counts,
 * SHA-256 over all documents, and indexes. Refuses a target that already holds documents. Rejects on lost connections.
 */
export const copyEverything = async (from: string, to: string): Promise<CopyOutcome> => {
  const source = new mongoose.mongo.MongoClient(withoutWeakening(from), forced);
  const target = new mongoose.mongo.MongoClient(withoutWeakening(to), forced);
  try {
    await Promise.all([source.connect(), target.connect()]);
    const collections = await allCollections(source);
    const sink = (one: Source) => target.db(one.dbName).collection(one.collectionName);
    for (const one of collections) {
      if ((await sink(one).findOne({}, { projection: { _id: 1 } })) !== null)
        return { ok: false, occupied: one.namespace };
    }
    const copied: Copied[] = [];
    for (const one of collections) {
      await copyDocuments(one, sink(one));
      await copyIndexes(one, sink(one));
      copied.push(await compare(one, sink(one)));
    }
    return { ok: true, copied };
  } finally {
    await Promise.all([source.close(), target.close()]);
  }
};

const allCollections = async (client: Client): Promise<Source[]> => {
  const { databases } = await client.db().admin().listDatabases({ nameOnly: true });
  const found: Source[] = [];
  for (const { name } of databases.filter((database) => !ownDatabases.includes(database.name))) {
    const db = client.db(name);
    for (const { name: collection } of await db.listCollections().toArray())
      found.push(db.collection(collection));
  }
  return found;
};

const copyDocuments = async (source: Source, target: Source): Promise<void> => {
  let batch: mongoose.mongo.Document[] = [];
  const send = async () => {
    if (batch.length > 0) await target.insertMany(batch, { ordered: true });
    batch = [];
  };
  for await (const document of source.find({}, exact)) {
    batch.push(document);
    if (batch.length >= batchSize) await send();
  }
  await send();
};

const indexesOf = async (collection: Source) => {
  const listed = await collection.indexes().catch(() => []);
  return listed
    .filter(({ name }) => name !== '_id_')
    .map(({ v: _version, ns: _namespace, ...index }) => index);
};

const copyIndexes = async (source: Source, target: Source): Promise<void> => {
  const indexes = await indexesOf(source);
  if (indexes.length > 0) await target.createIndexes(indexes);
  else if ((await target.db.listCollections({ name: target.collectionName }).toArray()).length === 0) {
    await target.db.createCollection(target.collectionName);
  }
};

const compare = async (source: Source, target: Source): Promise<Copied> => {
  const [mine, theirs] = await Promise.all([fingerprint(source), fingerprint(target)]);
  const indexes = await Promise.all([indexesOf(source), indexesOf(target)]);
  const [wanted, made] = indexes.map((list) => JSON.stringify(list.map(canonical).sort()));
  const same = mine.documents === theirs.documents && mine.checksum === theirs.checksum && wanted === made;
  return { name: source.namespace, documents: theirs.documents, same };
};

// The order of an index's options means nothing, that of its key does.
const canonical = (index: mongoose.mongo.IndexDescriptionInfo): string =>
  JSON.stringify(Object.entries(index).sort(([a], [b]) => (a < b ? -1 : 1)));

const fingerprint = async (collection: Source): Promise<{ documents: number; checksum: string }> => {
  const hash = createHash('sha256');
  let documents = 0;
  for await (const document of collection.find({}, exact).sort({ _id: 1 })) {
    hash.update(mongoose.mongo.BSON.serialize(document));
    documents++;
  }
  return { documents, checksum: hash.digest('hex') };
};
