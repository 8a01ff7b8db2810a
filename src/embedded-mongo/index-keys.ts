import { type Doc, isDocument } from './bson-value.ts';
import { emptyArray, orderKey } from './key-order.ts';
import type { Match } from './match.ts';
import { child } from './path.ts';
import { refusal } from './refusal.ts';

/** One index as the storage keeps it. `unique`, `sparse`, `partial` and `expireAfterSeconds` as in MongoDB. */
export type Index = {
  id: number;
  name: string;
  spec: Doc;
  fields: { path: string; parts: string[]; direction: 1 | -1 }[];
  unique: boolean;
  sparse: boolean;
  partial: Match | undefined;
  /** Seconds after which documents go, for a TTL index. */
  expireAfterSeconds: number | undefined;
  /** True once any document had more than one entry: then an entry no longer stands for the whole document. */
  multikey: boolean;
};

export type IndexKey = { bytes: Buffer; values: unknown[] };

type Strand = { value: unknown; rest: string[]; inArray: boolean };

/** The document's entries in an index, without repetitions; none when a sparse or partial index leaves it out. */
export function indexKeys(index: Index, doc: Doc): IndexKey[] {
  if (index.partial && !index.partial(doc)) return [];
  const tuples: unknown[][] = [];
  expand(
    index.fields.map(({ parts }) => ({ value: doc, rest: parts, inArray: false })),
    tuples,
  );
  if (index.sparse && tuples.every((tuple) => tuple.every((value) => value === undefined))) return [];
  const directions = index.fields.map((field) => field.direction);
  const keys = tuples.map((values) => ({ bytes: orderKey(values, directions), values }));
  if (keys.length < 2) return keys;
  return [...new Map(keys.map((key) => [key.bytes.toString('latin1'), key])).values()];
}

function expand(strands: Strand[], tuples: unknown[][]): void {
  const reached = strands.map(descend);
  const arrays = new Set(reached.filter(isOpenArray).map((strand) => strand.value as unknown[]));
  if (arrays.size > 1) throw refusal(171, 'cannot index parallel arrays');
  const [array] = arrays;
  if (!array) {
    tuples.push(reached.map(({ value, rest }) => (rest.length > 0 ? undefined : value)));
    return;
  }
  const elements = array.length > 0 ? array : [emptyArray];
  for (const element of elements) {
    expand(
      reached.map((strand) =>
        strand.value === array && isOpenArray(strand)
          ? { value: element, rest: strand.rest, inArray: true }
          : strand,
      ),
      tuples,
    );
  }
}

// An array at the path's end inside another array is a value of its own.
function isOpenArray({ value, inArray }: Strand): boolean {
  return Array.isArray(value) && !inArray;
}

function descend(strand: Strand): Strand {
  let { value, rest, inArray } = strand;
  while (rest[0] !== undefined && isDocument(value)) {
    value = child(value, rest[0]);
    rest = rest.slice(1);
    inArray = false;
  }
  if (rest.length > 0 && !Array.isArray(value)) value = undefined;
  return { value, rest, inArray };
}
