import { Decimal128, Double, Long } from 'bson';
import { refusal, unsupported } from './refusal.ts';

export type BsonNumber = number | Double | Long | Decimal128;

/** True if a plain number is stored as an int32. */
export function isInt32(value: number): boolean {
  return (value | 0) === value && !Object.is(value, -0);
}

/** Wraps a double so that it stays one when it has no fraction. */
export function asDouble(value: number): number | Double {
  return isInt32(value) ? new Double(value) : value;
}

/** True for every kind of BSON number. */
export function isNumber(value: unknown): value is BsonNumber {
  if (typeof value === 'number') return true;
  if (typeof value !== 'object' || value === null) return false;
  const kind = (value as { _bsontype?: string })._bsontype;
  return kind === 'Double' || kind === 'Long' || kind === 'Decimal128';
}

/** The nearest double of a BSON number. */
export function toDouble(value: BsonNumber): number {
  if (typeof value === 'number') return value;
  if (value instanceof Double) return value.value;
  if (value instanceof Long) return value.toNumber();
  return Number(value.toString());
}

/** A BSON number that has no fraction; undefined for everything else. */
export function wholeOf(value: unknown): number | undefined {
  const number = isNumber(value) ? toDouble(value) : Number.NaN;
  return Number.isInteger(number) ? number : undefined;
}

/** What counts as true to MongoDB: everything but false, zero, null and missing. */
export function truthy(value: unknown): boolean {
  if (value === undefined || value === null || value === false) return false;
  return !isNumber(value) || toDouble(value) !== 0;
}

const isInteger = (value: BsonNumber): value is number | Long =>
  typeof value === 'number' ? isInt32(value) : value instanceof Long;

/**
 * Adds two BSON numbers; the result has the wider type: int32 grows to int64, anything with a double is a double.
 * Beyond int64 it is a double if `wide`, else 2 is thrown. Decimal128 is refused.
 */
export function add(a: BsonNumber, b: BsonNumber, wide = true): number | Double | Long {
  if (a instanceof Decimal128 || b instanceof Decimal128) throw unsupported(238, 'Arithmetic on Decimal128');
  if (!isInteger(a) || !isInteger(b)) return asDouble(toDouble(a) + toDouble(b));
  if (typeof a === 'number' && typeof b === 'number' && isInt32(a + b)) return a + b;
  const sum = BigInt(a.toString()) + BigInt(b.toString());
  if (BigInt.asIntN(64, sum) === sum) return Long.fromBigInt(sum);
  if (!wide) throw refusal(2, 'Failed to apply $inc: the result does not fit in 64 bits');
  return asDouble(Number(sum));
}

/**
 * What the nearest double leaves over of a BSON number, in units of 2^-1200: fine enough to tell any two numbers apart
 * but for Decimal128 below 1e-300.
 */
export function remainder(value: BsonNumber): bigint {
  const near = toDouble(value);
  if (!Number.isFinite(near) || !(value instanceof Decimal128 || value instanceof Long)) return 0n;
  if (value instanceof Long && Number.isSafeInteger(near)) return 0n;
  const [mantissa = '0', exponent = '0'] = value.toString().split('E');
  const [whole = '0', decimals = ''] = mantissa.split('.');
  const power = Number(exponent) - decimals.length;
  const digits = BigInt(whole + decimals) << 1200n;
  return (power < 0 ? digits / 10n ** BigInt(-power) : digits * 10n ** BigInt(power)) - units(near);
}

function units(value: number): bigint {
  let whole = value;
  let power = 1200;
  for (; !Number.isInteger(whole); power--) whole *= 2;
  return BigInt(whole) << BigInt(power);
}
