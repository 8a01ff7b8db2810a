import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Decimal128, Double, Long } from 'bson';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Doc, encode } from '../../src/embedded-mongo/bson-value.ts';
import {
  fillIndex,
  insertDocument,
  removeDocument,
  replaceDocument,
} from '../../src/embedded-mongo/documents.ts';
import { isRefusal } from '../../src/embedded-mongo/mongo-refusal.ts';
import { contentOf, type Found, search } from '../../src/embedded-mongo/search.ts';
import { compileSort } from '../../src/embedded-mongo/sort.ts';
import { openStorage, type Storage } from '../../src/embedded-mongo/storage.ts';
import { drawn } from '../support/how-often.ts';
import { indexDifferences } from '../support/index-differences.ts';

let folder: string;
let storage: Storage;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'plan-'));
  storage = openStorage(join(folder, 'test.sqlite'), 'off');
});

afterAll(() => {
  storage.close();
  rmSync(folder, { recursive: true, force: true });
});

const scalar = fc.constantFrom<unknown>(
  ...[null, 0, 1, 2, -1, 1.5, Number.NaN, new Double(1), Long.fromNumber(2), Decimal128.fromString('1.5')],
  ...['', 'a', 'a\0b', 'b', '培', true, false, new Date(0), new Date(5), { x: 1 }, { x: 2, y: 1 }],
);
const value = fc.oneof(
  { weight: 4, arbitrary: scalar },
  { weight: 1, arbitrary: fc.array(scalar, { maxLength: 3 }) },
);
const nested = fc.oneof(
  fc.record({ x: value }, { requiredKeys: [] }),
  fc.array(fc.record({ x: value }, { requiredKeys: [] }), { maxLength: 2 }),
);
const document = fc.record({ a: value, b: value, c: fc.oneof(nested, value) }, { requiredKeys: [] });
const path = fc.constantFrom('a', 'b', 'c', 'c.x', '_id');
const direction = fc.constantFrom<1 | -1>(1, -1);
const pattern = fc
  .uniqueArray(fc.tuple(path, direction), { minLength: 1, maxLength: 3, selector: ([name]) => name })
  .map(Object.fromEntries);
const index = fc.record({ key: pattern, sparse: fc.boolean() });
const condition = fc.oneof(
  value,
  fc
    .tuple(fc.constantFrom('$eq', '$ne', '$gt', '$gte', '$lt', '$lte'), scalar)
    .map(([operator, operand]) => ({ [operator]: operand })),
  fc.tuple(scalar, scalar).map(([low, high]) => ({ $gte: low, $lt: high })),
  fc.array(scalar, { maxLength: 3 }).map((list) => ({ $in: list })),
  fc.boolean().map((wanted) => ({ $exists: wanted })),
);
const simple = fc
  .uniqueArray(fc.tuple(path, condition), { maxLength: 3, selector: ([name]) => name })
  .map(Object.fromEntries);
const filter = fc.oneof(
  simple,
  fc.tuple(simple, simple).map(([one, two]) => ({ $and: [one, two] })),
  fc.tuple(simple, simple, simple).map(([one, two, rest]) => ({ $or: [one, two], ...rest })),
);

const ids = (found: Found[]) => found.map((one) => String(contentOf(one)._id));

test('whatever is asked for, it is found by any indexes as by reading everything, in the order asked for', () => {
  let examples = 0;
  fc.assert(
    fc.property(
      fc.array(document, { maxLength: 12 }),
      fc.array(index, { minLength: 1, maxLength: 3 }),
      fc.array(filter, { minLength: 1, maxLength: 5 }),
      fc.option(pattern, { nil: undefined }),
      fc.nat({ max: 4 }),
      (documents, indexes, filters, sort, limit) => {
        const name = `c${examples++}`;
        storage.transaction(() => {
          const plain = storage.createCollection('plain', name);
          const indexed = storage.createCollection('indexed', name);
          const add = (spec: Doc, place: number) =>
            storage.createIndex(indexed, { ...spec, name: `i${place}` });
          const [late, ...early] = indexes;
          early.forEach(add);
          documents.forEach((fields, i) => {
            const bytes = encode({ _id: i, ...fields });
            try {
              insertDocument(storage, indexed, bytes);
              insertDocument(storage, plain, bytes);
            } catch (error) {
              // Two arrays under one compound index are refused; everything else has to go in.
              if (!isRefusal(error) || error.code !== 171) throw error;
            }
          });
          if (late) {
            try {
              fillIndex(storage, indexed, add(late, 9));
            } catch (error) {
              if (!isRefusal(error) || error.code !== 171) throw error;
              storage.dropIndex(indexed, indexed.indexes.at(-1) as (typeof indexed.indexes)[number]);
            }
          }
          for (const wanted of filters) {
            const all = search(storage, plain, { filter: wanted });
            expect(ids(search(storage, indexed, { filter: wanted })).sort()).toEqual(ids(all).sort());
            if (!sort) continue;
            const { keyOf } = compileSort(sort);
            const keys = (found: Found[]) => found.map((one) => keyOf(contentOf(one)).toString('hex'));
            const inOrder = search(storage, plain, { filter: wanted, sort, limit });
            expect(keys(search(storage, indexed, { filter: wanted, sort, limit }))).toEqual(keys(inOrder));
          }
          for (const [i, row] of search(storage, indexed, { filter: {} }).entries()) {
            if (i % 3 === 0) removeDocument(storage, indexed, row);
            else
              replaceDocument(storage, indexed, row, { _id: contentOf(row)._id, a: i, c: { x: [i, 'a'] } });
          }
          expect(indexDifferences(storage, indexed)).toEqual([]);
          storage.dropCollection(indexed);
          storage.dropCollection(plain);
        });
      },
    ),
    drawn(250),
  );
});
