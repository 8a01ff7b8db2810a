import { accumulators } from './allowed.ts';
import { calculate } from './arithmetic.ts';
import { asDouble, type Doc, isDocument } from './bson-value.ts';
import { compileExpression, type Evaluate } from './expression.ts';
import { extreme } from './expression-operators.ts';
import { identity } from './key-order.ts';
import { isNumber, toDouble } from './number-parts.ts';
import { refusal } from './refusal.ts';

type Accumulator = { add: (value: unknown) => void; result: () => unknown };

function accumulator(operator: string): Accumulator {
  let value: unknown;
  let count = 0;
  if (operator === '$sum' || operator === '$avg' || operator === '$count') {
    value = 0;
    return {
      add(next) {
        if (!isNumber(next)) return;
        value = calculate('+', value, next);
        count++;
      },
      result: () =>
        operator !== '$avg' ? value : count === 0 ? null : asDouble(toDouble(value as number) / count),
    };
  }
  if (operator === '$push' || operator === '$addToSet') {
    const values: unknown[] = [];
    const seen = new Set<string>();
    return {
      add(next) {
        if (next === undefined) return;
        const known = operator === '$addToSet' && seen.has(identity(next));
        if (operator === '$addToSet') seen.add(identity(next));
        if (!known) values.push(next);
      },
      result: () => values,
    };
  }
  if (operator === '$min' || operator === '$max') {
    return {
      add(next) {
        value = extreme([value, next], operator === '$min' ? 1 : -1);
      },
      result: () => value ?? null,
    };
  }
  return {
    add(next) {
      if (operator === '$last' || count === 0) value = next;
      count++;
    },
    result: () => value ?? null,
  };
}

/** Compiles a `$group` stage. Groups come in the order they are first met. */
export function compileGroup(spec: unknown): (docs: Iterable<Doc>) => Iterable<Doc> {
  if (!isDocument(spec) || !('_id' in spec))
    throw refusal(15955, 'a group specification must include an _id');
  const key = compileExpression(spec._id);
  const fields = Object.entries(spec)
    .filter(([name]) => name !== '_id')
    .map(([name, value]) => ({ name, ...field(name, value) }));
  return function* (docs) {
    const groups = new Map<string, { id: unknown; values: Accumulator[] }>();
    for (const root of docs) {
      const id = key(root) ?? null;
      const known = identity(id);
      let group = groups.get(known);
      if (!group) {
        group = { id, values: fields.map(({ operator }) => accumulator(operator)) };
        groups.set(known, group);
      }
      for (let i = 0; i < fields.length; i++) group.values[i]?.add(fields[i]?.evaluate(root));
    }
    for (const { id, values } of groups.values()) {
      const result: Doc = { _id: id };
      fields.forEach(({ name }, i) => {
        result[name] = values[i]?.result();
      });
      yield result;
    }
  };
}

function field(name: string, value: unknown): { operator: string; evaluate: Evaluate } {
  if (name.includes('.') || name.startsWith('$'))
    throw refusal(40235, `The field name '${name}' cannot be used in $group`);
  if (!isDocument(value)) throw refusal(40234, `The field '${name}' must be an accumulator object`);
  const [operator = '', ...others] = Object.keys(value);
  if (others.length > 0) throw refusal(40238, `The field '${name}' must specify one accumulator`);
  if (!accumulators.has(operator)) throw refusal(15952, `unknown group operator '${operator}'`);
  return { operator, evaluate: operator === '$count' ? () => 1 : compileExpression(value[operator]) };
}
