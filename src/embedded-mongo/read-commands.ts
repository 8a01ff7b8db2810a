import { type Doc, encode, isDocument } from './bson-value.ts';
import {
  type Context,
  collectionName,
  cursorId,
  documentField,
  type Handler,
  wholeNumber,
} from './command.ts';
import { identity } from './key-order.ts';
import { valuesAt } from './path.ts';
import { compilePipeline } from './pipeline.ts';
import { compileProjection } from './projection.ts';
import { refusal } from './refusal.ts';
import { planSearch, search, type Wanted } from './search.ts';

function wanted(command: Doc, filterField: string): Wanted {
  return {
    filter: documentField(command, filterField),
    sort: command.sort,
    skip: wholeNumber(command, 'skip') ?? 0,
    limit: wholeNumber(command, 'limit') ?? 0,
  };
}

const find: Handler = ({ storage, cursors, db }, command) => {
  const name = collectionName(command);
  const projection = documentField(command, 'projection');
  const project = Object.keys(projection).length > 0 ? compileProjection(projection) : undefined;
  const found = search(storage, storage.collection(db, name), wanted(command, 'filter'));
  const docs = found.map(({ doc, bytes }) => (project ? encode(project(doc)) : bytes));
  const single = command.singleBatch === true;
  return {
    body: { ok: 1 },
    batch: cursors.start(`${db}.${name}`, docs, wholeNumber(command, 'batchSize'), single),
  };
};

const aggregate: Handler = ({ storage, cursors, db }, command) => {
  const name = collectionName(command);
  if (!isDocument(command.cursor)) throw refusal(9, "The 'cursor' option is required");
  const pipeline = command.pipeline;
  if (!Array.isArray(pipeline)) throw refusal(14, "BSON field 'aggregate.pipeline' must be an array");
  const findIn = (from: string, filter: Doc) =>
    search(storage, storage.collection(db, from), { filter }).map(({ doc }) => doc);
  const run = compilePipeline(pipeline, findIn);
  const docs = [...run(leadingSearch({ storage, cursors, db }, name, pipeline))].map(encode);
  return {
    body: { ok: 1 },
    batch: cursors.start(`${db}.${name}`, docs, wholeNumber(command.cursor, 'batchSize')),
  };
};

// What the pipeline begins with is found by index; its stages then run over that as over everything.
function leadingSearch({ storage, db }: Context, name: string, pipeline: unknown[]): Doc[] {
  const [first, second] = pipeline;
  const filter = isDocument(first) && isDocument(first.$match) ? first.$match : {};
  const next = isDocument(first) && '$match' in first ? second : first;
  const sort = isDocument(next) ? next.$sort : undefined;
  return search(storage, storage.collection(db, name), { filter, sort }).map(({ doc }) => doc);
}

const count: Handler = ({ storage, db }, command) => {
  const collection = storage.collection(db, collectionName(command));
  const query = wanted(command, 'query');
  if (collection && Object.keys(query.filter).length === 0 && !query.skip && !query.limit) {
    return { body: { n: Number(storage.all(`SELECT count(*) FROM c${collection.id}_`)[0]?.[0]), ok: 1 } };
  }
  return { body: { n: search(storage, collection, query).length, ok: 1 } };
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

const explain: Handler = (context, command) => {
  const { storage, db } = context;
  const inner = documentField(command, 'explain');
  const kind = Object.keys(inner)[0] ?? '';
  const query: Wanted = { filter: {}, sort: inner.sort };
  const [first, second] = Array.isArray(inner.pipeline) ? inner.pipeline : [];
  if (kind === 'find') query.filter = documentField(inner, 'filter');
  else if (kind === 'count' || kind === 'distinct' || kind === 'findAndModify')
    query.filter = documentField(inner, 'query');
  else if (kind === 'aggregate') {
    if (isDocument(first) && isDocument(first.$match)) query.filter = first.$match;
    const next = isDocument(first) && '$match' in first ? second : first;
    if (isDocument(next) && '$sort' in next) query.sort = next.$sort;
  } else throw refusal(59, `explain of '${kind}' is not supported by the embedded database`);
  if (kind === 'find') Object.assign(query, wanted(inner, 'filter'));
  const collection = storage.collection(db, collectionName(inner));
  const before = storage.counters.docsExamined;
  const nReturned = search(storage, collection, query).length;
  const totalDocsExamined = storage.counters.docsExamined - before;
  const plan = collection ? planSearch(collection, query) : undefined;
  const winningPlan = { stage: plan?.stage ?? 'EOF', indexName: plan?.index?.name ?? null };
  return {
    body: {
      queryPlanner: { winningPlan },
      executionStats: { nReturned, totalDocsExamined, executionSuccess: true },
      ok: 1,
    },
  };
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
