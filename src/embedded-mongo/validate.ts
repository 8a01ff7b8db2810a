import { decode } from './bson-value.ts';
import { type Index, indexKeys } from './index-keys.ts';
import { orderKey } from './key-order.ts';
import { type Collection, type Storage, toBuffer } from './storage.ts';

/** Compares every index with its documents, both ways; returns a sentence per difference, at most a hundred. */
export function differences(storage: Storage, collection: Collection): string[] {
  const found: string[] = [];
  const expected = new Map<Index, Set<string>>(collection.indexes.map((index) => [index, new Set()]));
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
  return found.slice(0, 100);
}
