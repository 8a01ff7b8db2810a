import { ObjectId } from 'bson';
import { type Bounds, boundsOf } from './bounds.ts';
import type { Doc } from './bson-value.ts';
import type { Index } from './index-keys.ts';
import { orderKey, sameValue } from './key-order.ts';
import type { Sort } from './sort.ts';
import type { Collection } from './storage.ts';

/** A stretch of an index: keys from `from` on and below `to`. */
export type Stretch = { from: Buffer; to: Buffer };

/** How documents will be found. Every match lies in one of the stretches; not every row in them matches. */
export type Plan = {
  /** Undefined: the whole collection is read. */
  index: Index | undefined;
  stretches: Stretch[];
  /** The rows come in the order asked for. */
  sorted: boolean;
  backward: boolean;
  /** Every row in the stretches matches: the filter need not be checked again. */
  exact: boolean;
};

/** The index every collection has; its entries are in the documents' own table. */
export const idIndex: Index = {
  id: 0,
  name: '_id_',
  spec: { key: { _id: 1 } },
  fields: [{ path: '_id', parts: ['_id'], direction: 1 }],
  unique: true,
  sparse: false,
  partial: undefined,
  expireAfterSeconds: undefined,
  multikey: false,
};

const mostStretches = 1000;
const end = Buffer.from([0xff]);

/** Chooses the index that narrows the search most, `_id` first; without one, the whole collection is read. */
export function choosePlan(collection: Collection, filter: Doc, sort: Sort | undefined): Plan {
  const bounds = boundsOf(filter);
  let best: Plan = {
    index: undefined,
    stretches: [],
    sorted: !sort,
    backward: false,
    exact: false,
  };
  let bestScore = 0;
  for (const index of [idIndex, ...collection.indexes]) {
    const candidate = planFor(index, filter, bounds, sort);
    if (candidate && candidate.score > bestScore) ({ plan: best, score: bestScore } = candidate);
  }
  return best;
}

function planFor(index: Index, filter: Doc, bounds: Map<string, Bounds[]>, sort: Sort | undefined) {
  if (index.partial && !impliesPartial(index, filter)) return undefined;
  let prefixes: Buffer[] = [Buffer.alloc(0)];
  let equalities = 0;
  let ranged: Stretch | undefined;
  let present = false;
  for (const field of index.fields) {
    // With several entries per document only the first field's condition is sure to hold for one of them.
    if (index.multikey && equalities > 0) break;
    const here = bounds.get(field.path) ?? [];
    const equal = here
      .filter((one) => one.equal)
      .sort((a, b) => (a.equal?.length ?? 0) - (b.equal?.length ?? 0))[0]?.equal;
    if (equal && equal.length * prefixes.length <= mostStretches) {
      const keys = equal.map((value) => orderKey([value], [field.direction]));
      prefixes = prefixes.flatMap((prefix) => keys.map((key) => Buffer.concat([prefix, key])));
      present ||= equal.every((value) => value !== null);
      equalities++;
      continue;
    }
    ranged = stretchOf(here, field.direction, index.multikey);
    present ||= ranged !== undefined;
    break;
  }
  if (index.sparse && !present) return undefined;
  const stretches = prefixes.map((prefix) => ({
    from: ranged ? Buffer.concat([prefix, ranged.from]) : prefix,
    to: Buffer.concat([prefix, ranged ? ranged.to : end]),
  }));
  const order = prefixes.length === 1 ? sortedBy(index, equalities, sort) : undefined;
  const full = index.unique && equalities === index.fields.length ? 100 : 0;
  const narrows = equalities * 10 + (ranged ? 5 : 0) + full;
  if (narrows === 0 && !order) return undefined;
  const score = narrows + (order ? 3 : 0);
  const plan: Plan = {
    index,
    stretches,
    sorted: !sort || order !== undefined,
    backward: order === 'backward',
    exact:
      !index.multikey && Object.entries(filter).length === equalities && Object.values(filter).every(isPlain),
  };
  return { plan, score };
}

// Equality with such a value holds for just the entries with its key; null, say, also stands for missing.
const isPlain = (value: unknown): boolean =>
  typeof value === 'string' ||
  typeof value === 'number' ||
  value instanceof ObjectId ||
  value instanceof Date;

function impliesPartial(index: Index, filter: Doc): boolean {
  const wanted = Object.entries(index.spec.partialFilterExpression as Doc);
  return wanted.every(
    ([path, condition]) => path in filter && !path.startsWith('$') && sameValue(filter[path], condition),
  );
}

function stretchOf(bounds: Bounds[], direction: 1 | -1, multikey: boolean): Stretch | undefined {
  const ranges = bounds.flatMap(({ from, upTo }) => (from && upTo ? [{ from, upTo }] : []));
  // Of an array, one element may keep one bound and another the other, so there only one bound is sure.
  const stretches = (multikey ? ranges.slice(0, 1) : ranges).map(({ from, upTo }) =>
    direction > 0 ? { from, to: beyond(upTo) } : { from: invert(upTo), to: beyond(invert(from)) },
  );
  const [first, ...others] = stretches;
  return others.reduce((one, { from, to }) => {
    if (!one) return one;
    return { from: later(one.from, from), to: later(one.to, to) === to ? one.to : to };
  }, first);
}

const later = (a: Buffer, b: Buffer): Buffer => (Buffer.compare(a, b) >= 0 ? a : b);

// The first key that neither is nor begins with these bytes.
function beyond(bytes: Buffer): Buffer {
  const kept = bytes.findLastIndex((byte) => byte !== 0xff);
  const result = Buffer.from(bytes.subarray(0, kept + 1));
  result[kept] = (result[kept] ?? 0) + 1;
  return result;
}

function invert(bytes: Buffer): Buffer {
  return Buffer.from(bytes.map((byte) => ~byte & 0xff));
}

function sortedBy(
  index: Index,
  equalities: number,
  sort: Sort | undefined,
): 'forward' | 'backward' | undefined {
  if (!sort || index.multikey || index.sparse) return undefined;
  const equal = new Set(index.fields.slice(0, equalities).map((field) => field.path));
  const wanted = sort.fields.filter(({ path }) => !equal.has(path));
  const offered = index.fields.slice(equalities);
  if (wanted.length > offered.length) return undefined;
  const turns = wanted.map(({ path, direction }, i) =>
    offered[i]?.path === path ? direction * (offered[i]?.direction ?? 0) : 0,
  );
  if (turns.every((turn) => turn === 1)) return 'forward';
  return turns.every((turn) => turn === -1) ? 'backward' : undefined;
}
