import { type Doc, isDocument } from './bson-value.ts';
import { compareValues, orderKey } from './key-order.ts';
import { wholeOf } from './number.ts';
import { keyValues } from './path.ts';
import { refusal, unsupported } from './refusal.ts';

/** Compiles `{ a: 1, 'b.c': -1 }`; of an array, the smallest element counts ascending and the largest descending. */
export function compileSort(sort: unknown) {
  if (!isDocument(sort)) throw refusal(14, 'A sort must be a document');
  const fields = Object.entries(sort).map(([path, value]) => {
    const direction = wholeOf(value);
    if (path.startsWith('$')) throw unsupported(16410, `Sorting by '${path}'`);
    if (direction !== 1 && direction !== -1) {
      throw refusal(15975, `$sort key ordering must be 1 (for ascending) or -1 (for descending): '${path}'`);
    }
    return { path, direction: direction as 1 | -1, parts: path.split('.') };
  });
  const directions = fields.map(({ direction }) => direction);
  const keyOf = (doc: Doc) =>
    orderKey(
      fields.map(({ parts, direction }) => sortValue(doc, parts, direction)),
      directions,
    );
  return {
    fields,
    /** A document's key, whose bytes are in the sort's order. */
    keyOf,
    /** Puts things in the order of the documents they hold; equal ones stay as they were. */
    sorted<T>(all: Iterable<T>, docOf: (one: T) => Doc): T[] {
      const keyed = Array.from(all, (one) => ({ one, key: keyOf(docOf(one)) }));
      return keyed.sort((a, b) => Buffer.compare(a.key, b.key)).map(({ one }) => one);
    },
  };
}

export type Sort = ReturnType<typeof compileSort>;

function sortValue(doc: Doc, parts: string[], direction: 1 | -1): unknown {
  return keyValues(doc, parts).reduce((best, value) =>
    compareValues(value, best) * direction < 0 ? value : best,
  );
}
