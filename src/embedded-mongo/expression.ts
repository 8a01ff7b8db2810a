import { Int32 } from 'bson';
import { expressionOperators } from './allowed.ts';
import { type Doc, isDocument, onlyField, typeName } from './bson-value.ts';
import { compareValues, rankOf } from './key-order.ts';
import { refusal, unsupported } from './mongo-refusal.ts';
import { add, type BsonNumber, isNumber, truthy } from './number.ts';
import { child, partsOf } from './path.ts';

/** A compiled expression; its value for a document, undefined when missing. */
export type Evaluate = (root: Doc) => unknown;

/** Compiles an aggregation expression: a path, an operator or a plain value. Throws 168 for what is not accepted. */
export function compileExpression(expression: unknown): Evaluate {
  if (typeof expression === 'string' && expression.startsWith('$')) return pathExpression(expression);
  if (Array.isArray(expression)) throw unsupported(168, 'A list as an expression');
  if (!isDocument(expression)) return () => expression;
  const [operator, operand] = onlyField(expression, 15983, 'An expression');
  if (!operator.startsWith('$')) throw unsupported(168, 'A document without $literal as an expression');
  if (!expressionOperators.has(operator)) throw unsupported(168, `Expression '${operator}'`);
  return operatorExpression(operator, operand);
}

function pathExpression(path: string): Evaluate {
  if (path.startsWith('$$')) throw unsupported(17276, `Variable '${path}'`);
  const parts = partsOf(path.slice(1), 40353);
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

function operatorExpression(operator: string, operand: unknown): Evaluate {
  if (operator === '$literal') return () => operand;
  const parts = (Array.isArray(operand) ? operand : [operand]).map(compileExpression);
  const test = comparisons[operator];
  const arity = operator === '$cond' ? 3 : test ? 2 : parts.length;
  if (parts.length !== arity || arity === 0) {
    throw refusal(16020, `Expression ${operator} does not take ${parts.length} arguments`);
  }
  if (operator === '$cond') return (root) => parts[truthy(parts[0]?.(root)) ? 1 : 2]?.(root);
  const values = (root: Doc) => parts.map((part) => part(root));
  if (test) return (root) => test(compareInExpression(...(values(root) as [unknown, unknown])));
  return (root) => (operator === '$add' ? sum(values(root)) : extreme(values(root), operator));
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

// Here, unlike in queries, missing is not null but less than it.
function compareInExpression(a: unknown, b: unknown): number {
  const rank = (value: unknown) => (value === undefined ? rankOf(null) - 1 : rankOf(value));
  return rank(a) - rank(b) || compareValues(a, b);
}

function sum(values: unknown[]): BsonNumber | null {
  const odd = values.find((value) => !isNone(value) && !isNumber(value));
  if (odd !== undefined) throw unsupported(14, `$add of a value of type ${typeName(odd)}`);
  return values.some(isNone) ? null : values.filter(isNumber).reduce((a, b) => add(a, b), new Int32(0));
}

/** The least or greatest value, null and missing apart; null when there is none. A list alone stands for its elements. */
export function extreme(values: unknown[], operator: string): unknown {
  const sign = operator === '$min' ? 1 : -1;
  const [only] = values;
  const given: unknown[] = values.length === 1 && Array.isArray(only) ? only : values;
  const present = given.filter((value) => !isNone(value));
  return present.length > 0 ? present.reduce((a, b) => (compareValues(b, a) * sign < 0 ? b : a)) : null;
}
