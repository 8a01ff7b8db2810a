import { expressionOperators } from './allowed.ts';
import { type Doc, isDocument, setField, typeName } from './bson-value.ts';
import { compareValues, rankOf } from './key-order.ts';
import { add, isNumber, truthy } from './number.ts';
import { child } from './path.ts';
import { refusal, unsupported } from './refusal.ts';

/** A compiled expression; its value for a document, undefined when missing. */
export type Evaluate = (root: Doc) => unknown;

/** Compiles an aggregation expression. Throws 168 for operators not accepted. */
export function compileExpression(expression: unknown): Evaluate {
  if (typeof expression === 'string' && expression.startsWith('$')) return pathExpression(expression);
  if (Array.isArray(expression)) {
    const elements = expression.map(compileExpression);
    return (root) => elements.map((evaluate) => evaluate(root) ?? null);
  }
  if (!isDocument(expression)) return () => expression;
  const [operator, ...others] = Object.keys(expression);
  if (!operator?.startsWith('$')) return objectExpression(expression);
  if (others.length > 0) throw refusal(15983, 'An expression object must have exactly one field');
  if (!expressionOperators.has(operator)) throw unsupported(168, `Expression '${operator}'`);
  return operatorExpression(operator, expression[operator]);
}

function pathExpression(path: string): Evaluate {
  if (path.startsWith('$$')) throw unsupported(17276, `Variable '${path}'`);
  const parts = path.slice(1).split('.');
  if (parts.includes('')) throw refusal(40353, `Field path '${path}' must not have an empty part`);
  return (root) => follow(root, parts, 0);
}

// Through an array, a path gives the array of what it finds in the documents there.
function follow(value: unknown, parts: string[], at: number): unknown {
  const part = parts[at];
  if (part === undefined) return value;
  if (!Array.isArray(value)) return follow(child(value, part), parts, at + 1);
  const inside = value.filter((element) => Array.isArray(element) || isDocument(element));
  return inside.map((element) => follow(element, parts, at)).filter((found) => found !== undefined);
}

function objectExpression(expression: Doc): Evaluate {
  const fields = Object.entries(expression).map(([name, value]) => [name, compileExpression(value)] as const);
  return (root) => {
    const result: Doc = {};
    for (const [name, evaluate] of fields) {
      const value = evaluate(root);
      if (value !== undefined) setField(result, name, value);
    }
    return result;
  };
}

function operatorExpression(operator: string, operand: unknown): Evaluate {
  if (operator === '$literal') return () => operand;
  const given =
    operator === '$cond' && isDocument(operand) ? [operand.if, operand.then, operand.else] : operand;
  const parts = (Array.isArray(given) ? given : [given]).map(compileExpression);
  const [least, most] = operator === '$cond' ? [3, 3] : comparisons[operator] ? [2, 2] : [1, parts.length];
  if (parts.length < least || parts.length > most) {
    throw refusal(16020, `Expression ${operator} does not take ${parts.length} arguments`);
  }
  if (operator === '$cond') return (root) => parts[truthy(parts[0]?.(root)) ? 1 : 2]?.(root);
  const values = (root: Doc) => parts.map((part) => part(root));
  return (root) => calculate(operator, values(root));
}

const comparisons: Record<string, (order: number) => boolean> = {
  $eq: (order) => order === 0,
  $ne: (order) => order !== 0,
  $gt: (order) => order > 0,
  $gte: (order) => order >= 0,
  $lt: (order) => order < 0,
  $lte: (order) => order <= 0,
};

const isNone = (value: unknown): value is null | undefined => value === null || value === undefined;

function calculate(operator: string, values: unknown[]): unknown {
  const test = comparisons[operator];
  if (test) return test(compareInExpression(values[0], values[1]));
  if (operator === '$ifNull') return values.find((value) => !isNone(value)) ?? values.at(-1);
  if (operator === '$add') return sum(values);
  const [only] = values;
  return extreme(values.length === 1 && Array.isArray(only) ? only : values, operator);
}

// Here, unlike in queries, missing is not null but less than it.
function compareInExpression(a: unknown, b: unknown): number {
  if (a !== undefined && b !== undefined) return compareValues(a, b);
  if (a === b) return 0;
  if (a === undefined) return rankOf(b) < rankOf(null) ? 1 : -1;
  return rankOf(a) < rankOf(null) ? -1 : 1;
}

function sum(values: unknown[]): unknown {
  const odd = values.find((value) => !isNone(value) && !isNumber(value));
  if (odd !== undefined) throw unsupported(14, `$add of a value of type ${typeName(odd)}`);
  return values.some(isNone) ? null : values.filter(isNumber).reduce((a, b) => add(a, b), 0);
}

/** The least or greatest value, null and missing apart; null when there is none. */
export function extreme(values: unknown[], operator: string): unknown {
  const sign = operator === '$min' ? 1 : -1;
  const present: unknown[] = values.filter((value) => !isNone(value));
  const better = (best: unknown, value: unknown) => (compareValues(value, best) * sign < 0 ? value : best);
  return present.length > 0 ? present.reduce(better) : null;
}
