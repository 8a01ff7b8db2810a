import { Decimal128, Double, Long } from 'bson';

/** True for every kind of BSON number. */
export function isNumber(value: unknown): value is number | Double | Long | Decimal128 {
  if (typeof value === 'number') return true;
  if (typeof value !== 'object' || value === null) return false;
  const kind = (value as { _bsontype?: string })._bsontype;
  return kind === 'Double' || kind === 'Long' || kind === 'Decimal128';
}

/** The nearest double of a BSON number. */
export function toDouble(value: number | Double | Long | Decimal128): number {
  if (typeof value === 'number') return value;
  if (value instanceof Double) return value.value;
  if (value instanceof Long) return value.toNumber();
  return Number(value.toString());
}

/** A BSON number without its fraction; undefined for what an int64 cannot hold. */
export function whole(value: number | Double | Long | Decimal128): bigint | undefined {
  if (value instanceof Long) return value.toBigInt();
  const number = Math.trunc(toDouble(value));
  return Math.abs(number) < 2 ** 63 ? BigInt(number) : undefined;
}

/**
 * A BSON number as a sum of three doubles, each the nearest to what the ones before leave over; exact for every
 * int64 and Decimal128 of ordinary size, so comparing the parts in turn compares the numbers.
 */
export function parts(value: unknown): [number, number, number] {
  if (typeof value === 'number') return [value, 0, 0];
  if (value instanceof Double) return [value.value, 0, 0];
  if (value instanceof Long) {
    const first = value.toNumber();
    return Number.isSafeInteger(first) ? [first, 0, 0] : [first, Number(value.toBigInt() - BigInt(first)), 0];
  }
  if (!(value instanceof Decimal128)) return [Number.NaN, 0, 0];
  const text = value.toString();
  const first = Number(text);
  if (!Number.isFinite(first) || first === 0) return [first, 0, 0];
  let left = subtract(decimalFraction(text), first);
  const second = nearest(left);
  left = subtract(left, second);
  return [first, second, nearest(left)];
}

type Fraction = { above: bigint; below: bigint };

function decimalFraction(text: string): Fraction {
  const [mantissa = '0', exponent = '0'] = text.split('E');
  const [whole = '0', decimals = ''] = mantissa.split('.');
  const power = Number(exponent) - decimals.length;
  const digits = BigInt(whole + decimals);
  return power >= 0
    ? { above: digits * 10n ** BigInt(power), below: 1n }
    : { above: digits, below: 10n ** BigInt(-power) };
}

function subtract(from: Fraction, value: number): Fraction {
  if (value === 0) return from;
  let power = 0;
  let whole = value;
  while (!Number.isInteger(whole)) {
    whole *= 2;
    power++;
  }
  const scale = 1n << BigInt(power);
  return { above: from.above * scale - BigInt(whole) * from.below, below: from.below * scale };
}

function nearest({ above, below }: Fraction): number {
  if (above === 0n) return 0;
  const negative = above < 0n;
  const size = negative ? -above : above;
  // 64 bits of quotient are more than a double keeps; what is cut off is below its last place.
  const shift = 64 - (size.toString(2).length - below.toString(2).length);
  const quotient = shift > 0 ? (size << BigInt(shift)) / below : size / (below << BigInt(-shift));
  const result = Number(quotient) * 2 ** -shift;
  return negative ? -result : result;
}
