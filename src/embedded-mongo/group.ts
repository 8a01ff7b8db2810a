import { Int32 } from 'bson';
import { accumulators } from './allowed.ts';
import { type Doc, isDocument, onlyField, setField } from './bson-value.ts';
import { compileExpression, extreme } from './expression.ts';
import { identity } from './key-order.ts';
import { refusal, unsupported } from './mongo-refusal.ts';
import { add, isNumber } from './number.ts';
import { partsOf } from './path.ts';

/** Compiles a `$group` stage of sums, least and greatest values. Groups come in the order they are first met. */
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
      groups.set(known, group);
      for (const { name, operator, evaluate } of fields) {
        const kept = Object.hasOwn(group, name) ? group[name] : undefined;
        const value = evaluate(root);
        setField(group, name, operator === '$sum' ? sum(kept, value) : extreme([kept, value], operator));
      }
    }
    return groups.values();
  };
}

function compileField(name: string, value: unknown) {
  if (partsOf(name, 40235).length > 1) throw refusal(40235, `'${name}' must be a plain name`);
  const [operator, operand] = onlyField(value, 40234, `The field '${name}'`);
  if (!accumulators.has(operator)) throw unsupported(15952, `Group operator '${operator}'`);
  return { name, operator, evaluate: compileExpression(operand) };
}

// What is no number does not count.
const sum = (kept: unknown, value: unknown) =>
  isNumber(value) ? add(isNumber(kept) ? kept : new Int32(0), value) : (kept ?? new Int32(0));
