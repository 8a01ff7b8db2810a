import { type Doc, isDocument } from './bson-value.ts';
import { compareValues, orderKey } from './key-order.ts';
import { refusal, unsupported } from './mongo-refusal.ts';
import { wholeOf } from './number.ts';
import { keyValues, partsOf } from './path.ts';

export type SortField = { path: string; parts: string[]; direction: 1 | -1 };

/** The fields of a sort or of an index's key; throws `code` for orders other than 1 and -1 and odd paths. */
export function sortFields(order: unknown, code: number): SortField[] {
  if (!isDocument(order)) throw refusal(14, 'An order must be a document');
  return Object.entries(order).map(([path, value]) => {
    const direction = wholeOf(value);
    if (direction !== 1 && direction !== -1) throw unsupported(code, `Order '${String(value)}' of '${path}'`);
    return { path, parts: partsOf(path, code), direction };
  });
}

/** Compiles `{ a: 1, 'b.c': -1 }`; of an array, the smallest element counts ascending and the largest descending. */
export function compileSort(sort: unknown) {
  const fields = sortFields(sort, 15975);
  const directions = fields.map(({ direction }) => direction);
  const bestOf = (doc: Doc, { parts, direction }: SortField) =>
    keyValues(doc, parts).reduce((best, value) =>
      compareValues(value, best) * direction < 0 ? value : best,
    );
  /** A document's key, whose bytes are in the sort's order. */
  const keyOf = (doc: Doc): Buffer =>
    orderKey(
      fields.map((field) => bestOf(doc, field)),
      directions,
    );
  return {
    fields,
    keyOf,
    /** Puts things in the order of the documents they hold; equal ones stay as they were. */
    sorted<T>(all: Iterable<T>, docOf: (one: T) => Doc): T[] {
      const keyed = Array.from(all, (one) => ({ one, key: keyOf(docOf(one)) }));
      return keyed.sort((a, b) => Buffer.compare(a.key, b.key)).map(({ one }) => one);
    },
  };
}

export type Sort = ReturnType<typeof compileSort>;
