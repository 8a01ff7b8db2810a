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

/** Finds documents, one at a time; the collection must not be written meanwhile. See `search`. */
export function* stream(
  storage: Storage,
  collection: Collection | undefined,
  wanted: Wanted,
): Generator<Found> {
  const match = compileMatch(wanted.filter);
  const compiled = compileSort(wanted.sort ?? {});
  const order = compiled.fields.length > 0 ? compiled : undefined;
  if (!collection) return;
  const plan = choosePlan(collection, wanted.filter, order);
  const sort = plan.sorted ? undefined : order;
  const found = matching(storage, collection, plan, match, needed(wanted, plan, sort));
  const skip = wanted.skip ?? 0;
  const stop = wanted.limit ? skip + wanted.limit : Number.POSITIVE_INFINITY;
  let seen = 0;
  for (const one of sort ? sort.sorted<Found>(({ doc }) => doc)(found) : found) {
    if (seen++ >= skip) yield one;
    if (seen >= stop) return;
  }
}

/** Finds documents, every one checked against the whole filter; sorted, and cut to skip and limit. */
export const search = (...wanted: Parameters<typeof stream>): Found[] => [...stream(...wanted)];

// What has to be read of a document: what the caller wants, and what the filter and the sort look at.
function needed(
  { filter, only }: Wanted,
  plan: Plan,
  sort: Sort | undefined,
): ReadonlySet<string> | undefined {
  if (!only) return undefined;
  const looked = plan.exact ? [] : fieldsOf(filter);
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
  const several = plan.index && (plan.index.multikey || plan.stretches.length > 1);
  for (const found of rowsOf(storage, collection, plan)) {
    const row = found[0] as number;
    const bytes = toBuffer(found[1]);
    if (several) {
      if (seen.has(row)) continue;
      seen.add(row);
    }
    storage.examine();
    const doc = decode(bytes, only);
    if (plan.exact || match(doc)) yield { row, bytes, doc };
  }
}

// Pairs of a row's number and its document's bytes.
function* rowsOf(storage: Storage, collection: Collection, plan: Plan): Generator<unknown[]> {
  const documents = `c${collection.id}_`;
  const order = plan.backward ? 'DESC' : 'ASC';
  if (!plan.index) return yield* storage.each(`SELECT row, doc FROM ${documents} ORDER BY row ${order}`);
  const sql =
    plan.index === idIndex
      ? `SELECT row, doc FROM ${documents} WHERE key >= ? AND key < ? ORDER BY key ${order}`
      : `SELECT c.row, c.doc FROM i${plan.index.id}_ i CROSS JOIN ${documents} c ON c.row = i.row
         WHERE i.key >= ? AND i.key < ? ORDER BY i.key ${order}, i.row ${order}`;
  for (const { from, to } of plan.stretches) yield* storage.each(sql, from, to);
}
