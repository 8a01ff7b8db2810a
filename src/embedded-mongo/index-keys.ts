import { indexOptions, refuseOthers } from './allowed.ts';
import type { Doc } from './bson-value.ts';
import { orderKey } from './key-order.ts';
import { refusal, unsupported } from './mongo-refusal.ts';
import { isNumber, toDouble, truthy } from './number.ts';
import { child, isPlace, keyValues } from './path.ts';
import { type SortField, sortFields } from './sort.ts';

/** One index as the storage keeps it. `unique`, `sparse` and `expireAfterSeconds` as in MongoDB. */
export type Index = {
  id: number;
  name: string;
  spec: Doc;
  fields: SortField[];
  unique: boolean;
  sparse: boolean;
  /** Seconds after which documents go, for a TTL index. */
  expireAfterSeconds: number | undefined;
  /** True once any document had more than one entry: then an entry no longer stands for the whole document. */
  multikey: boolean;
};

export type IndexKey = { bytes: Buffer; values: unknown[] };

/** Reads an index's definition as stored or sent; throws 67 or 197 for what is not accepted. */
export function parseIndex(id: number, spec: Doc): Index {
  const { name, expireAfterSeconds } = spec;
  const fields = sortFields(spec.key ?? {}, 67);
  if (fields.length === 0) throw refusal(67, 'An index needs a nonempty key');
  if (typeof name !== 'string' || name === '') throw refusal(67, 'An index needs a name');
  refuseOthers(spec, indexOptions, 197, 'Index option ');
  const place = fields.find(({ parts }) => parts.some(isPlace));
  if (place) throw unsupported(67, `Index path '${place.path}'`);
  const seconds = isNumber(expireAfterSeconds) ? toDouble(expireAfterSeconds) : undefined;
  if (expireAfterSeconds !== undefined && !(seconds !== undefined && seconds >= 0 && fields.length === 1))
    throw refusal(67, 'A TTL index needs one field and a number of seconds from 0 on');
  return {
    id,
    name,
    spec,
    fields,
    unique: truthy(spec.unique),
    sparse: truthy(spec.sparse),
    expireAfterSeconds: seconds,
    multikey: false,
  };
}

/** The index every collection has; its entries are in the documents' own table. */
export const idIndex: Index = {
  ...parseIndex(0, { v: 2, key: { _id: 1 }, name: '_id_' }),
  unique: true,
};

/** The table that holds an index's entries: keys and the numbers of their rows. */
export const tableOf = (collection: { id: number }, index: Index): string =>
  index === idIndex ? `c${collection.id}_` : `i${index.id}_`;

/** The document's entries in an index, without repetitions; none when a sparse index leaves it out. */
export function indexKeys(index: Index, doc: Doc): IndexKey[] {
  if (index.fields.filter(({ parts }) => meetsArray(doc, parts)).length > 1)
    throw refusal(171, 'cannot index parallel arrays, nor one array under several fields');
  let tuples: unknown[][] = [[]];
  for (const { parts } of index.fields) {
    const values = keyValues(doc, parts);
    tuples = tuples.flatMap((tuple) => values.map((value) => [...tuple, value]));
  }
  if (index.sparse && tuples.every((tuple) => tuple.every((value) => value === undefined))) return [];
  const directions = index.fields.map((field) => field.direction);
  const keys = tuples.map((values) => ({ bytes: orderKey(values, directions), values }));
  if (keys.length < 2) return keys;
  return [...new Map(keys.map((key) => [key.bytes.toString('latin1'), key])).values()];
}

function meetsArray(doc: Doc, parts: string[]): boolean {
  let at: unknown = doc;
  return parts.some((part) => {
    at = child(at, part);
    return Array.isArray(at);
  });
}
