import { refuseOthers, statementFields } from './allowed.ts';
import { type Doc, decode, encode, isDocument } from './bson-value.ts';
import { insertDocument, removeDocument, replaceDocument } from './documents.ts';
import { type Context, collectionName, documentField, type Handler } from './mongo-command.ts';
import { isRefusal, refusal } from './mongo-refusal.ts';
import { truthy } from './number.ts';
import { compileProjection } from './projection.ts';
import { contentOf, search } from './search.ts';
import type { Collection } from './storage.ts';
import { compileUpdate, upsertDocument } from './update.ts';

/** The collection a write goes to, made if it is not there. */
function target({ storage, db }: Context, name: string): Collection {
  return storage.collection(db, name) ?? storage.createCollection(db, name);
}

// One statement after the other; a refused one is reported with its place and, if ordered, ends the batch.
function eachOf(
  command: Doc,
  name: 'documents' | 'updates' | 'deletes',
  run: (statement: Doc, index: number) => void,
): Doc {
  const list = command[name];
  if (!Array.isArray(list) || list.length === 0 || list.length > 100_000)
    throw refusal(2, `Write batch '${name}' must hold between 1 and 100000 elements`);
  const fields = statementFields.get(name);
  const writeErrors: Doc[] = [];
  for (const [index, statement] of (list as Doc[]).entries()) {
    try {
      if (!Buffer.isBuffer(statement) && !isDocument(statement))
        throw refusal(14, `An element of '${name}' must be a document`);
      if (fields) refuseOthers(statement, fields, 40415, `BSON field ${name}.`);
      run(statement, index);
    } catch (error) {
      if (!isRefusal(error)) throw error;
      writeErrors.push({ index, code: error.code, errmsg: error.message, ...error.details });
      if (command.ordered !== false) break;
    }
  }
  return writeErrors.length > 0 ? { writeErrors, ok: 1 } : { ok: 1 };
}

const insert: Handler = (context, command) => {
  const collection = target(context, collectionName(command));
  let n = 0;
  const outcome = eachOf(command, 'documents', (sent) => {
    // The driver sends them beside the command, as bytes; within it they have been read already.
    insertDocument(context.storage, collection, Buffer.isBuffer(sent) ? sent : encode(sent));
    n++;
  });
  return { body: { n, ...outcome } };
};

const update: Handler = (context, command) => {
  const { storage } = context;
  const name = collectionName(command);
  const upserted: Doc[] = [];
  let n = 0;
  let nModified = 0;
  const outcome = eachOf(command, 'updates', (statement, index) => {
    const filter = documentField(statement, 'q');
    const change = compileUpdate(statement.u);
    const multi = truthy(statement.multi);
    if (multi && change.replaces)
      throw refusal(9, 'multi update is not supported for replacement-style update');
    const found = search(storage, storage.collection(context.db, name), { filter, limit: multi ? 0 : 1 });
    for (const row of found) {
      if (replaceDocument(storage, target(context, name), row, change.apply(contentOf(row), false)))
        nModified++;
      n++;
    }
    if (found.length === 0 && truthy(statement.upsert)) {
      const doc = insertDocument(storage, target(context, name), encode(upsertDocument(filter, change)));
      upserted.push({ index, _id: doc._id });
      n++;
    }
  });
  return { body: { n, nModified, ...(upserted.length > 0 ? { upserted } : {}), ...outcome } };
};

const remove: Handler = (context, command) => {
  const { storage } = context;
  const collection = storage.collection(context.db, collectionName(command));
  let n = 0;
  const outcome = eachOf(command, 'deletes', (statement) => {
    const limit = truthy(statement.limit) ? 1 : 0;
    const found = search(storage, collection, { filter: documentField(statement, 'q'), limit });
    for (const row of found) if (collection) removeDocument(storage, collection, row);
    n += found.length;
  });
  return { body: { n, ...outcome } };
};

const findAndModify: Handler = (context, command) => {
  const { storage, db } = context;
  const name = collectionName(command);
  const filter = documentField(command, 'query');
  const fields = documentField(command, 'fields');
  const project = Object.keys(fields).length > 0 ? compileProjection(fields) : (doc: Doc) => doc;
  const removing = truthy(command.remove);
  const wantsNew = truthy(command.new);
  if (removing === (command.update !== undefined))
    throw refusal(9, 'Either an update or remove=true must be specified');
  if (removing && (wantsNew || truthy(command.upsert)))
    throw refusal(9, 'Cannot specify new=true or upsert=true with remove=true');
  const change = removing ? undefined : compileUpdate(command.update);
  const collection = storage.collection(db, name);
  const [row] = search(storage, collection, { filter, sort: command.sort, limit: 1 });
  const reply = (lastErrorObject: Doc, value: Doc | null) => ({ body: { lastErrorObject, value, ok: 1 } });
  if (!row || !collection) {
    if (!change || !truthy(command.upsert))
      return reply(removing ? { n: 0 } : { n: 0, updatedExisting: false }, null);
    const doc = insertDocument(storage, target(context, name), encode(upsertDocument(filter, change)));
    return reply({ n: 1, updatedExisting: false, upserted: doc._id }, wantsNew ? project(doc) : null);
  }
  if (!change) {
    removeDocument(storage, collection, row);
    return reply({ n: 1 }, project(contentOf(row)));
  }
  const next = change.apply(contentOf(row), false);
  replaceDocument(storage, collection, row, next);
  // The update may have changed what was read; the stored bytes still hold the document as it was.
  return reply({ n: 1, updatedExisting: true }, project(wantsNew ? next : decode(row.bytes)));
};

/** Commands that change documents. A retry of one is answered from memory. */
export const writeCommands: Record<string, Handler> = { insert, update, delete: remove, findAndModify };
