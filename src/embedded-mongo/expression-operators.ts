import { Double, Long, ObjectId } from 'bson';
import { calculate } from './arithmetic.ts';
import { asDouble, type Doc, isDocument, typeName } from './bson-value.ts';
import { compareInExpression } from './expression.ts';
import { identity } from './key-order.ts';
import { isNumber, toDouble } from './number-parts.ts';
import { refusal } from './refusal.ts';
import { truthy } from './truthy.ts';

type Operator = { least: number; most: number; run: (values: unknown[]) => unknown };
const many = Number.POSITIVE_INFINITY;

const isNone = (value: unknown): value is null | undefined => value === null || value === undefined;
const one = (run: (value: unknown) => unknown): Operator => ({
  least: 1,
  most: 1,
  run: ([value]) => run(value),
});
const compare = (test: (order: number) => unknown): Operator => ({
  least: 2,
  most: 2,
  run: ([a, b]) => test(compareInExpression(a, b)),
});

function numeric(operator: string, run: (value: number) => number): Operator {
  return one((value) => {
    if (isNone(value)) return null;
    if (!isNumber(value))
      throw refusal(28765, `${operator} only supports numeric types, not ${typeName(value)}`);
    if (value instanceof Long) return operator === '$abs' && value.isNegative() ? value.negate() : value;
    if (typeName(value) === 'decimal')
      throw refusal(238, `${operator} on Decimal128 is not supported by the embedded database`);
    const result = run(toDouble(value));
    return typeName(value) === 'double' ? asDouble(result) : result;
  });
}

function text(operator: string, value: unknown): string {
  if (isNone(value)) return '';
  if (typeof value !== 'string')
    throw refusal(16702, `${operator} only supports strings, not ${typeName(value)}`);
  return value;
}

function lists(operator: string, values: unknown[]): unknown[][] | null {
  if (values.some(isNone)) return null;
  return values.map((value) => {
    if (!Array.isArray(value))
      throw refusal(28664, `${operator} only supports arrays, not ${typeName(value)}`);
    return value;
  });
}

function add(values: unknown[]): unknown {
  if (values.some(isNone)) return null;
  const dates = values.filter((value) => value instanceof Date);
  if (dates.length > 1) throw refusal(16612, 'only one date allowed in an $add expression');
  const sum = values
    .filter((value) => !(value instanceof Date))
    .reduce<unknown>((a, b) => arithmetic('$add', '+', a, b), 0);
  return dates[0] instanceof Date ? new Date(dates[0].getTime() + Math.round(toDouble(sum as number))) : sum;
}

function arithmetic(operator: string, sign: '+' | '-' | '*', a: unknown, b: unknown): unknown {
  if (isNone(a) || isNone(b)) return null;
  if (!isNumber(a) || !isNumber(b)) {
    throw refusal(14, `${operator} only supports numeric types, not ${typeName(isNumber(a) ? b : a)}`);
  }
  return calculate(sign, a, b);
}

function subtract([a, b]: unknown[]): unknown {
  if (a instanceof Date && b instanceof Date) return Long.fromNumber(a.getTime() - b.getTime());
  if (a instanceof Date && isNumber(b)) return new Date(a.getTime() - Math.round(toDouble(b)));
  return arithmetic('$subtract', '-', a, b);
}

function quotient(operator: string, [a, b]: unknown[]): unknown {
  if (isNone(a) || isNone(b)) return null;
  if (!isNumber(a) || !isNumber(b) || typeName(a) === 'decimal' || typeName(b) === 'decimal') {
    throw refusal(
      16609,
      `${operator} only supports numeric types here, not ${typeName(a)} and ${typeName(b)}`,
    );
  }
  const divisor = toDouble(b);
  if (divisor === 0) throw refusal(operator === '$divide' ? 2 : 16610, `can't ${operator} by zero`);
  if (operator === '$divide') return asDouble(toDouble(a) / divisor);
  if ([a, b].some((value) => typeName(value) === 'double')) return asDouble(toDouble(a) % divisor);
  if (!(a instanceof Long) && !(b instanceof Long)) return (toDouble(a) % divisor) + 0;
  return Long.fromBigInt(BigInt(a.toString()) % BigInt(b.toString()));
}

function round([value, digits = 0]: unknown[]): unknown {
  if (isNone(value) || digits === null) return null;
  const places = isNumber(digits) ? toDouble(digits) : Number.NaN;
  if (!Number.isInteger(places) || Math.abs(places) > 20)
    throw refusal(16004, '$round takes a whole number of places');
  return numeric('$round', (number) => {
    if (!Number.isFinite(number)) return number;
    // Half to even, on the decimal digits a person sees.
    const [mantissa = '0', exponent = '0'] = number.toString().split('e');
    const scaled = Number(`${mantissa}e${Number(exponent) + places}`);
    const down = Math.floor(scaled);
    const half = scaled - down === 0.5;
    const whole = half ? (down % 2 === 0 ? down : down + 1) : Math.round(scaled);
    const [wholeMantissa = '0', wholeExponent = '0'] = whole.toString().split('e');
    return Number(`${wholeMantissa}e${Number(wholeExponent) - places}`);
  }).run([value]);
}

