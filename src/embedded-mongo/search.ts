import { type Doc, decode } from './bson-value.ts';
import { compileMatch, fieldsOf, type Match } from './match.ts';
import { choosePlan, idIndex, type Plan } from './plan.ts';
import { compileSort, type Sort } from './sort.ts';
import { type Collection, type Row, type Storage, toBuffer } from './storage.ts';

/** A found document: as stored, and read as far as it was needed (see `Wanted.only`). */
export type Found = Row & { doc: Doc };

/** What is looked for; a limit of 0 or none is no limit. `only`: top-level fields the caller needs read, if not all. */
export type Wanted = {
  filter: Doc;
  sort?: unknown;
  skip?: number;
  limit?: number;
  only?: ReadonlySet<string> | undefined;
};

/** The plan for a search, and the sort that is still to be done when the plan does not bring it. */
export function planSearch(
  collection: Collection,
  { filter, sort }: Wanted,
): { plan: Plan; sort: Sort | undefined } {
  const natural = typeof sort === 'object' && sort !== null && '$natural' in sort ? Number(sort.$natural) : 0;
  if (natural !== 0) {
    const plan: Plan = {
      stage: 'COLLSCAN',
      index: undefined,
      stretches: [],
      sorted: true,
      backward: natural < 0,
      exact: false,
    };
    return { plan, sort: undefined };
  }
  const compiled = sort === undefined || sort === null ? undefined : compileSort(sort);
  const wanted = compiled && compiled.fields.length > 0 ? compiled : undefined;
  const plan = choosePlan(collection, filter, wanted);
  return { plan, sort: plan.sorted ? undefined : wanted };
}

/** Finds documents, every one checked against the whole filter; sorted, and cut to skip and limit. */
export function search(storage: Storage, collection: Collection | undefined, wanted: Wanted): Found[] {
  const match = compileMatch(wanted.filter);
  if (!collection) return [];
  const { plan, sort } = planSearch(collection, wanted);
  const only = needed(wanted, plan, sort);
  const skip = wanted.skip ?? 0;
  const stop = wanted.limit ? skip + wanted.limit : Number.POSITIVE_INFINITY;
  if (sort) {
    const keyed = Array.from(matching(storage, collection, plan, match, only), (one) => ({
      one,
      key: sort.keyOf(one.doc),
    }));
    keyed.sort((a, b) => Buffer.compare(a.key, b.key));
    return keyed.slice(skip, stop).map(({ one }) => one);
  }
  const found: Found[] = [];
  for (const one of matching(storage, collection, plan, match, only)) {
    found.push(one);
    if (found.length >= stop) break;
  }
  return skip > 0 ? found.slice(skip) : found;
}

/** As `search` without an order, one document at a time. The collection must not be written meanwhile. */
export function stream(
  storage: Storage,
  collection: Collection | undefined,
  wanted: Wanted,
): Iterable<Found> {
  const match = compileMatch(wanted.filter);
  if (!collection) return [];
  const plan = choosePlan(collection, wanted.filter, undefined);
  return matching(storage, collection, plan, match, needed(wanted, plan, undefined));
}

// What has to be read of a document: what the caller wants, and what the filter and the sort look at.
function needed(
  { filter, only }: Wanted,
  plan: Plan,
  sort: Sort | undefined,
): ReadonlySet<string> | undefined {
  const looked = plan.exact ? [] : fieldsOf(filter);
  if (!only || !looked) return undefined;
  return new Set([...only, ...looked, ...(sort?.fields ?? []).map(({ path }) => path.split('.')[0] ?? path)]);
}

function* matching(
  storage: Storage,
  collection: Collection,
  plan: Plan,
  match: Match,
  only: ReadonlySet<string> | undefined,
): Generator<Found> {
  const seen = new Set<number>();
  const several = plan.index?.multikey || plan.stretches.length > 1;
  for (const { row, bytes } of rowsOf(storage, collection, plan)) {
    if (several) {
      if (seen.has(row)) continue;
      seen.add(row);
    }
    storage.examine();
    const doc = decode(bytes, { only });
    if (plan.exact || match(doc)) yield { row, bytes, doc };
  }
}

function* rowsOf(storage: Storage, collection: Collection, plan: Plan): Generator<Row> {
  const documents = `c${collection.id}_`;
  const order = plan.backward ? 'DESC' : 'ASC';
  if (plan.stage === 'COLLSCAN')
    return yield* rows(storage.each(`SELECT row, doc FROM ${documents} ORDER BY row ${order}`));
  const sql =
    plan.index === idIndex
      ? `SELECT row, doc FROM ${documents} WHERE key >= ? AND key < ? ORDER BY key ${order}`
      : `SELECT c.row, c.doc FROM i${plan.index?.id}_ i CROSS JOIN ${documents} c ON c.row = i.row
         WHERE i.key >= ? AND i.key < ? ORDER BY i.key ${order}, i.row ${order}`;
  for (const { from, to } of plan.stretches) yield* rows(storage.each(sql, from, to));
}

function* rows(source: Iterable<unknown[]>): Generator<Row> {
  for (const [row, bytes] of source) yield { row: row as number, bytes: toBuffer(bytes) };
}
