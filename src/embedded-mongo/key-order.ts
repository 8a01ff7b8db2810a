import { Binary, Double, Int32, ObjectId } from 'bson';
import { isDocument, typeName } from './bson-value.ts';
import { unsupported } from './mongo-refusal.ts';
import { type BsonNumber, isNumber, remainder, toDouble } from './number.ts';

// MongoDB's order of types. The symbol of an empty array in an index stands before null ("undefined" there).
const ranks: Record<string, number> = {
  symbol: 0x08,
  missing: 0x0a,
  null: 0x0a,
  number: 0x10,
  Int32: 0x10,
  Long: 0x10,
  Double: 0x10,
  Decimal128: 0x10,
  string: 0x18,
  object: 0x20,
  array: 0x28,
  Binary: 0x30,
  ObjectId: 0x38,
  boolean: 0x40,
  Date: 0x48,
};

/** Stands for an empty array in an index; it is not a value of a document. */
export const emptyArray = Symbol('empty array');

/** The place of the value's type in MongoDB's order; values of one rank compare by content. Throws 2 for other types. */
export function rankOf(value: unknown): number {
  const name = typeName(value);
  const rank = ranks[name];
  if (rank === undefined) throw unsupported(2, `A value of the type ${name}`);
  return rank;
}

const scratch = Buffer.alloc(8);
const byte = String.fromCharCode;
const rankKey = (value: unknown): string => byte(rankOf(value));

// Text ends in 00 00; a zero inside becomes 00 FF, so a prefix sorts first and no key is the beginning of another.
function textKey(text: string): string {
  if (Buffer.byteLength(text) === text.length && !text.includes('\0')) return `${text}\0\0`;
  return `${Buffer.from(text).toString('latin1').replaceAll('\0', '\0\xff')}\0\0`;
}

// A double's bits as unsigned bytes in numeric order; NaN before everything.
function doubleKey(value: number): string {
  if (Number.isNaN(value)) return '\0'.repeat(8);
  scratch.writeDoubleBE(value === 0 ? 0 : value);
  const negative = ((scratch[0] ?? 0) & 0x80) !== 0;
  if (!negative) scratch[0] = (scratch[0] ?? 0) | 0x80;
  return (negative ? invert(scratch) : scratch).toString('latin1');
}

function numberKey(value: BsonNumber): string {
  const rest = remainder(value);
  if (rest === 0n) return `${doubleKey(toDouble(value))}\x80`;
  // Rare: a whole number beyond 2^53 or a decimal fraction; 280 bytes hold what is left of the largest.
  const digits = Buffer.from((rest + (1n << 2239n)).toString(16).padStart(560, '0'), 'hex');
  return `${doubleKey(toDouble(value))}${rest < 0n ? '\x40' : '\xc0'}${digits.toString('latin1')}`;
}

function contentKey(value: unknown): string {
  if (typeof value === 'string') return textKey(value);
  if (isNumber(value)) return numberKey(value);
  if (typeof value === 'boolean') return value ? '\x02' : '\x01';
  if (value instanceof ObjectId) return Buffer.from(value.id).toString('latin1');
  if (value instanceof Date) {
    scratch.writeBigUInt64BE(BigInt(value.getTime()) + (1n << 63n));
    return scratch.toString('latin1');
  }
  if (value instanceof Binary) {
    scratch.writeUInt32BE(value.position);
    return `${scratch.toString('latin1', 0, 4)}${byte(value.sub_type)}${Buffer.from(value.value()).toString('latin1')}`;
  }
  if (Array.isArray(value)) return `${value.map(identity).join('')}\0`;
  if (!isDocument(value)) return '';
  const fields = Object.entries(value).map(([name, at]) => rankKey(at) + textKey(name) + contentKey(at));
  return `${fields.join('')}\0`;
}

/** The bytes with every bit turned round, whose order is the reverse. */
export function invert(bytes: Buffer): Buffer {
  const turned = Buffer.from(bytes);
  for (let i = 0; i < turned.length; i++) turned[i] = ~(turned[i] ?? 0);
  return turned;
}

/** A string that is the same for equal values only, and in MongoDB's order of values; its characters are bytes. */
export const identity = (value: unknown): string => rankKey(value) + contentKey(value);

/**
 * The values as bytes whose order is MongoDB's order of values: equal values, and only those, have equal bytes.
 * Sorting, grouping, equality and indexes all go by it. `directions[i] < 0` turns the i-th value's order round.
 */
export function orderKey(values: readonly unknown[], directions: readonly number[] = []): Buffer {
  const keys = values.map((value, i) => {
    const key = Buffer.from(identity(value), 'latin1');
    return (directions[i] ?? 1) < 0 ? invert(key) : key;
  });
  return keys.length === 1 && keys[0] ? keys[0] : Buffer.concat(keys);
}

/** Negative, zero or positive as `a` stands before, with or after `b` in MongoDB's order of values. */
export function compareValues(a: unknown, b: unknown): number {
  if ((a instanceof Int32 || a instanceof Double) && (b instanceof Int32 || b instanceof Double)) {
    if (a.value === b.value) return 0;
    if (!Number.isNaN(a.value + b.value)) return a.value - b.value;
  }
  const [one, other] = [identity(a), identity(b)];
  return one < other ? -1 : one > other ? 1 : 0;
}

/** True if both are the same value to MongoDB (1 and 1.0 are; field order counts). */
export function sameValue(a: unknown, b: unknown): boolean {
  return compareValues(a, b) === 0;
}
