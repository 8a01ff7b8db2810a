import { updateOperators, updateStages } from './allowed.ts';
import { boundsOf } from './bounds.ts';
import { type Doc, isDocument, setField } from './bson-value.ts';
import { withId } from './documents.ts';
import { compileExpression } from './expression.ts';
import { sameValue } from './key-order.ts';
import { refusal, unsupported } from './mongo-refusal.ts';
import { erase, partsOf, read, refuseConflicts, write } from './path.ts';
import { stageOf } from './pipeline.ts';
import { compileOperator } from './update-operators.ts';

/** A compiled update: changes a document it may keep, and returns the new one. */
export type Update = { apply: (doc: Doc, inserting: boolean) => Doc; replaces: boolean };

/** Compiles an update document, replacement or pipeline. */
export function compileUpdate(update: unknown): Update {
  if (Array.isArray(update)) return pipelineUpdate(update);
  if (!isDocument(update)) throw refusal(9, 'Update argument must be either an object or an array');
  if (Object.keys(update)[0]?.startsWith('$')) return operatorUpdate(update);
  const odd = Object.keys(update).find((name) => name.startsWith('$'));
  if (odd) throw refusal(52, `Field '${odd}' is not allowed in a replacement document`);
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

// Each stage sets whole fields of the document; what is computed sees it as the stage before left it.
function pipelineUpdate(pipeline: unknown[]): Update {
  const stages = pipeline.map((stage) => {
    const [name, spec] = stageOf(stage);
    if (!updateStages.has(name)) throw unsupported(40324, `Update stage '${name}'`);
    if (!isDocument(spec)) throw refusal(40272, `${name} specification stage must be an object`);
    return Object.entries(spec).map(([field, value]) => {
      if (partsOf(field, 2).length > 1) throw unsupported(2, `The path '${field}' in an update stage`);
      return { field, evaluate: compileExpression(value) };
    });
  });
  return {
    replaces: false,
    apply(doc) {
      const result = { ...doc };
      for (const fields of stages) {
        const values = fields.map(({ field, evaluate }) => ({ field, value: evaluate(result) }));
        for (const { field, value } of values) {
          if (value === undefined) delete result[field];
          else setField(result, field, value);
        }
      }
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

function operatorUpdate(update: Doc): Update {
  const steps = Object.entries(update).flatMap(([operator, operands]) => compileSteps(operator, operands));
  steps.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
  const paths = steps.map(({ path }) => path);
  refuseConflicts(40, paths);
  return {
    replaces: false,
    apply(doc, inserting) {
      const before = '_id' in doc ? { _id: doc._id } : {};
      for (const { operator, path, parts, change } of steps) {
        if (operator === '$unset') erase(doc, parts);
        if (operator === '$unset' || (operator === '$setOnInsert' && !inserting)) continue;
        const next = change(read(doc, parts), path);
        if (next !== undefined) write(doc, parts, next);
      }
      keepId(before, doc);
      return doc;
    },
  };
}

function compileSteps(operator: string, operands: unknown) {
  if (!updateOperators.has(operator)) throw unsupported(9, `Unknown modifier: ${operator}. It`);
  if (!isDocument(operands)) throw refusal(9, `Modifiers operate on fields, so ${operator} needs a document`);
  return Object.entries(operands).map(([path, operand]) => {
    const parts = partsOf(path, path.includes('$') ? 2 : 56);
    return { operator, path, parts, change: compileOperator(operator, operand) };
  });
}

/** The document an upsert inserts: the filter's equalities, then the update; with an `_id` in first place. */
export function upsertDocument(filter: Doc, update: Update): Doc {
  const equalities = [...boundsOf(filter)].flatMap(([path, { equal }]) =>
    equal.filter((values) => values.length === 1).map(([value]) => ({ path, value })),
  );
  const paths = equalities.map(({ path }) => path);
  refuseConflicts(54, paths);
  const base: Doc = {};
  for (const { path, value } of equalities) write(base, path.split('.'), value);
  const seed: Doc = update.replaces ? ('_id' in base ? { _id: base._id } : {}) : base;
  return withId(update.apply(seed, true));
}
