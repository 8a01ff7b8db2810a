import { type Doc, isDocument } from './bson-value.ts';
import { compareValues, emptyArray, orderKey } from './key-order.ts';
import { isNumber, toDouble } from './number-parts.ts';
import { anyAt } from './path.ts';
import { refusal } from './refusal.ts';

/** A compiled sort: its fields with directions, and a document's key, whose bytes are in the sort's order. */
export type Sort = { fields: { path: string; direction: 1 | -1 }[]; keyOf: (doc: Doc) => Buffer };

/** Compiles `{ a: 1, 'b.c': -1 }`; of an array, the smallest element counts ascending and the largest descending. */
export function compileSort(sort: unknown): Sort {
  if (!isDocument(sort)) throw refusal(14, 'A sort must be a document');
  const fields = Object.entries(sort).map(([path, value]) => {
    const direction = isNumber(value) ? toDouble(value) : 0;
    if (direction !== 1 && direction !== -1) {
      throw refusal(15975, `$sort key ordering must be 1 (for ascending) or -1 (for descending): '${path}'`);
    }
    if (path.startsWith('$') && path !== '$natural')
      throw refusal(16410, `Field names may not start with '$': ${path}`);
    return { path, direction: direction as 1 | -1, parts: path.split('.') };
  });
  const directions = fields.map((field) => field.direction);
  const keyOf = (doc: Doc) =>
    orderKey(
      fields.map(({ parts, direction }) => sortValue(doc, parts, direction)),
      directions,
    );
  return { fields, keyOf };
}

function sortValue(doc: Doc, parts: string[], direction: 1 | -1): unknown {
  let best: unknown;
  let found = false;
  const consider = (value: unknown) => {
    if (!found || compareSortable(value, best) * direction < 0) best = value;
    found = true;
  };
  anyAt(doc, parts, (value) => {
    if (!Array.isArray(value)) consider(value);
    else if (value.length === 0) consider(emptyArray);
    else for (const element of value) consider(element);
    return false;
  });
  return best;
}

function compareSortable(a: unknown, b: unknown): number {
  if (a === emptyArray || b === emptyArray) return Buffer.compare(orderKey([a]), orderKey([b]));
  return compareValues(a, b);
}
