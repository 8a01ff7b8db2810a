import { type Doc, encode, isDocument } from './bson-value.ts';
import { collectionName, documentField, type Handler } from './command.ts';
import { fillIndex } from './documents.ts';
import { parseIndex } from './index-spec.ts';
import { sameValue } from './key-order.ts';
import { compileMatch } from './match.ts';
import { refusal } from './refusal.ts';
import type { Collection } from './storage.ts';
import { differences } from './validate.ts';
import { refuseCollation } from './write-commands.ts';

const idIndex = { v: 2, key: { _id: 1 }, name: '_id_' };

const create: Handler = ({ storage, db }, command) => {
  const name = collectionName(command);
  refuseCollation(command);
  if (storage.collection(db, name)) throw refusal(48, `Collection ${db}.${name} already exists.`);
  storage.createCollection(db, name);
  return { body: { ok: 1 } };
};

// What makes two definitions the same, whatever else clients send along.
function definition(spec: Doc): Doc {
  const { v: _v, ns: _ns, background: _background, name: _name, collation: _collation, ...rest } = spec;
  const kept = Object.entries(rest).filter(([option, value]) => option === 'key' || value !== false);
  return Object.fromEntries(kept.sort(([a], [b]) => (a < b ? -1 : 1)));
}

function known(collection: Collection, spec: Doc): boolean {
  if (sameValue(spec.key, { _id: 1 })) return true;
  for (const index of collection.indexes) {
    const same = sameValue(definition(index.spec), definition(spec));
    if (index.name === spec.name) {
      if (same) return true;
      const sameKey = sameValue(index.spec.key, spec.key);
      throw refusal(sameKey ? 85 : 86, `Another index has the requested name ${String(spec.name)}`);
    }
    if (sameValue(index.spec.key, spec.key) && (same || !('partialFilterExpression' in spec))) {
      throw refusal(85, `Index already exists with a different name: ${index.name}`);
    }
  }
  return false;
}

const createIndexes: Handler = ({ storage, db }, command) => {
  const name = collectionName(command);
  const specs = command.indexes;
  if (!Array.isArray(specs) || specs.length === 0)
    throw refusal(2, 'Must specify at least one index to create');
  const before = storage.collection(db, name);
  for (const spec of specs) parseIndex(0, isDocument(spec) ? spec : {});
  const collection = before ?? storage.createCollection(db, name);
  const numIndexesBefore = collection.indexes.length + 1;
  for (const spec of specs as Doc[]) {
    if (!known(collection, spec)) fillIndex(storage, collection, storage.createIndex(collection, spec));
  }
  const numIndexesAfter = collection.indexes.length + 1;
  return {
    body: {
      numIndexesBefore,
      numIndexesAfter,
      createdCollectionAutomatically: !before,
      ...(numIndexesAfter === numIndexesBefore ? { note: 'all indexes already exist' } : {}),
      ok: 1,
    },
  };
};

const listIndexes: Handler = ({ storage, db }, command) => {
  const name = collectionName(command);
  const collection = storage.collection(db, name);
  if (!collection) throw refusal(26, `ns does not exist: ${db}.${name}`);
  const docs = [idIndex, ...collection.indexes.map(({ spec }) => ({ v: 2, ...withoutPast(spec) }))].map(
    encode,
  );
  return { body: { ok: 1 }, results: { ns: `${db}.${name}`, docs } };
};

function withoutPast({ background: _background, ns: _ns, v: _v, ...spec }: Doc): Doc {
  return spec;
}

const dropIndexes: Handler = ({ storage, db }, command) => {
  const name = collectionName(command);
  const collection = storage.collection(db, name);
  if (!collection) throw refusal(26, `ns not found ${db}.${name}`);
  const nIndexesWas = collection.indexes.length + 1;
  const wanted =
    command.index === '*'
      ? [...collection.indexes]
      : [command.index].flat().map((one) => named(collection, one));
  for (const index of wanted) storage.dropIndex(collection, index);
  return { body: { nIndexesWas, ok: 1 } };
};

function named(collection: Collection, wanted: unknown) {
  if (wanted === '_id_' || sameValue(wanted, { _id: 1 })) throw refusal(72, 'cannot drop _id index');
  const index = collection.indexes.find(({ name, spec }) => name === wanted || sameValue(spec.key, wanted));
  if (!index) throw refusal(27, `index not found with name [${String(wanted)}]`);
  return index;
}

const listCollections: Handler = ({ storage, db }, command) => {
  const match = compileMatch(documentField(command, 'filter'));
  const docs = storage
    .collections()
    .filter((collection) => collection.db === db)
    .map(({ name }) => ({ name, type: 'collection', options: {}, info: { readOnly: false }, idIndex }))
    .filter(match);
  return { body: { ok: 1 }, results: { ns: `${db}.$cmd.listCollections`, docs: docs.map(encode) } };
};

const listDatabases: Handler = ({ storage }, command) => {
  const match = compileMatch(documentField(command, 'filter'));
  const names = [...new Set(storage.collections().map(({ db }) => db))].sort();
  const databases = names.map((name) => ({ name, sizeOnDisk: 0, empty: false })).filter(match);
  return { body: { databases, totalSize: 0, ok: 1 } };
};

const drop: Handler = ({ storage, db }, command) => {
  const collection = storage.collection(db, collectionName(command));
  if (!collection) throw refusal(26, 'ns not found');
  storage.dropCollection(collection);
  return { body: { nIndexesWas: collection.indexes.length + 1, ns: collection.ns, ok: 1 } };
};

const dropDatabase: Handler = ({ storage, db }) => {
  for (const collection of storage.collections())
    if (collection.db === db) storage.dropCollection(collection);
  return { body: { dropped: db, ok: 1 } };
};

const validate: Handler = ({ storage, db }, command) => {
  const name = collectionName(command);
  const collection = storage.collection(db, name);
  if (!collection) throw refusal(26, `Collection '${db}.${name}' does not exist to validate.`);
  const file = storage.check();
  const errors = [...(file === 'ok' ? [] : [file]), ...differences(storage, collection)];
  return { body: { ns: collection.ns, valid: errors.length === 0, errors, ok: 1 } };
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
  validate,
};
