import type { Doc } from './bson-value.ts';
import { orderKey } from './key-order.ts';
import { child, keyValues } from './path.ts';
import { refusal } from './refusal.ts';

/** One index as the storage keeps it. `unique`, `sparse` and `expireAfterSeconds` as in MongoDB. */
export type Index = {
  id: number;
  name: string;
  spec: Doc;
  fields: { path: string; parts: string[]; direction: 1 | -1 }[];
  unique: boolean;
  sparse: boolean;
  /** Seconds after which documents go, for a TTL index. */
  expireAfterSeconds: number | undefined;
  /** True once any document had more than one entry: then an entry no longer stands for the whole document. */
  multikey: boolean;
};

export type IndexKey = { bytes: Buffer; values: unknown[] };

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
