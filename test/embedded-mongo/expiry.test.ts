import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { encode } from '../../src/embedded-mongo/bson-value.ts';
import { insertDocument } from '../../src/embedded-mongo/documents.ts';
import { removeExpired } from '../../src/embedded-mongo/expiry.ts';
import { contentOf, search } from '../../src/embedded-mongo/search.ts';
import { openStorage, type Storage } from '../../src/embedded-mongo/storage.ts';

let folder: string;
let storage: Storage;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'expiry-'));
  storage = openStorage(join(folder, 'test.sqlite'), 'off');
});

afterEach(() => {
  storage.close();
  rmSync(folder, { recursive: true, force: true });
});

test('a TTL index removes a document once its date is older than the index allows, and nothing else', () => {
  const minutes = (n: number) => new Date(n * 60_000);
  storage.transaction(() => {
    const collection = storage.createCollection('db', 'links');
    storage.createIndex(collection, { key: { at: 1 }, name: 'at_1', expireAfterSeconds: 600 });
    const docs = [
      { _id: 'old', at: minutes(0) },
      { _id: 'oldest of several', at: [minutes(90), minutes(0)] },
      { _id: 'young', at: minutes(55) },
      { _id: 'without' },
      { _id: 'no date', at: 'never' },
    ];
    for (const doc of docs) insertDocument(storage, collection, encode(doc));
  });
  expect(removeExpired(storage, minutes(60))).toBe(2);
  const left = search(storage, storage.collection('db', 'links'), { filter: {} });
  expect(left.map((found) => contentOf(found)._id)).toEqual(['young', 'without', 'no date']);
  expect(removeExpired(storage, minutes(60))).toBe(0);
});
