import { ObjectId } from 'bson';
import { type Bounds, boundsOf } from './bounds.ts';
import type { Doc } from './bson-value.ts';
import { type Index, idIndex } from './index-keys.ts';
import { invert, orderKey } from './key-order.ts';
import { isNumber } from './number.ts';
import type { Sort, SortField } from './sort.ts';
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

const mostStretches = 1000;
const end = Buffer.from([0xff]);

/** Chooses the index that narrows the search most, `_id` first; without one, the whole collection is read. */
export function choosePlan(collection: Collection, filter: Doc, { fields: sort }: Sort): Plan {
  const scan = { index: undefined, stretches: [], sorted: sort.length === 0, backward: false, exact: false };
  let best: Rated = { ...scan, score: 0 };
  const bounds = boundsOf(filter);
  for (const index of [idIndex, ...collection.indexes]) {
    const plan = planFor(index, filter, bounds, sort);
    if (plan.score > best.score) best = plan;
  }
  return best;
}

type Rated = Plan & { score: number };

function planFor(index: Index, filter: Doc, bounds: Map<string, Bounds>, sort: SortField[]): Rated {
  let prefixes: Buffer[] = [Buffer.alloc(0)];
  let equalities = 0;
  let ranged: Stretch | undefined;
  let present = false;
  for (const { path, direction } of index.fields) {
    // With several entries per document only the first field's condition is sure to hold for one of them.
    if (index.multikey && equalities > 0) break;
    const { equal, ranges } = bounds.get(path) ?? { equal: [], ranges: [] };
    // An array may be met as a value or by its elements, for which an index has other keys.
    const usable = equal.filter((values) => !values.some(Array.isArray));
    const [shortest] = usable.sort((a, b) => a.length - b.length);
    if (!shortest || shortest.length * prefixes.length > mostStretches) {
      // Of an array, one element may keep one bound and another the other, so there only one bound is sure.
      ranged = stretchOf(index.multikey ? ranges.slice(0, 1) : ranges, direction);
      break;
    }
    const keys = shortest.map((value) => orderKey([value], [direction]));
    prefixes = prefixes.flatMap((prefix) => keys.map((key) => Buffer.concat([prefix, key])));
    present ||= shortest.every((value) => value !== null);
    equalities++;
  }
  const stretches = prefixes.map((prefix) => ({
    from: Buffer.concat([prefix, ranged?.from ?? Buffer.alloc(0)]),
    to: Buffer.concat([prefix, ranged?.to ?? end]),
  }));
  const turn = prefixes.length === 1 ? turnOf(index, equalities, sort) : 0;
  const full = index.unique && equalities === index.fields.length;
  const gain = equalities * 10 + (ranged ? 5 : 0) + (full ? 100 : 0) + (turn === 0 ? 0 : 3);
  // A sparse index lacks documents without its fields, so one of them has to be asked for.
  const score = index.sparse && !present && !ranged ? 0 : gain;
  const exact =
    !index.multikey && Object.keys(filter).length === equalities && Object.values(filter).every(isPlain);
  return { index, stretches, sorted: sort.length === 0 || turn !== 0, backward: turn < 0, exact, score };
}

// Equality with such a value holds for just the entries with its key; null, say, also stands for missing.
const isPlain = (value: unknown): boolean =>
  typeof value === 'string' || isNumber(value) || value instanceof ObjectId || value instanceof Date;

function stretchOf(ranges: Bounds['ranges'], direction: 1 | -1): Stretch | undefined {
  const stretches = ranges.map(({ from, upTo }) =>
    direction > 0 ? { from, to: beyond(upTo) } : { from: invert(upTo), to: beyond(invert(from)) },
  );
  const from = stretches.map((one) => one.from).sort(Buffer.compare);
  const to = stretches.map((one) => one.to).sort(Buffer.compare);
  const [last, first] = [from.at(-1), to[0]];
  return last && first && { from: last, to: first };
}

// The first key that neither is nor begins with these bytes.
function beyond(bytes: Buffer): Buffer {
  const kept = bytes.findLastIndex((byte) => byte !== 0xff);
  const result = Buffer.from(bytes.subarray(0, kept + 1));
  result[kept] = (result[kept] ?? 0) + 1;
  return result;
}

// 1 if the index has the order asked for behind its first fields, -1 if it has it backwards, 0 if neither.
function turnOf(index: Index, equalities: number, sort: SortField[]): number {
  if (sort.length === 0 || index.multikey || index.sparse) return 0;
  const equal = index.fields.slice(0, equalities).map((field) => field.path);
  const turns = sort
    .filter(({ path }) => !equal.includes(path))
    .map(({ path, direction }, i) => {
      const offered = index.fields[equalities + i];
      return offered?.path === path ? direction * offered.direction : 0;
    });
  return new Set(turns).size > 1 ? 0 : (turns[0] ?? 1);
}
