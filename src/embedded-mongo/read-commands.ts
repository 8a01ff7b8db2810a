import { type Doc, encode, isDocument } from './bson-value.ts';
import { collectionName, cursorId, documentField, type Handler, wholeNumber } from './command.ts';
import { identity } from './key-order.ts';
import { fieldsOf } from './match.ts';
import { isNumber, toDouble } from './number-parts.ts';
import { valuesAt } from './path.ts';
import { compilePipeline } from './pipeline.ts';
import { compileProjection } from './projection.ts';
import { refusal, unsupported } from './refusal.ts';
import { planSearch, search, stream, type Wanted } from './search.ts';
import type { Collection, Storage } from './storage.ts';

function wanted(command: Doc, filterField: string): Wanted {
  return {
    filter: documentField(command, filterField),
    sort: command.sort,
    skip: wholeNumber(command, 'skip') ?? 0,
    limit: wholeNumber(command, 'limit') ?? 0,
  };
}

const nothing: ReadonlySet<string> = new Set();

const find: Handler = ({ storage, db }, command) => {
  const name = collectionName(command);
  const projection = documentField(command, 'projection');
  const project = Object.keys(projection).length > 0 ? compileProjection(projection) : undefined;
  const query = { ...wanted(command, 'filter'), only: project ? undefined : nothing };
  const found = search(storage, storage.collection(db, name), query);
  const docs = found.map(({ doc, bytes }) => (project ? encode(project(doc)) : bytes));
  const batchSize = wholeNumber(command, 'batchSize');
  return {
    body: { ok: 1 },
    results: { ns: `${db}.${name}`, docs, batchSize, single: command.singleBatch === true },
  };
};

const aggregate: Handler = ({ storage, db }, command) => {
  const name = collectionName(command);
  if (!isDocument(command.cursor)) throw refusal(9, "The 'cursor' option is required");
  const findIn = (from: string, filter: Doc) =>
    search(storage, storage.collection(db, from), { filter }).map(({ doc }) => doc);
  const run = compilePipeline(command.pipeline, findIn);
  const docs = Array.from(run(leading(storage, storage.collection(db, name), command.pipeline)), encode);
  const batchSize = wholeNumber(command.cursor, 'batchSize');
  return { body: { ok: 1 }, results: { ns: `${db}.${name}`, docs, batchSize } };
};

// What the pipeline begins with is found, and put in order, by index; all its stages then run over that.
function* leading(storage: Storage, collection: Collection | undefined, pipeline: unknown): Generator<Doc> {
  const { filter, sort, limit } = leadingSearch(pipeline);
  const found = sort
    ? search(storage, collection, { filter, sort, limit })
    : stream(storage, collection, { filter, only: groupFields(pipeline) });
  for (const { doc } of found) yield doc;
}

// The top-level fields a pipeline needs when it groups or counts what it has matched; undefined: all of them.
function groupFields(pipeline: unknown): ReadonlySet<string> | undefined {
  const stages = Array.isArray(pipeline) ? pipeline : [];
  const stage: unknown = isDocument(stages[0]) && '$match' in stages[0] ? stages[1] : stages[0];
  if (!isDocument(stage) || !('$group' in stage || '$count' in stage)) return undefined;
  // The pipeline's own $match looks at its fields once more.
  const fields = stage === stages[0] ? new Set<string>() : fieldsOf(stages[0].$match);
  if (!fields) return undefined;
  const collect = (value: unknown): boolean => {
    if (typeof value !== 'string')
      return typeof value !== 'object' || value === null || Object.values(value).every(collect);
    if (value.startsWith('$')) fields.add(value.slice(1).split('.')[0] ?? '');
    return !value.startsWith('$$');
  };
  return '$count' in stage || collect(stage.$group) ? fields : undefined;
}

function leadingSearch(pipeline: unknown): { filter: Doc; sort: unknown; limit: number } {
  const stages = Array.isArray(pipeline) ? [...pipeline] : [];
  const take = (name: string) =>
    isDocument(stages[0]) && name in stages[0] ? stages.shift()?.[name] : undefined;
  const filter = take('$match');
  const sort = take('$sort');
  const limit = take('$limit');
  return { filter: isDocument(filter) ? filter : {}, sort, limit: isNumber(limit) ? toDouble(limit) : 0 };
}

const count: Handler = ({ storage, db }, command) => {
  const collection = storage.collection(db, collectionName(command));
  const query = wanted(command, 'query');
  if (collection && Object.keys(query.filter).length === 0 && !query.skip && !query.limit) {
    return { body: { n: Number(storage.all(`SELECT count(*) FROM c${collection.id}_`)[0]?.[0]), ok: 1 } };
  }
  return { body: { n: search(storage, collection, { ...query, only: nothing }).length, ok: 1 } };
};

const distinct: Handler = ({ storage, db }, command) => {
  const key = command.key;
  if (typeof key !== 'string' || key === '')
    throw refusal(14, "BSON field 'distinct.key' must be a nonempty string");
  const parts = key.split('.');
  const values = new Map<string, unknown>();
  for (const { doc } of search(
    storage,
    storage.collection(db, collectionName(command)),
    wanted(command, 'query'),
  )) {
    for (const value of valuesAt(doc, parts))
      if (!values.has(identity(value))) values.set(identity(value), value);
  }
  return { body: { values: [...values.values()], ok: 1 } };
};

const getMore: Handler = ({ cursors, db }, command) => {
  const id = cursorId(command.getMore);
  return {
    body: { ok: 1 },
    batch: cursors.next(id, `${db}.${String(command.collection)}`, wholeNumber(command, 'batchSize')),
  };
};

const killCursors: Handler = ({ cursors }, command) => {
  const ids = Array.isArray(command.cursors) ? command.cursors : [];
  const cursorsKilled = ids.filter((id) => cursors.kill(cursorId(id)));
  const cursorsNotFound = ids.filter((id) => !cursorsKilled.includes(id));
  return { body: { cursorsKilled, cursorsNotFound, cursorsAlive: [], cursorsUnknown: [], ok: 1 } };
};

const explain: Handler = ({ storage, db }, command) => {
  const inner = documentField(command, 'explain');
  const kind = Object.keys(inner)[0] ?? '';
  const queries: Record<string, () => Wanted> = {
    find: () => wanted(inner, 'filter'),
    count: () => wanted(inner, 'query'),
    distinct: () => wanted(inner, 'query'),
    findAndModify: () => ({ ...wanted(inner, 'query'), limit: 1 }),
    aggregate: () => leadingSearch(inner.pipeline),
  };
  const query = queries[kind]?.();
  if (!query) throw unsupported(59, `explain of '${kind}'`);
  const collection = storage.collection(db, collectionName(inner));
  const before = storage.counters.docsExamined;
  const nReturned = search(storage, collection, query).length;
  const totalDocsExamined = storage.counters.docsExamined - before;
  const plan = collection ? planSearch(collection, query).plan : undefined;
  const winningPlan = { stage: plan?.stage ?? 'EOF', indexName: plan?.index?.name ?? null };
  const executionStats = { executionSuccess: true, nReturned, totalDocsExamined };
  return { body: { queryPlanner: { winningPlan }, executionStats, ok: 1 } };
};

/** Commands that read documents. */
export const readCommands: Record<string, Handler> = {
  find,
  aggregate,
  count,
  distinct,
  getMore,
  killCursors,
  explain,
};
