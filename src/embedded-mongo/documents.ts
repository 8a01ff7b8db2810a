import { ObjectId } from 'bson';
import { type Doc, decode, encode, isDocument } from './bson-value.ts';
import { duplicateKey } from './duplicate-key.ts';
import { type Index, type IndexKey, idIndex, indexKeys, tableOf } from './index-keys.ts';
import { orderKey, rankOf } from './key-order.ts';
import { refusal } from './mongo-refusal.ts';
import { type Collection, type Row, type Storage, toBuffer } from './storage.ts';

const largest = 16 * 1024 * 1024;

function check(doc: Doc, bytes: Buffer): void {
  checkTypes(doc);
  if (bytes.length > largest)
    throw refusal(10334, `BSONObj size: ${bytes.length} is invalid. Size must be between 0 and ${largest}`);
}

// Throws 2 for values of types that are not accepted, wherever they are.
function checkTypes(value: unknown): void {
  rankOf(value);
  if (isDocument(value) || Array.isArray(value)) Object.values(value).forEach(checkTypes);
}

/** What happens to an index's entries with a document; `several` when it has more than one afterwards. */
type Change = { index: Index; gone: IndexKey[]; come: IndexKey[]; several: boolean };

function changesOf(indexes: Index[], before: Doc | undefined, after: Doc | undefined): Change[] {
  return indexes.map((index) => {
    const [old, now] = [before ? indexKeys(index, before) : [], after ? indexKeys(index, after) : []];
    return { index, gone: without(old, now), come: without(now, old), several: now.length > 1 };
  });
}

const without = (keys: IndexKey[], others: IndexKey[]): IndexKey[] =>
  keys.filter((key) => !others.some((other) => other.bytes.equals(key.bytes)));

// Throws 11000 when a document in another row has a key of a unique index.
function checkUnique(storage: Storage, collection: Collection, changes: Change[], row: number): void {
  for (const { index, come } of changes) {
    if (!index.unique) continue;
    const sql = `SELECT row FROM ${tableOf(collection, index)} WHERE key = ? LIMIT 1`;
    const taken = come.find(({ bytes }) => storage.all(sql, bytes).some(([other]) => other !== row));
    if (taken) throw duplicateKey(collection.ns, index.name, index.spec.key as Doc, taken.values);
  }
}

function writeKeys(storage: Storage, changes: Change[], row: number): void {
  for (const { index, gone, come, several } of changes) {
    if (several && !index.multikey) storage.markMultikey(index);
    for (const { bytes } of gone)
      storage.run(`DELETE FROM i${index.id}_ WHERE key = ? AND row = ?`, bytes, row);
    for (const { bytes } of come) storage.run(`INSERT INTO i${index.id}_(key, row) VALUES(?, ?)`, bytes, row);
  }
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
  check(doc, bytes);
  const id = { bytes: orderKey([doc._id]), values: [doc._id] };
  const changes = changesOf(collection.indexes, undefined, doc);
  checkUnique(storage, collection, [{ index: idIndex, gone: [], come: [id], several: false }, ...changes], 0);
  const row = storage.run(`INSERT INTO c${collection.id}_(key, doc) VALUES(?, ?)`, id.bytes, bytes);
  writeKeys(storage, changes, row);
  return doc;
}

/** Replaces a stored document's content. False when nothing changed; throws 11000 before anything is written. */
export function replaceDocument(storage: Storage, collection: Collection, old: Row, next: Doc): boolean {
  const bytes = encode(next);
  if (bytes.equals(old.bytes)) return false;
  check(next, bytes);
  const changes = changesOf(collection.indexes, decode(old.bytes), next);
  checkUnique(storage, collection, changes, old.row);
  storage.run(`UPDATE c${collection.id}_ SET doc = ? WHERE row = ?`, bytes, old.row);
  writeKeys(storage, changes, old.row);
  return true;
}

/** Removes a document and its index entries. */
export function removeDocument(storage: Storage, collection: Collection, { row, bytes }: Row): void {
  writeKeys(storage, changesOf(collection.indexes, decode(bytes), undefined), row);
  storage.run(`DELETE FROM c${collection.id}_ WHERE row = ?`, row);
}

/** Fills a new index from the documents there are; throws 11000 if a unique one cannot be. */
export function fillIndex(storage: Storage, collection: Collection, index: Index): void {
  for (const [row, bytes] of storage.all(`SELECT row, doc FROM c${collection.id}_ ORDER BY row`)) {
    const changes = changesOf([index], undefined, decode(toBuffer(bytes)));
    checkUnique(storage, collection, changes, Number(row));
    writeKeys(storage, changes, Number(row));
  }
}
