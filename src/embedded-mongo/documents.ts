import { ObjectId } from 'bson';
import { type Doc, decode, encode, isDocument } from './bson-value.ts';
import { duplicateKey } from './duplicate-key.ts';
import { type Index, type IndexKey, indexKeys } from './index-keys.ts';
import { orderKey, rankOf } from './key-order.ts';
import { refusal } from './refusal.ts';
import { type Collection, type Row, type Storage, toBuffer } from './storage.ts';

const largest = 16 * 1024 * 1024;

function checkSize(bytes: Buffer): void {
  if (bytes.length > largest) {
    throw refusal(10334, `BSONObj size: ${bytes.length} is invalid. Size must be between 0 and ${largest}`);
  }
}

// Throws 2 for values of types that are not accepted, wherever they are.
function checkTypes(value: unknown): void {
  rankOf(value);
  if (isDocument(value) || Array.isArray(value))
    for (const inside of Object.values(value)) checkTypes(inside);
}

type Entries = { index: Index; keys: IndexKey[] };

function checkUnique(storage: Storage, { ns }: Collection, { index, keys }: Entries, row: number): void {
  if (!index.unique) return;
  const sql = `SELECT row FROM i${index.id}_ WHERE key = ? LIMIT 1`;
  const taken = keys.find(({ bytes }) => storage.all(sql, bytes).some(([other]) => other !== row));
  if (taken) throw duplicateKey(ns, index.name, index.spec.key as Doc, taken.values);
}

function addKeys(storage: Storage, { index, keys }: Entries, row: number): void {
  if (keys.length > 1 && !index.multikey) storage.markMultikey(index);
  for (const { bytes } of keys) storage.run(`INSERT INTO i${index.id}_(key, row) VALUES(?, ?)`, bytes, row);
}

function removeKeys(storage: Storage, { index, keys }: Entries, row: number): void {
  for (const { bytes } of keys)
    storage.run(`DELETE FROM i${index.id}_ WHERE key = ? AND row = ?`, bytes, row);
}

/** The document with its `_id`, or a new one, in first place. */
export function withId({ _id = new ObjectId(), ...rest }: Doc): Doc {
  return { _id, ...rest };
}

/** Stores a new document, giving it an `_id` in first place when it has none. Throws 11000 and leaves nothing behind. */
export function insertDocument(storage: Storage, collection: Collection, sent: Buffer): Doc {
  let bytes = sent;
  let doc = decode(bytes);
  const names = Object.keys(doc);
  const odd = names.find((name) => name.startsWith('$'));
  if (odd !== undefined) throw refusal(52, `Field name '${odd}' is not valid for storage`);
  if (names[0] !== '_id') {
    doc = withId(doc);
    bytes = encode(doc);
  }
  if (Array.isArray(doc._id)) throw refusal(53, "The '_id' value cannot be of type array");
  checkTypes(doc);
  checkSize(bytes);
  const id = orderKey([doc._id]);
  if (storage.all(`SELECT row FROM c${collection.id}_ WHERE key = ?`, id).length > 0) {
    throw duplicateKey(collection.ns, '_id_', { _id: 1 }, [doc._id]);
  }
  const entries = collection.indexes.map((index) => ({ index, keys: indexKeys(index, doc) }));
  for (const one of entries) checkUnique(storage, collection, one, 0);
  const row = storage.run(`INSERT INTO c${collection.id}_(key, doc) VALUES(?, ?)`, id, bytes);
  for (const one of entries) addKeys(storage, one, row);
  return doc;
}

/** Replaces a stored document's content. False when nothing changed; throws 11000 before anything is written. */
export function replaceDocument(storage: Storage, collection: Collection, old: Row, next: Doc): boolean {
  const bytes = encode(next);
  if (bytes.equals(old.bytes)) return false;
  checkSize(bytes);
  checkTypes(next);
  const before = decode(old.bytes);
  const changes = collection.indexes.map((index) => {
    const [gone, come] = [indexKeys(index, before), indexKeys(index, next)];
    if (come.length > 1 && !index.multikey) storage.markMultikey(index);
    return { index, gone: without(gone, come), come: without(come, gone) };
  });
  for (const { index, come } of changes) checkUnique(storage, collection, { index, keys: come }, old.row);
  storage.run(`UPDATE c${collection.id}_ SET doc = ? WHERE row = ?`, bytes, old.row);
  for (const { index, come, gone } of changes) {
    removeKeys(storage, { index, keys: gone }, old.row);
    addKeys(storage, { index, keys: come }, old.row);
  }
  return true;
}

const without = (keys: IndexKey[], others: IndexKey[]): IndexKey[] =>
  keys.filter((key) => !others.some((other) => other.bytes.equals(key.bytes)));

/** Removes a document and its index entries. */
export function removeDocument(storage: Storage, collection: Collection, { row, bytes }: Row): void {
  const doc = decode(bytes);
  for (const index of collection.indexes) removeKeys(storage, { index, keys: indexKeys(index, doc) }, row);
  storage.run(`DELETE FROM c${collection.id}_ WHERE row = ?`, row);
}

/** Fills a new index from the documents there are; throws 11000 if a unique one cannot be. */
export function fillIndex(storage: Storage, collection: Collection, index: Index): void {
  for (const [row, bytes] of storage.all(`SELECT row, doc FROM c${collection.id}_ ORDER BY row`)) {
    const entries = { index, keys: indexKeys(index, decode(toBuffer(bytes))) };
    checkUnique(storage, collection, entries, Number(row));
    addKeys(storage, entries, Number(row));
  }
}
