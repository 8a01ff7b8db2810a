import { Binary, BSONRegExp, Decimal128, Double, Long, ObjectId, serialize } from 'bson';
import { asDouble, isInt32 } from './number.ts';
import { refusal, unsupported } from './refusal.ts';

/**
 * A document in memory. Numbers: int32 as a whole `number`, int64 as `Long`, doubles as `number` unless they
 * would then be taken for an int32 (3.0), which stay `Double`; so writing a document back keeps every type.
 */
export type Doc = Record<string, unknown>;

const damaged = () => refusal(22, 'The message contains a BSON document that is not well formed');

/** Name of a value's BSON type; `missing` for undefined. */
export function typeName(value: unknown): string {
  if (value === undefined) return 'missing';
  if (value === null) return 'null';
  if (typeof value === 'number') return isInt32(value) ? 'int' : 'double';
  if (typeof value === 'string') return 'string';
  if (typeof value === 'boolean') return 'bool';
  if (Array.isArray(value)) return 'array';
  if (value instanceof Date) return 'date';
  if (value instanceof ObjectId) return 'objectId';
  if (value instanceof Long) return 'long';
  if (value instanceof Double) return 'double';
  if (value instanceof Decimal128) return 'decimal';
  if (value instanceof Binary) return 'binData';
  if (value instanceof BSONRegExp) return 'regex';
  return 'object';
}

/** True for an embedded document (not an array, date, id or number). */
export function isDocument(value: unknown): value is Doc {
  return typeName(value) === 'object';
}

/** Sets a document's field, whatever its name. */
export function setField(doc: Doc, name: string, value: unknown): void {
  if (name !== '__proto__') doc[name] = value;
  else Object.defineProperty(doc, name, { value, enumerable: true, writable: true, configurable: true });
}

/** The document as BSON bytes. */
export function encode(doc: Doc): Buffer {
  const bytes = serialize(doc, { ignoreUndefined: true });
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/**
 * Reads BSON, all of it or `only` the top-level fields named. Throws 22 when malformed, 2 for types not accepted.
 */
export function decode(bytes: Buffer, only?: ReadonlySet<string>): Doc {
  if (bytes.length < 5 || bytes.readInt32LE(0) !== bytes.length) throw damaged();
  try {
    return readDocument(bytes, 0, bytes.length, only);
  } catch (error) {
    throw error instanceof RangeError ? damaged() : error;
  }
}

function readDocument(bytes: Buffer, start: number, end: number, only?: ReadonlySet<string>): Doc {
  const doc: Doc = {};
  let left = only?.size ?? -1;
  let at = start + 4;
  while (at < end - 1 && left !== 0) {
    const type = bytes[at] ?? 0;
    const nameEnd = zeroAfter(bytes, at + 1);
    const name = bytes.toString('utf8', at + 1, nameEnd);
    at = nameEnd + 1;
    const size = sizeAt(bytes, type, at, end);
    if (!only || only.has(name)) {
      setField(doc, name, valueAt(bytes, type, at, size));
      left--;
    }
    at += size;
  }
  if (left !== 0 && (at !== end - 1 || bytes[at] !== 0)) throw damaged();
  return doc;
}

function readArray(bytes: Buffer, start: number, end: number): unknown[] {
  const values: unknown[] = [];
  for (let at = start + 4; at < end - 1; ) {
    const type = bytes[at] ?? 0;
    at = zeroAfter(bytes, at + 1) + 1;
    const size = sizeAt(bytes, type, at, end);
    values.push(valueAt(bytes, type, at, size));
    at += size;
  }
  return values;
}

function zeroAfter(bytes: Buffer, from: number): number {
  let at = from;
  while (bytes[at] !== 0) if (++at >= bytes.length) throw damaged();
  return at;
}

// Bytes of the types of fixed size: double, ObjectId, boolean, date, null, int32, int64, Decimal128.
const fixedSizes: Record<number, number> = { 1: 8, 7: 12, 8: 1, 9: 8, 10: 0, 16: 4, 18: 8, 19: 16 };
const refusedTypes: Record<number, string> = {
  13: 'javascript',
  17: 'timestamp',
  127: 'maxKey',
  255: 'minKey',
};

function sizeAt(bytes: Buffer, type: number, at: number, end: number): number {
  let size = fixedSizes[type];
  if (size === undefined) {
    if (type === 0x0b) size = zeroAfter(bytes, zeroAfter(bytes, at) + 1) + 1 - at;
    else if (type >= 0x02 && type <= 0x05) size = bytes.readInt32LE(at) + (sizeBesides[type] ?? 0);
    else throw unsupported(2, `BSON type ${refusedTypes[type] ?? `0x${type.toString(16)}`}`);
  }
  if (size < 0 || at + size >= end) throw damaged();
  return size;
}

// What a text's and a binary's length does not count.
const sizeBesides: Record<number, number> = { 2: 4, 5: 5 };

const copy = (bytes: Buffer, from: number, to: number) => Uint8Array.prototype.slice.call(bytes, from, to);

function valueAt(bytes: Buffer, type: number, at: number, size: number): unknown {
  switch (type) {
    case 0x01:
      return asDouble(bytes.readDoubleLE(at));
    case 0x02:
      return bytes.toString('utf8', at + 4, at + size - 1);
    case 0x03:
      return readDocument(bytes, at, at + size);
    case 0x04:
      return readArray(bytes, at, at + size);
    case 0x05: {
      const subtype = bytes[at + 4] ?? 0;
      return new Binary(copy(bytes, at + (subtype === 2 ? 9 : 5), at + size), subtype);
    }
    case 0x07:
      return new ObjectId(copy(bytes, at, at + 12));
    case 0x08:
      return bytes[at] === 1;
    case 0x09:
      return new Date(Number(bytes.readBigInt64LE(at)));
    case 0x0b: {
      const patternEnd = zeroAfter(bytes, at);
      return new BSONRegExp(
        bytes.toString('utf8', at, patternEnd),
        bytes.toString('utf8', patternEnd + 1, at + size - 1),
      );
    }
    case 0x10:
      return bytes.readInt32LE(at);
    case 0x12:
      return Long.fromBits(bytes.readInt32LE(at), bytes.readInt32LE(at + 4));
    case 0x13:
      return new Decimal128(copy(bytes, at, at + 16));
    default:
      return null;
  }
}
