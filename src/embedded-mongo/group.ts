import { accumulators } from './allowed.ts';
import { type Doc, isDocument } from './bson-value.ts';
import { compileExpression, type Evaluate, extreme } from './expression.ts';
import { identity } from './key-order.ts';
import { add, isNumber } from './number.ts';
import { refusal, unsupported } from './refusal.ts';

type Field = { name: string; operator: string; evaluate: Evaluate };

// What an accumulator has come to after one more value; undefined before the first.
function accumulate(operator: string, kept: unknown, value: unknown): unknown {
  switch (operator) {
    case '$sum':
      return isNumber(value) ? add(isNumber(kept) ? kept : 0, value) : (kept ?? 0);
    case '$push':
      if (!Array.isArray(kept)) return value === undefined ? [] : [value];
      if (value !== undefined) kept.push(value);
      return kept;
    case '$first':
      return kept === undefined ? (value ?? null) : kept;
    case '$last':
      return value ?? null;
    default:
      return extreme([kept, value], operator);
  }
}

/** Compiles a `$group` stage. Groups come in the order they are first met. */
export function compileGroup(spec: unknown): (docs: Iterable<Doc>) => Iterable<Doc> {
  if (!isDocument(spec) || !('_id' in spec))
    throw refusal(15955, 'a group specification must include an _id');
  const { _id, ...rest } = spec;
  const key = compileExpression(_id);
  const fields = Object.entries(rest).map(([name, value]) => compileField(name, value));
  return (docs) => {
    const groups = new Map<string, Doc>();
    for (const root of docs) {
      const id = key(root) ?? null;
      const known = identity(id);
      const group = groups.get(known) ?? { _id: id };
      if (!groups.has(known)) groups.set(known, group);
      for (const { name, operator, evaluate } of fields) {
        const kept = Object.hasOwn(group, name) ? group[name] : undefined;
        group[name] = accumulate(operator, kept, evaluate(root));
      }
    }
    return groups.values();
  };
}

function compileField(name: string, value: unknown): Field {
  if (name.includes('.') || name.startsWith('$') || name === '__proto__')
    throw refusal(40235, `The field name '${name}' cannot be used in $group`);
  if (!isDocument(value)) throw refusal(40234, `The field '${name}' must be an accumulator object`);
  const [operator = '', ...others] = Object.keys(value);
  if (others.length > 0) throw refusal(40238, `The field '${name}' must specify one accumulator`);
  if (!accumulators.has(operator)) throw unsupported(15952, `Group operator '${operator}'`);
  return { name, operator, evaluate: compileExpression(value[operator]) };
}
