import { ObjectId } from 'bson';
import { updateOperators, updateStages } from './allowed.ts';
import { type Doc, isDocument } from './bson-value.ts';
import { sameValue } from './key-order.ts';
import { isOperatorDocument } from './match.ts';
import { compilePipeline } from './pipeline.ts';
import { matchedPlace } from './positional.ts';
import { refusal, unsupported } from './refusal.ts';
import { type Apply, compileOperator, rename } from './update-operators.ts';
import { compileArrayFilters, concretePaths, write } from './update-path.ts';

/** A compiled update: changes a document it may keep, and returns the new one. */
export type Update = { apply: (doc: Doc, inserting: boolean) => Doc; replaces: boolean };

type Step = { path: string; insertOnly: boolean; apply: Apply };

/** Compiles an update document, replacement or pipeline for documents found by `filter`. */
export function compileUpdate(update: unknown, filter: Doc, arrayFilters: unknown, now: Date): Update {
  if (Array.isArray(update)) return pipelineUpdate(update, arrayFilters);
  if (!isDocument(update)) throw refusal(9, 'Update argument must be either an object or an array');
  const first = Object.keys(update)[0];
  if (first?.startsWith('$')) return operatorUpdate(update, filter, arrayFilters, now);
  const odd = Object.keys(update).find((name) => name.startsWith('$'));
  if (odd) throw refusal(52, `Field '${odd}' is not allowed in a replacement document`);
  if (arrayFilters !== undefined)
    throw refusal(9, 'Cannot specify arrayFilters with a replacement-style update');
  return {
    replaces: true,
    apply(doc) {
      if ('_id' in update) keepId(doc, update);
      if (!('_id' in doc)) return { ...update };
      const { _id: _same, ...rest } = update;
      return { _id: doc._id, ...rest };
    },
  };
}

function pipelineUpdate(stages: unknown[], arrayFilters: unknown): Update {
  if (arrayFilters !== undefined)
    throw refusal(9, 'arrayFilters may not be specified for pipeline-style updates');
  const run = compilePipeline(stages, undefined, updateStages);
  return {
    replaces: false,
    apply(doc) {
      const [result = {}] = run([doc]);
      if (!('_id' in result) && '_id' in doc) return { _id: doc._id, ...result };
      keepId(doc, result);
      return result;
    },
  };
}

function keepId(before: Doc, after: Doc): void {
  if ('_id' in before && !sameValue(before._id, after._id)) {
    throw refusal(66, "Performing an update on the path '_id' would modify the immutable field '_id'");
  }
}

function operatorUpdate(update: Doc, filter: Doc, arrayFilters: unknown, now: Date): Update {
  const filters = compileArrayFilters(arrayFilters);
  const steps = Object.entries(update).flatMap(([operator, operands]) =>
    compileSteps(operator, operands, now),
  );
  steps.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
  refuseConflicts(steps);
  for (const name of filters.keys()) {
    if (!steps.some((step) => step.path.split('.').includes(`$[${name}]`))) {
      throw refusal(9, `The array filter for identifier '${name}' was not used in the update`);
    }
  }
  return {
    replaces: false,
    apply(doc, inserting) {
      const before = '_id' in doc ? { _id: doc._id } : {};
      const matched = (path: string[]) => (inserting ? undefined : matchedPlace(doc, filter, path));
      // Places in arrays are those of the document as the query found it, so all are settled before anything changes.
      const todo = steps
        .filter(({ insertOnly }) => inserting || !insertOnly)
        .map(({ path, apply }) => ({ apply, paths: concretePaths(doc, path, { filters, matched }) }));
      for (const { apply, paths } of todo) for (const path of paths) apply(doc, path);
      keepId(before, doc);
      return doc;
    },
  };
}

function compileSteps(operator: string, operands: unknown, now: Date): Step[] {
  if (!updateOperators.has(operator)) throw unsupported(9, `Unknown modifier: ${operator}. It`);
  if (!isDocument(operands)) throw refusal(9, `Modifiers operate on fields, so ${operator} needs a document`);
  const insertOnly = operator === '$setOnInsert';
  return Object.entries(operands).flatMap(([path, operand]) => {
    if (path === '') throw refusal(56, 'An empty update path is not valid.');
    if (operator === '$rename') return renameSteps(path, operand);
    return [{ path, insertOnly, apply: compileOperator(operator, operand, now) }];
  });
}

function renameSteps(from: string, to: unknown): Step[] {
  if (typeof to !== 'string' || to === '' || to.includes('$') || from.includes('$')) {
    throw refusal(2, `The 'to' field for $rename must be a plain path: ${from}`);
  }
  return [
    { path: from, insertOnly: false, apply: (doc, path) => rename(doc, path, to.split('.')) },
    { path: to, insertOnly: false, apply: () => undefined },
  ];
}

function refuseConflicts(steps: Step[]): void {
  const seen = new Set<string>();
  const above = new Set<string>();
  for (const { path } of steps) {
    const parts = path.split('.');
    const prefixes = parts.slice(1).map((_, i) => parts.slice(0, i + 1).join('.'));
    const clash = seen.has(path) || above.has(path) ? path : prefixes.find((prefix) => seen.has(prefix));
    if (clash !== undefined) {
      throw refusal(40, `Updating the path '${path}' would create a conflict at '${clash}'`);
    }
    seen.add(path);
    for (const prefix of prefixes) above.add(prefix);
  }
}

/** The document an upsert inserts: the filter's equalities, then the update; with an `_id` in first place. */
export function upsertDocument(filter: Doc, update: Update): Doc {
  const base: Doc = {};
  collectEqualities(filter, base, new Set());
  const seed: Doc = update.replaces ? ('_id' in base ? { _id: base._id } : {}) : base;
  const result = update.apply(seed, true);
  const { _id = new ObjectId(), ...rest } = result;
  return { _id, ...rest };
}

function collectEqualities(filter: Doc, base: Doc, seen: Set<string>): void {
  for (const [key, condition] of Object.entries(filter)) {
    if (key === '$and' || (key === '$or' && Array.isArray(condition) && condition.length === 1)) {
      for (const part of condition as Doc[]) collectEqualities(part, base, seen);
    }
    if (key.startsWith('$')) continue;
    const value = equality(condition);
    if (value === undefined) continue;
    const clash = [...seen].some(
      (other) => other === key || other.startsWith(`${key}.`) || key.startsWith(`${other}.`),
    );
    if (clash) throw refusal(54, `cannot infer query fields to set, path '${key}' is matched twice`);
    seen.add(key);
    write(base, key.split('.'), value);
  }
}

function equality(condition: unknown): unknown {
  if (isDocument(condition) && isOperatorDocument(condition)) {
    if ('$eq' in condition) return condition.$eq;
    const list = condition.$in ?? condition.$all;
    const [only] = Array.isArray(list) ? list : [];
    return Array.isArray(list) && list.length === 1 && !isOperatorDocumentSafe(only) ? only : undefined;
  }
  return condition instanceof Object && '_bsontype' in condition && condition._bsontype === 'BSONRegExp'
    ? undefined
    : condition;
}

const isOperatorDocumentSafe = (value: unknown) =>
  isDocument(value) && Object.keys(value)[0]?.startsWith('$') === true;
