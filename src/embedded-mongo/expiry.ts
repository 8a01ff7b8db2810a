import { removeDocument } from './documents.ts';
import { search } from './search.ts';
import type { Storage } from './storage.ts';

/** Removes what TTL indexes say is too old at `now`; returns how many documents went. */
export function removeExpired(storage: Storage, now: Date): number {
  return storage.transaction(() => {
    let gone = 0;
    for (const collection of storage.collections()) {
      for (const { fields, expireAfterSeconds } of collection.indexes) {
        const path = fields[0]?.path;
        if (expireAfterSeconds === undefined || path === undefined) continue;
        const limit = new Date(now.getTime() - expireAfterSeconds * 1000);
        for (const row of search(storage, collection, { filter: { [path]: { $lt: limit } } })) {
          removeDocument(storage, collection, row);
          gone++;
        }
      }
    }
    return gone;
  });
}
