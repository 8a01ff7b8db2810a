import { encode, isDocument } from './bson-value.ts';
import { fillIndex } from './documents.ts';
import { type Index, idIndex, parseIndex } from './index-keys.ts';
import { sameValue } from './key-order.ts';
import { compileMatch } from './match.ts';
import { collectionName, documentField, type Handler, knownCollection } from './mongo-command.ts';
import { refusal, unsupported } from './mongo-refusal.ts';
import type { Collection } from './storage.ts';

const create: Handler = ({ storage, db }, command) => {
  const name = collectionName(command);
  if (storage.collection(db, name)) throw refusal(48, `Collection ${db}.${name} already exists.`);
  storage.createCollection(db, name);
  return { body: { ok: 1 } };
};

// True if the collection has just this index; throws 85 or 86 if it has one that contradicts it.
function known({ indexes }: Collection, wanted: Index): boolean {
  for (const index of [idIndex, ...indexes]) {
    const sameKey = sameValue(index.spec.key, wanted.spec.key);
    const sameName = index.name === wanted.name;
    if (sameKey && (index === idIndex || (sameName && sameOptions(index, wanted)))) return true;
    const what = `Index ${index.name} exists already with another key, name or options`;
    if (sameName || sameKey) throw refusal(sameKey ? 85 : 86, what);
  }
  return false;
}

const sameOptions = (a: Index, b: Index): boolean =>
  a.unique === b.unique && a.sparse === b.sparse && a.expireAfterSeconds === b.expireAfterSeconds;

const createIndexes: Handler = ({ storage, db }, command) => {
  const name = collectionName(command);
  const specs = command.indexes;
  if (!Array.isArray(specs) || specs.length === 0)
    throw refusal(2, 'Must specify at least one index to create');
  const before = storage.collection(db, name);
  const wanted = specs.map((spec) => parseIndex(0, isDocument(spec) ? spec : {}));
  const collection = before ?? storage.createCollection(db, name);
  const numIndexesBefore = collection.indexes.length + 1;
  for (const index of wanted) {
    if (known(collection, index)) continue;
    const { background: _background, ...spec } = index.spec;
    fillIndex(storage, collection, storage.createIndex(collection, { ...spec, v: 2 }));
  }
  const numIndexesAfter = collection.indexes.length + 1;
  const createdCollectionAutomatically = !before;
  return { body: { numIndexesBefore, numIndexesAfter, createdCollectionAutomatically, ok: 1 } };
};

const listIndexes: Handler = (context, command) => {
  const { ns, indexes } = knownCollection(context, command);
  const docs = [idIndex, ...indexes].map(({ spec }) => encode(spec));
  return { body: { ok: 1 }, batch: context.cursors.start({ ns, docs }) };
};

const dropIndexes: Handler = (context, command) => {
  const collection = knownCollection(context, command);
  const nIndexesWas = collection.indexes.length + 1;
  if (command.index === '_id_') throw refusal(72, 'cannot drop _id index');
  if (typeof command.index !== 'string') throw unsupported(14, 'Dropping an index by anything but its name');
  const wanted = collection.indexes.filter(({ name }) => command.index === '*' || name === command.index);
  if (wanted.length === 0 && command.index !== '*')
    throw refusal(27, `index not found with name [${command.index}]`);
  for (const index of wanted) context.storage.dropIndex(collection, index);
  return { body: { nIndexesWas, ok: 1 } };
};

const listCollections: Handler = ({ storage, cursors, db }, command) => {
  const match = compileMatch(documentField(command, 'filter'));
  const more = { type: 'collection', options: {}, info: { readOnly: false }, idIndex: idIndex.spec };
  const own = storage.collections().filter((collection) => collection.db === db);
  const docs = own.map(({ name }) => ({ name, ...more })).filter(match);
  const ns = `${db}.$cmd.listCollections`;
  return { body: { ok: 1 }, batch: cursors.start({ ns, docs: docs.map(encode) }) };
};

const listDatabases: Handler = ({ storage }, command) => {
  const match = compileMatch(documentField(command, 'filter'));
  const names = [...new Set(storage.collections().map(({ db }) => db))].sort();
  const databases = names.map((name) => ({ name, sizeOnDisk: 0, empty: false })).filter(match);
  return { body: { databases, totalSize: 0, ok: 1 } };
};

const drop: Handler = (context, command) => {
  const collection = knownCollection(context, command);
  context.storage.dropCollection(collection);
  return { body: { nIndexesWas: collection.indexes.length + 1, ns: collection.ns, ok: 1 } };
};

const dropDatabase: Handler = ({ storage, db }) => {
  for (const collection of storage.collections())
    if (collection.db === db) storage.dropCollection(collection);
  return { body: { dropped: db, ok: 1 } };
};

/** Commands about collections and indexes. */
export const catalogCommands: Record<string, Handler> = {
  create,
  createIndexes,
  listIndexes,
  dropIndexes,
  listCollections,
  listDatabases,
  drop,
  dropDatabase,
};
