import { databaseFile } from '../../src/embedded-mongo/backup.ts';
import { decode } from '../../src/embedded-mongo/bson-value.ts';
import { indexKeys } from '../../src/embedded-mongo/index-keys.ts';
import { orderKey } from '../../src/embedded-mongo/key-order.ts';
import { type Collection, openStorage, type Storage, toBuffer } from '../../src/embedded-mongo/storage.ts';

/** Compares every index of a collection with its documents, both ways; a sentence per difference. */
export function indexDifferences(storage: Storage, collection: Collection): string[] {
  const found: string[] = [];
  const expected = new Map(collection.indexes.map((index) => [index, new Set<string>()]));
  for (const [row, key, bytes] of storage.all(`SELECT row, key, doc FROM c${collection.id}_`)) {
    const doc = decode(toBuffer(bytes));
    if (!orderKey([doc._id]).equals(toBuffer(key))) found.push(`row ${row} is filed under another _id`);
    for (const [index, entries] of expected) {
      for (const entry of indexKeys(index, doc)) entries.add(`${entry.bytes.toString('latin1')}/${row}`);
    }
  }
  for (const [index, entries] of expected) {
    for (const [key, row] of storage.all(`SELECT key, row FROM i${index.id}_`)) {
      const entry = `${toBuffer(key).toString('latin1')}/${row}`;
      if (!entries.delete(entry))
        found.push(`index ${index.name} has an entry for row ${row} without its document`);
    }
    if (entries.size > 0) found.push(`index ${index.name} lacks ${entries.size} entries`);
  }
  return found;
}

/** Reads a folder's database, in use or not: SQLite's own check, and every index against its documents. */
export function faultsIn(folder: string): { collections: string[]; faults: string[] } {
  const storage = openStorage(databaseFile(folder), 'off', true);
  try {
    const sound = String(storage.all('PRAGMA integrity_check(1)')[0]?.[0]);
    return storage.transaction(
      () => ({
        collections: storage.collections().map(({ ns }) => ns),
        faults: [
          ...(sound === 'ok' ? [] : [sound]),
          ...storage.collections().flatMap((collection) => indexDifferences(storage, collection)),
        ],
      }),
      'DEFERRED',
    );
  } finally {
    storage.close();
  }
}
