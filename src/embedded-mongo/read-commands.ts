import { type Doc, encode, isDocument } from './bson-value.ts';
import { identity } from './key-order.ts';
import { collectionName, cursorId, documentField, type Handler, wholeNumber } from './mongo-command.ts';
import { refusal, unsupported } from './mongo-refusal.ts';
import { anyAt } from './path.ts';
import { compilePipeline } from './pipeline.ts';
import { compileProjection } from './projection.ts';
import { contentOf, search, stream, type Wanted } from './search.ts';
import type { Collection, Storage } from './storage.ts';

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
  const docs = found.map((one) => (project ? encode(project(contentOf(one))) : one.bytes));
  const batchSize = wholeNumber(command, 'batchSize');
  const single = command.singleBatch === true;
  return { body: { ok: 1 }, batch: cursors.start({ ns: `${db}.${name}`, docs, batchSize, single }) };
};

const aggregate: Handler = ({ storage, cursors, db }, command) => {
  const name = collectionName(command);
  const { pipeline, cursor } = command;
  if (!Array.isArray(pipeline)) throw refusal(14, "'pipeline' must be an array");
  if (!isDocument(cursor)) throw refusal(9, "The 'cursor' option is required");
  const run = compilePipeline(pipeline);
  const docs = Array.from(run(matched(storage, storage.collection(db, name), pipeline[0])), encode);
  const batchSize = wholeNumber(cursor, 'batchSize');
  return { body: { ok: 1 }, batch: cursors.start({ ns: `${db}.${name}`, docs, batchSize }) };
};

// What a leading $match is about is found by index; all stages then run over that.
function* matched(storage: Storage, collection: Collection | undefined, first?: Doc): Generator<Doc> {
  const filter = (first?.$match ?? {}) as Doc;
  for (const found of stream(storage, collection, { filter })) yield contentOf(found);
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
  const { key } = command;
  if (typeof key !== 'string' || key === '')
    throw refusal(14, "BSON field 'distinct.key' must be a nonempty string");
  const parts = key.split('.');
  const values = new Map<string, unknown>();
  const collection = storage.collection(db, collectionName(command));
  for (const found of stream(storage, collection, wanted(command, 'query'))) {
    anyAt(contentOf(found), parts, (at) => {
      for (const value of Array.isArray(at) ? at : [at])
        if (value !== undefined && !values.has(identity(value))) values.set(identity(value), value);
      return false;
    });
  }
  return { body: { values: [...values.values()], ok: 1 } };
};

const getMore: Handler = ({ cursors, db }, command) => {
  const id = cursorId(command.getMore);
  const ns = `${db}.${String(command.collection)}`;
  return { body: { ok: 1 }, batch: cursors.next(id, ns, wholeNumber(command, 'batchSize')) };
};

const killCursors: Handler = ({ cursors }, command) => {
  const ids = Array.isArray(command.cursors) ? command.cursors : [];
  const cursorsKilled = ids.filter((id) => cursors.kill(cursorId(id)));
  const cursorsNotFound = ids.filter((id) => !cursorsKilled.includes(id));
  return { body: { cursorsKilled, cursorsNotFound, cursorsAlive: [], cursorsUnknown: [], ok: 1 } };
};

// Carries a find out and tells how many documents had to be read for it.
const explain: Handler = ({ storage, db }, command) => {
  const inner = documentField(command, 'explain');
  const [kind] = Object.keys(inner);
  if (kind !== 'find') throw unsupported(59, `explain of '${kind}'`);
  const collection = storage.collection(db, collectionName(inner));
  const before = storage.counters.docsExamined;
  const nReturned = search(storage, collection, wanted(inner, 'filter')).length;
  const totalDocsExamined = storage.counters.docsExamined - before;
  return { body: { queryPlanner: {}, executionStats: { nReturned, totalDocsExamined }, ok: 1 } };
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