function toText(value: unknown): unknown {
  if (isNone(value)) return null;
  if (typeof value === 'string') return value;
  if (value instanceof Date) return value.toISOString();
  if (value instanceof ObjectId) return value.toHexString();
  if (typeof value === 'boolean' || typeof value === 'number' || value instanceof Long) return String(value);
  if (value instanceof Double) return String(value.value);
  throw refusal(241, `Unsupported conversion from ${typeName(value)} to string in $toString`);
}

// With one operand that is an array, these go through its elements; other values count as they are.
const spread = (values: unknown[]): unknown[] =>
  values.length === 1 && Array.isArray(values[0]) ? values[0] : values;

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
  const better = (best: unknown, value: unknown) =>
    compareInExpression(value, best) * sign < 0 ? value : best;
  return present.length > 0 ? present.reduce(better) : null;
}

function element([list, place]: unknown[]): unknown {
  if (isNone(list) || isNone(place)) return null;
  if (!Array.isArray(list))
    throw refusal(28689, `$arrayElemAt's first argument must be an array, but is ${typeName(list)}`);
  if (!isNumber(place) || !Number.isInteger(toDouble(place)))
    throw refusal(28691, `$arrayElemAt's second argument must be a whole number`);
  return list.at(toDouble(place));
}

function mergeObjects(values: unknown[]): Doc {
  const result: Doc = {};
  for (const value of spread(values)) {
    if (isNone(value)) continue;
    if (!isDocument(value))
      throw refusal(40400, `$mergeObjects requires object inputs, but input is of type ${typeName(value)}`);
    Object.assign(result, value);
  }
  return result;
}

function unique(values: unknown[]): unknown {
  const all = lists('$setUnion', values);
  return (
    all &&
    [...new Map(all.flat().map((value) => [identity(value), value])).entries()]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([, value]) => value)
  );
}

/** Operators whose operands are all evaluated first, with how many they take. */
export const operators: Readonly<Record<string, Operator>> = {
  $eq: compare((order) => order === 0),
  $ne: compare((order) => order !== 0),
  $gt: compare((order) => order > 0),
  $gte: compare((order) => order >= 0),
  $lt: compare((order) => order < 0),
  $lte: compare((order) => order <= 0),
  $cmp: compare(Math.sign),
  $not: one((value) => !truthy(value)),
  $ifNull: {
    least: 2,
    most: many,
    run: (values) => values.find((value, i) => !isNone(value) || i === values.length - 1),
  },
  $in: {
    least: 2,
    most: 2,
    run([value, list]) {
      if (!Array.isArray(list))
        throw refusal(40081, `$in requires an array as a second argument, found: ${typeName(list)}`);
      return list.some((other) => compareInExpression(value, other) === 0);
    },
  },
  $add: { least: 0, most: many, run: add },
  $subtract: { least: 2, most: 2, run: subtract },
  $multiply: {
    least: 0,
    most: many,
    run: (values) => values.reduce((a, b) => arithmetic('$multiply', '*', a, b), 1),
  },
  $divide: { least: 2, most: 2, run: (values) => quotient('$divide', values) },
  $mod: { least: 2, most: 2, run: (values) => quotient('$mod', values) },
  $abs: numeric('$abs', Math.abs),
  $ceil: numeric('$ceil', Math.ceil),
  $floor: numeric('$floor', Math.floor),
  $round: { least: 1, most: 2, run: round },
  $concat: {
    least: 0,
    most: many,
    run: (values) => (values.some(isNone) ? null : values.map((value) => text('$concat', value)).join('')),
  },
  $toUpper: one((value) => text('$toUpper', value).replace(/[a-z]+/g, (letters) => letters.toUpperCase())),
  $toLower: one((value) => text('$toLower', value).replace(/[A-Z]+/g, (letters) => letters.toLowerCase())),
  $strLenCP: one((value) => {
    if (typeof value !== 'string')
      throw refusal(34471, `$strLenCP requires a string argument, found: ${typeName(value)}`);
    return [...value].length;
  }),
  $size: one((value) => {
    if (!Array.isArray(value))
      throw refusal(17124, `The argument to $size must be an array, but was of type: ${typeName(value)}`);
    return value.length;
  }),
  $isArray: one(Array.isArray),
  $isNumber: one(isNumber),
  $type: one(typeName),
  $toString: one(toText),
  $arrayElemAt: { least: 2, most: 2, run: element },
  $first: one((list) => element([list, 0])),
  $last: one((list) => element([list, -1])),
  $concatArrays: { least: 0, most: many, run: (values) => lists('$concatArrays', values)?.flat() ?? null },
  $setUnion: { least: 0, most: many, run: unique },
  $sum: { least: 0, most: many, run: (values) => sum(spread(values)) },
  $avg: { least: 0, most: many, run: (values) => mean(spread(values)) },
  $min: { least: 0, most: many, run: (values) => extreme(spread(values), 1) },
  $max: { least: 0, most: many, run: (values) => extreme(spread(values), -1) },
  $mergeObjects: { least: 0, most: many, run: mergeObjects },
};
