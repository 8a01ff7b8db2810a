import { Binary, Double, Int32, ObjectId } from 'bson';
import { isDocument, typeName } from './bson-value.ts';
import { type BsonNumber, isNumber, remainder, toDouble } from './number.ts';
import { unsupported } from './refusal.ts';

// MongoDB's order of types. An empty array in an index stands before null ("undefined" there).
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

let scratch = Buffer.alloc(4096);
let length = 0;

function reserve(size: number): void {
  if (length + size <= scratch.length) return;
  const larger = Buffer.alloc(Math.max(scratch.length * 2, length + size));
  scratch.copy(larger, 0, 0, length);
  scratch = larger;
}

function writeByte(byte: number): void {
  reserve(1);
  scratch[length++] = byte;
}

function writeBytes(bytes: Uint8Array): void {
  reserve(bytes.length);
  scratch.set(bytes, length);
  length += bytes.length;
}

// Text ends in 00 00; a zero inside becomes 00 FF, so a prefix sorts first and no key is the beginning of another.
function writeText(text: string): void {
  reserve(text.length * 3 + 2);
  if (text.includes('\0')) {
    for (const byte of Buffer.from(text)) {
      writeByte(byte);
      if (byte === 0) writeByte(0xff);
    }
    reserve(2);
  } else length += scratch.write(text, length);
  scratch[length++] = 0;
  scratch[length++] = 0;
}

// A double's bits as unsigned bytes in numeric order; NaN before everything.
function writeDouble(value: number): void {
  reserve(8);
  if (Number.isNaN(value)) scratch.fill(0, length, length + 8);
  else {
    scratch.writeDoubleBE(value === 0 ? 0 : value, length);
    const negative = ((scratch[length] ?? 0) & 0x80) !== 0;
    if (negative) for (let i = length; i < length + 8; i++) scratch[i] = ~(scratch[i] ?? 0) & 0xff;
    else scratch[length] = (scratch[length] ?? 0) | 0x80;
  }
  length += 8;
}

function writeNumber(value: BsonNumber): void {
  writeDouble(toDouble(value));
  const rest = remainder(value);
  writeByte(rest === 0n ? 0x80 : rest < 0n ? 0x40 : 0xc0);
  // Rare: a whole number beyond 2^53 or a decimal fraction; 280 bytes hold what is left of the largest.
  if (rest !== 0n) writeBytes(Buffer.from((rest + (1n << 2239n)).toString(16).padStart(560, '0'), 'hex'));
}

function writeContent(value: unknown): void {
  if (typeof value === 'string') writeText(value);
  else if (isNumber(value)) writeNumber(value);
  else if (typeof value === 'boolean') writeByte(value ? 2 : 1);
  else if (value instanceof Date) {
    reserve(8);
    length = scratch.writeBigUInt64BE(BigInt(value.getTime()) + (1n << 63n), length);
  } else if (value instanceof ObjectId) writeBytes(value.id);
  else if (value instanceof Binary) {
    reserve(4);
    length = scratch.writeUInt32BE(value.position, length);
    writeByte(value.sub_type);
    writeBytes(value.value());
  } else if (Array.isArray(value)) {
    for (const element of value) writeValue(element);
    writeByte(0);
  } else if (isDocument(value)) {
    for (const [name, field] of Object.entries(value)) {
      writeByte(rankOf(field));
      writeText(name);
      writeContent(field);
    }
    writeByte(0);
  }
}

function writeValue(value: unknown): void {
  writeByte(rankOf(value));
  writeContent(value);
}

/**
 * The values as bytes whose order is MongoDB's order of values: equal values, and only those, have equal bytes.
 * Sorting, grouping, equality and indexes all go by it. `directions[i] < 0` turns the i-th value's order round.
 */
export function orderKey(values: readonly unknown[], directions: readonly number[] = []): Buffer {
  length = 0;
  values.forEach((value, i) => {
    const from = length;
    writeValue(value);
    if ((directions[i] ?? 1) < 0) for (let k = from; k < length; k++) scratch[k] = ~(scratch[k] ?? 0) & 0xff;
  });
  return Buffer.from(scratch.subarray(0, length));
}

/** A string that is the same for equal values only; for maps and sets. */
export function identity(value: unknown): string {
  length = 0;
  writeValue(value);
  return scratch.toString('latin1', 0, length);
}

/** Negative, zero or positive as `a` stands before, with or after `b` in MongoDB's order of values. */
export function compareValues(a: unknown, b: unknown): number {
  if ((a instanceof Int32 || a instanceof Double) && (b instanceof Int32 || b instanceof Double)) {
    if (a.value === b.value) return 0;
    if (!Number.isNaN(a.value + b.value)) return a.value - b.value;
  }
  if (a instanceof Date && b instanceof Date) return a.getTime() - b.getTime();
  return rankOf(a) - rankOf(b) || Buffer.compare(orderKey([a]), orderKey([b]));
}

/** True if both are the same value to MongoDB (1 and 1.0 are; field order counts). */
export function sameValue(a: unknown, b: unknown): boolean {
  return compareValues(a, b) === 0;
}
