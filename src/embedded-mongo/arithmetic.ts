import { Decimal128, Double, Long } from 'bson';
import { asDouble, isInt32 } from './bson-value.ts';
import { isNumber, toDouble } from './number-parts.ts';
import { refusal, unsupported } from './refusal.ts';

type Kind = 'int' | 'long' | 'double';

function kindOf(value: unknown): Kind {
  if (value instanceof Decimal128) throw unsupported(238, 'Arithmetic on Decimal128');
  if (value instanceof Long) return 'long';
  if (value instanceof Double) return 'double';
  return typeof value === 'number' && isInt32(value) ? 'int' : 'double';
}

const integer = (value: unknown): bigint =>
  value instanceof Long ? value.toBigInt() : BigInt(value as number);

/**
 * Adds, subtracts or multiplies two BSON numbers; the result has the wider type: int32 grows to int64, anything with a
 * double is a double. Beyond int64 it is a double if `wide`, else 2 is thrown. Decimal128 is refused.
 */
export function calculate(
  operator: '+' | '-' | '*',
  a: unknown,
  b: unknown,
  wide = true,
): number | Double | Long {
  if (!isNumber(a) || !isNumber(b)) throw refusal(14, 'Arithmetic needs numbers');
  const kinds = [kindOf(a), kindOf(b)];
  if (kinds.includes('double')) {
    const [x, y] = [toDouble(a), toDouble(b)];
    return asDouble(operator === '+' ? x + y : operator === '-' ? x - y : x * y);
  }
  const [x, y] = [integer(a), integer(b)];
  const exact = operator === '+' ? x + y : operator === '-' ? x - y : x * y;
  if (!kinds.includes('long') && isInt32(Number(exact))) return Number(exact);
  if (BigInt.asIntN(64, exact) === exact) return Long.fromBigInt(exact);
  if (!wide) throw refusal(2, 'Failed to apply $inc or $mul: the result does not fit in 64 bits');
  return asDouble(Number(exact));
}
