import { Long } from 'bson';
import { calculate } from './arithmetic.ts';
import { asDouble, typeName } from './bson-value.ts';
import { compareValues, rankOf } from './key-order.ts';
import { isNumber, toDouble } from './number-parts.ts';
import { refusal, unsupported } from './refusal.ts';
import { truthy } from './truthy.ts';

type Operator = { least: number; most: number; run?: (values: unknown[]) => unknown };
const many = Number.POSITIVE_INFINITY;

const isNone = (value: unknown): value is null | undefined => value === null || value === undefined;
const one = (run: (value: unknown) => unknown): Operator => ({
  least: 1,
  most: 1,
  run: ([value]) => run(value),
});
const compare = (test: (order: number) => boolean): Operator => ({
  least: 2,
  most: 2,
  run: ([a, b]) => test(compareInExpression(a, b)),
});

// Here, unlike in queries, missing is not null but less than it.
function compareInExpression(a: unknown, b: unknown): number {
  if (a !== undefined && b !== undefined) return compareValues(a, b);
  if (a === b) return 0;
  if (a === undefined) return rankOf(b) < rankOf(null) ? 1 : -1;
  return rankOf(a) < rankOf(null) ? -1 : 1;
}

function arithmetic(operator: string, sign: '+' | '-' | '*', a: unknown, b: unknown): unknown {
  if (isNone(a) || isNone(b)) return null;
  if (isNumber(a) && isNumber(b)) return calculate(sign, a, b);
  throw refusal(14, `${operator} only supports numeric types, not ${typeName(isNumber(a) ? b : a)}`);
}

function add(values: unknown[]): unknown {
  if (values.some(isNone)) return null;
  const [date, ...others] = values.filter((value) => value instanceof Date);
  if (others.length > 0) throw refusal(16612, 'only one date allowed in an $add expression');
  const numbers = values.filter((value) => value !== date);
  const sum = numbers.reduce((a, b) => arithmetic('$add', '+', a, b), 0);
  return date ? new Date(date.getTime() + Math.round(toDouble(sum as number))) : sum;
}

function subtract([a, b]: unknown[]): unknown {
  if (a instanceof Date && b instanceof Date) return Long.fromNumber(a.getTime() - b.getTime());
  if (a instanceof Date && isNumber(b)) return new Date(a.getTime() - Math.round(toDouble(b)));
  return arithmetic('$subtract', '-', a, b);
}

function divide([a, b]: unknown[]): unknown {
  if (isNone(a) || isNone(b)) return null;
  if (!isNumber(a) || !isNumber(b)) throw refusal(14, '$divide only supports numeric types');
  if ([a, b].some((value) => typeName(value) === 'decimal'))
    throw unsupported(238, 'Arithmetic on Decimal128');
  if (toDouble(b) === 0) throw refusal(2, "can't $divide by zero");
  return asDouble(toDouble(a) / toDouble(b));
}

function concat(values: unknown[]): unknown {
  const odd = values.find((value) => !isNone(value) && typeof value !== 'string');
  if (odd !== undefined) throw refusal(16702, `$concat only supports strings, not ${typeName(odd)}`);
  return values.some(isNone) ? null : values.join('');
}

function element([list, place]: unknown[]): unknown {
  if (isNone(list) || isNone(place)) return null;
  if (!Array.isArray(list)) throw refusal(28689, `$arrayElemAt needs an array, not ${typeName(list)}`);
  if (!isNumber(place) || !Number.isInteger(toDouble(place)))
    throw refusal(28691, '$arrayElemAt needs a whole number');
  return list.at(toDouble(place));
}

function contains([value, list]: unknown[]): boolean {
  if (!Array.isArray(list))
    throw refusal(40081, `$in requires an array as a second argument, found: ${typeName(list)}`);
  return list.some((other) => compareInExpression(value, other) === 0);
}

function size(value: unknown): number {
  if (!Array.isArray(value))
    throw refusal(17124, `The argument to $size must be an array, not ${typeName(value)}`);
  return value.length;
}

/** The sum of the numbers among the values; what is not a number does not count. */
export const sum = (values: unknown[]): unknown =>
  values.filter(isNumber).reduce<unknown>((a, b) => calculate('+', a, b), 0);

/** The mean of the numbers among the values; null when there are none. */
export function mean(values: unknown[]): unknown {
  const numbers = values.filter(isNumber);
  return numbers.length > 0 ? asDouble(toDouble(sum(numbers) as number) / numbers.length) : null;
}

/** The least (sign 1) or greatest (sign -1) value, null and missing apart; null when there is none. */
export function extreme(values: unknown[], sign: 1 | -1): unknown {
  const present: unknown[] = values.filter((value) => !isNone(value));
  const better = (best: unknown, value: unknown) => (compareValues(value, best) * sign < 0 ? value : best);
  return present.length > 0 ? present.reduce(better) : null;
}

// With one operand that is an array, these go through its elements; other values count as they are.
const overAll = (run: (values: unknown[]) => unknown): Operator => ({
  least: 0,
  most: many,
  run: (values) => run(values.length === 1 && Array.isArray(values[0]) ? values[0] : values),
});

/** Operators, with how many operands they take; those without `run` decide themselves which to evaluate. */
export const operators: Readonly<Record<string, Operator>> = {
  $and: { least: 0, most: many },
  $or: { least: 0, most: many },
  $cond: { least: 3, most: 3 },
  $eq: compare((order) => order === 0),
  $ne: compare((order) => order !== 0),
  $gt: compare((order) => order > 0),
  $gte: compare((order) => order >= 0),
  $lt: compare((order) => order < 0),
  $lte: compare((order) => order <= 0),
  $not: one((value) => !truthy(value)),
  $ifNull: { least: 2, most: many, run: (values) => values.find((value) => !isNone(value)) ?? values.at(-1) },
  $in: { least: 2, most: 2, run: contains },
  $add: { least: 0, most: many, run: add },
  $subtract: { least: 2, most: 2, run: subtract },
  $multiply: {
    least: 0,
    most: many,
    run: (values) => values.reduce((a, b) => arithmetic('$multiply', '*', a, b), 1),
  },
  $divide: { least: 2, most: 2, run: divide },
  $concat: { least: 0, most: many, run: concat },
  $size: one(size),
  $isArray: one(Array.isArray),
  $arrayElemAt: { least: 2, most: 2, run: element },
  $sum: overAll(sum),
  $avg: overAll(mean),
  $min: overAll((values) => extreme(values, 1)),
  $max: overAll((values) => extreme(values, -1)),
};
