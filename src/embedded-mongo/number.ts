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
 * A BSON number as a sum of three doubles, each nearly what the ones before leave over; exact for every int64 and
 * Decimal128 of ordinary size, so comparing the parts in turn compares the numbers.
 */
export function parts(value: unknown): [number, number, number] {
  if (!isNumber(value)) return [Number.NaN, 0, 0];
  const first = toDouble(value);
  if (typeof value === 'number' || value instanceof Double) return [first, 0, 0];
  if (value instanceof Long ? Number.isSafeInteger(first) : !Number.isFinite(first) || first === 0) {
    return [first, 0, 0];
  }
  let left = scaledText(value.toString()) - scaled(first);
  const second = Number(left) / Number(scale);
  left -= scaled(second);
  return [first, second, Number(left) / Number(scale)];
}

// Numbers as integers, a hundred decimals long: toFixed gives a double's digits as they are.
const scale = 10n ** 100n;

function scaled(value: number): bigint {
  return Number.isInteger(value) ? BigInt(value) * scale : BigInt(value.toFixed(100).replace('.', ''));
}

function scaledText(text: string): bigint {
  const [mantissa = '0', exponent = '0'] = text.split('E');
  const [whole = '0', decimals = ''] = mantissa.split('.');
  const power = 100 + Number(exponent) - decimals.length;
  const digits = BigInt(whole + decimals);
  return power >= 0 ? digits * 10n ** BigInt(power) : digits / 10n ** BigInt(-power);
}
