import { type Doc, decode } from './bson-value.ts';
import { compileMatch } from './match.ts';
import { choosePlan, type Plan } from './plan.ts';
import { compileSort } from './sort.ts';
import { type Collection, type Row, type Storage, toBuffer } from './storage.ts';

/** A found document, read and as stored. */
export type Found = Row & { doc: Doc };

export type Wanted = { filter: Doc; sort?: unknown; skip?: number; limit?: number };

function sortOf(sort: unknown) {
  if (sort === undefined || sort === null) return undefined;
  const compiled = compileSort(sort);
  return compiled.fields.length > 0 ? compiled : undefined;
}

/** The plan for a search, for explain. */
export function planSearch(collection: Collection, { filter, sort }: Wanted): Plan {
  return choosePlan(collection, filter, sortOf(sort));
}

/** Finds documents: by plan, every one checked against the whole filter, sorted, and cut to skip and limit (0 = all). */
export function search(storage: Storage, collection: Collection | undefined, wanted: Wanted): Found[] {
  const match = compileMatch(wanted.filter);
  const natural = naturalOrder(wanted.sort);
  const sort = natural ? undefined : sortOf(wanted.sort);
  if (!collection) return [];
  const plan: Plan = natural
    ? { stage: 'COLLSCAN', index: undefined, stretches: [], sorted: true, backward: natural < 0 }
    : choosePlan(collection, wanted.filter, sort);
  const skip = wanted.skip ?? 0;
  const stop = wanted.limit ? skip + wanted.limit : Number.POSITIVE_INFINITY;
  const found: Found[] = [];
  const seen = new Set<number>();
  const several = plan.index?.multikey || plan.stretches.length > 1;
  for (const { row, bytes } of rowsOf(storage, collection, plan)) {
    if (several && seen.has(row)) continue;
    if (several) seen.add(row);
    storage.counters.docsExamined++;
    const doc = decode(bytes);
    if (!match(doc)) continue;
    found.push({ row, bytes, doc });
    if (plan.sorted && found.length >= stop) break;
  }
  if (sort && !plan.sorted) {
    const keyed = found.map((one) => ({ one, key: sort.keyOf(one.doc) }));
    keyed.sort((a, b) => Buffer.compare(a.key, b.key));
    return keyed.slice(skip, stop).map(({ one }) => one);
  }
  return skip > 0 || found.length > stop ? found.slice(skip, stop) : found;
}

function naturalOrder(sort: unknown): number | undefined {
  const natural = typeof sort === 'object' && sort !== null && '$natural' in sort ? sort.$natural : undefined;
  return natural === undefined ? undefined : Number(natural);
}

function* rowsOf(storage: Storage, collection: Collection, plan: Plan): Generator<Row> {
  const documents = `c${collection.id}_`;
  if (plan.stage === 'COLLSCAN') {
    const sql = `SELECT row, doc FROM ${documents} ORDER BY row ${plan.backward ? 'DESC' : 'ASC'}`;
    yield* rows(storage.statement(sql).iterate() as unknown as Iterable<unknown[]>);
    return;
  }
  const sql = plan.index
    ? `SELECT c.row, c.doc FROM i${plan.index.id}_ i CROSS JOIN ${documents} c ON c.row = i.row
       WHERE i.key >= ? AND i.key < ? ORDER BY i.key ${plan.backward ? 'DESC, i.row DESC' : 'ASC, i.row ASC'}`
    : `SELECT row, doc FROM ${documents} WHERE key >= ? AND key < ?`;
  for (const { from, to } of plan.stretches) {
    yield* rows(storage.statement(sql).iterate(from, to) as unknown as Iterable<unknown[]>);
  }
}

function* rows(source: Iterable<unknown[]>): Generator<Row> {
  for (const [row, bytes] of source) yield { row: row as number, bytes: toBuffer(bytes) };
}
