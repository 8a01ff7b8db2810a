import { Decimal128, Double, Int32, Long } from 'bson';
import { refusal, unsupported } from './mongo-refusal.ts';

/** Clients' numbers are objects; a plain one is our own and counts as what BSON would make of it. */
export type BsonNumber = number | Int32 | Double | Long | Decimal128;

/** True for every kind of BSON number. */
export function isNumber(value: unknown): value is BsonNumber {
  return (
    value instanceof Int32 ||
    value instanceof Double ||
    value instanceof Long ||
    value instanceof Decimal128 ||
    typeof value === 'number'
  );
}

/** The nearest double of a BSON number. */
export function toDouble(value: BsonNumber): number {
  if (typeof value === 'number') return value;
  if (value instanceof Long) return value.toNumber();
  return value instanceof Decimal128 ? Number(value.toString()) : value.value;
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

const isInteger = (value: BsonNumber): value is Int32 | Long =>
  value instanceof Int32 || value instanceof Long;

/**
 * Adds two BSON numbers; the result has the wider type: int32 grows to int64, anything with a double is a double.
 * Beyond int64 it is a double if `wide`, else 2 is thrown. Decimal128 is refused.
 */
export function add(a: BsonNumber, b: BsonNumber, wide = true): BsonNumber {
  if (a instanceof Decimal128 || b instanceof Decimal128) throw unsupported(238, 'Arithmetic on Decimal128');
  if (!isInteger(a) || !isInteger(b)) return new Double(toDouble(a) + toDouble(b));
  const near = toDouble(a) + toDouble(b);
  if (a instanceof Int32 && b instanceof Int32 && (near | 0) === near) return new Int32(near);
  const sum = BigInt(a.toString()) + BigInt(b.toString());
  if (BigInt.asIntN(64, sum) === sum) return Long.fromBigInt(sum);
  if (!wide) throw refusal(2, 'Failed to apply $inc: the result does not fit in 64 bits');
  return new Double(near);
}

/**
 * What the nearest double leaves over of a BSON number, in units of 2^-1200: fine enough to tell any two numbers apart
 * but for Decimal128 below 1e-300.
 */
export function remainder(value: BsonNumber): bigint {
  if (!(value instanceof Decimal128 || value instanceof Long)) return 0n;
  const near = toDouble(value);
  if (!Number.isFinite(near) || (value instanceof Long && Number.isSafeInteger(near))) return 0n;
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
