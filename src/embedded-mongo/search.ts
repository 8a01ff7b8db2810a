import { type Doc, decode } from './bson-value.ts';
import { idIndex } from './index-keys.ts';
import { compileMatch, type Match } from './match.ts';
import { slice } from './pipeline.ts';
import { choosePlan, type Plan } from './plan.ts';
import { compileSort } from './sort.ts';
import { type Collection, type Row, type Storage, toBuffer } from './storage.ts';

// So few rows are fetched in one go, which is quicker than one by one.
const fewRows = 100;

/** A found document as stored and, once somebody has looked, as read. */
export type Found = Row & { doc: Doc | undefined };

/** What a found document holds. */
export function contentOf(found: Found): Doc {
  found.doc ??= decode(found.bytes);
  return found.doc;
}

/** What is looked for; a limit of 0 or none is no limit. */
export type Wanted = { filter: Doc; sort?: unknown; skip?: number; limit?: number };

/** Finds documents, one at a time; the collection must not be written meanwhile. See `search`. */
export function* stream(
  storage: Storage,
  collection: Collection | undefined,
  { filter, sort = {}, skip = 0, limit = 0 }: Wanted,
): Generator<Found> {
  const match = compileMatch(filter);
  const order = compileSort(sort);
  if (!collection) return;
  const plan = choosePlan(collection, filter, order);
  const most = plan.exact && plan.sorted && limit > 0 ? skip + limit : undefined;
  const rows = rowsOf(storage, collection, plan, match, most);
  const inOrder = plan.sorted ? rows : order.sorted(rows, contentOf);
  yield* slice<Found>(skip, limit ? skip + limit : undefined)(inOrder);
}

/** Finds documents, every one checked against the whole filter; sorted, and cut to skip and limit. */
export const search = (...wanted: Parameters<typeof stream>): Found[] => [...stream(...wanted)];

// What matches in the plan's stretches, each document once and decoded only where somebody looks.
function* rowsOf(
  storage: Storage,
  { id }: Collection,
  { index, stretches, backward, exact }: Plan,
  match: Match,
  most = Number.POSITIVE_INFINITY,
): Generator<Found> {
  const order = backward ? 'DESC' : 'ASC';
  const sql = !index
    ? `SELECT row, doc FROM c${id}_ ORDER BY row`
    : index === idIndex
      ? `SELECT row, doc FROM c${id}_ WHERE key >= ? AND key < ? ORDER BY key ${order}`
      : `SELECT c.row, c.doc FROM i${index.id}_ i CROSS JOIN c${id}_ c ON c.row = i.row
         WHERE i.key >= ? AND i.key < ? ORDER BY i.key ${order}, i.row ${order}`;
  const seen = index?.multikey || stretches.length > 1 ? new Set<unknown>() : undefined;
  for (const ends of index ? stretches.map(({ from, to }) => [from, to]) : [[]]) {
    const few = most <= fewRows ? storage.all(`${sql} LIMIT ${most}`, ...ends) : undefined;
    for (const [row, bytes] of few ?? storage.each(sql, ...ends)) {
      if (seen?.has(row)) continue;
      seen?.add(row);
      storage.examine();
      const one = { row: Number(row), bytes: toBuffer(bytes), doc: undefined };
      if (exact || match(contentOf(one))) yield one;
    }
  }
}
