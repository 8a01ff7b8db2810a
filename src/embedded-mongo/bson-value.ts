import {
  Binary,
  BSONRegExp,
  Decimal128,
  Double,
  Long,
  MaxKey,
  MinKey,
  ObjectId,
  serialize,
  Timestamp,
} from 'bson';
import { refusal } from './refusal.ts';

/**
 * A document in memory. Numbers: int32 as a whole `number`, int64 as `Long`, doubles as `number` unless they
 * would then be taken for an int32 (3.0), which stay `Double`; so writing a document back keeps every type.
 */
export type Doc = Record<string, unknown>;

const damaged = () => refusal(22, 'The message contains a BSON document that is not well formed');

/** Name of a value's BSON type as `$type` spells it; `missing` for undefined. */
export function typeName(value: unknown): string {
  if (value === undefined) return 'missing';
  if (value === null) return 'null';
  if (typeof value === 'number') return isInt32(value) ? 'int' : 'double';
  if (typeof value === 'string') return 'string';
  if (typeof value === 'boolean') return 'bool';
  if (Array.isArray(value)) return 'array';
  if (value instanceof Date) return 'date';
  if (value instanceof ObjectId) return 'objectId';
  if (value instanceof Timestamp) return 'timestamp';
  if (value instanceof Long) return 'long';
  if (value instanceof Double) return 'double';
  if (value instanceof Decimal128) return 'decimal';
  if (value instanceof Binary) return 'binData';
  if (value instanceof BSONRegExp) return 'regex';
  if (value instanceof MinKey) return 'minKey';
  if (value instanceof MaxKey) return 'maxKey';
  return 'object';
}

/** True for an embedded document (not an array, date, id or number). */
export function isDocument(value: unknown): value is Doc {
  return typeName(value) === 'object';
}

/** True if a plain number is stored as an int32. */
export function isInt32(value: number): boolean {
  return (value | 0) === value && !Object.is(value, -0);
}

/** Wraps a double so that it stays one when it has no fraction. */
export function asDouble(value: number): number | Double {
  return isInt32(value) ? new Double(value) : value;
}

/** The document as BSON bytes. */
export function encode(doc: Doc): Buffer {
  const bytes = serialize(doc, { ignoreUndefined: true });
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** Reads BSON. The elements of the top-level array named `keepRaw` are left as bytes. Throws 22 when malformed. */
export function decode(bytes: Buffer, keepRaw?: string): Doc {
  if (bytes.length < 5 || bytes.readInt32LE(0) !== bytes.length) throw damaged();
  try {
    return readDocument(bytes, 0, bytes.length, keepRaw);
  } catch (error) {
    throw error instanceof RangeError ? damaged() : error;
  }
}

function readDocument(bytes: Buffer, start: number, end: number, keepRaw?: string): Doc {
  const doc: Doc = {};
  readElements(
    bytes,
    start,
    end,
    (name, value) => {
      if (name === '__proto__') Object.defineProperty(doc, name, { value, enumerable: true, writable: true });
      else doc[name] = value;
    },
    keepRaw,
  );
  return doc;
}

function readArray(bytes: Buffer, start: number, end: number): unknown[] {
  const values: unknown[] = [];
  readElements(bytes, start, end, (_, value) => values.push(value));
  return values;
}

function readElements(
  bytes: Buffer,
  start: number,
  end: number,
  each: (name: string, value: unknown) => void,
  keepRaw?: string,
): void {
  let at = start + 4;
  const text = (from: number): number => {
    const zero = bytes.indexOf(0, from);
    if (zero < 0 || zero >= end) throw damaged();
    return zero;
  };
  while (at < end - 1) {
    const type = bytes[at];
    const nameEnd = text(at + 1);
    const name = bytes.toString('utf8', at + 1, nameEnd);
    at = nameEnd + 1;
    let size = 0;
    let value: unknown;
    switch (type) {
      case 0x01: {
        value = asDouble(bytes.readDoubleLE(at));
        size = 8;
        break;
      }
      case 0x02: {
        size = 4 + bytes.readInt32LE(at);
        if (size < 5 || at + size > end) throw damaged();
        value = bytes.toString('utf8', at + 4, at + size - 1);
        break;
      }
      case 0x03:
      case 0x04: {
        size = bytes.readInt32LE(at);
        if (size < 5 || at + size > end) throw damaged();
        if (type === 0x03) value = readDocument(bytes, at, at + size);
        else if (name === keepRaw) value = rawElements(bytes, at, at + size);
        else value = readArray(bytes, at, at + size);
        break;
      }
      case 0x05: {
        size = 5 + bytes.readInt32LE(at);
        if (size < 5 || at + size > end) throw damaged();
        const subtype = bytes[at + 4] ?? 0;
        const from = subtype === 2 ? at + 9 : at + 5;
        value = new Binary(Buffer.from(bytes.subarray(from, at + size)), subtype);
        break;
      }
      case 0x07:
        if (at + 12 > end) throw damaged();
        value = new ObjectId(Uint8Array.prototype.slice.call(bytes, at, at + 12));
        size = 12;
        break;
      case 0x08:
        value = bytes[at] === 1;
        size = 1;
        break;
      case 0x09:
        value = new Date(Number(bytes.readBigInt64LE(at)));
        size = 8;
        break;
      case 0x0a:
        value = null;
        break;
      case 0x0b: {
        const patternEnd = text(at);
        const flagsEnd = text(patternEnd + 1);
        value = new BSONRegExp(
          bytes.toString('utf8', at, patternEnd),
          bytes.toString('utf8', patternEnd + 1, flagsEnd),
        );
        size = flagsEnd + 1 - at;
        break;
      }
      case 0x10:
        value = bytes.readInt32LE(at);
        size = 4;
        break;
      case 0x11:
        value = new Timestamp({ i: bytes.readUInt32LE(at), t: bytes.readUInt32LE(at + 4) });
        size = 8;
        break;
      case 0x12:
        value = Long.fromBits(bytes.readInt32LE(at), bytes.readInt32LE(at + 4));
        size = 8;
        break;
      case 0x13:
        value = new Decimal128(Uint8Array.prototype.slice.call(bytes, at, at + 16));
        size = 16;
        break;
      case 0x7f:
        value = new MaxKey();
        break;
      case 0xff:
        value = new MinKey();
        break;
      default:
        throw refusal(2, `BSON type 0x${(type ?? 0).toString(16)} (field '${name}') is not supported`);
    }
    at += size;
    if (at > end) throw damaged();
    each(name, value);
  }
  if (at !== end - 1 || bytes[at] !== 0) throw damaged();
}

function rawElements(bytes: Buffer, start: number, end: number): Buffer[] {
  const raw: Buffer[] = [];
  let at = start + 4;
  while (at < end - 1) {
    if (bytes[at] !== 0x03) throw refusal(14, 'Every element of this list must be a document');
    const from = bytes.indexOf(0, at + 1) + 1;
    const size = bytes.readInt32LE(from);
    if (size < 5 || from + size > end) throw damaged();
    raw.push(bytes.subarray(from, from + size));
    at = from + size;
  }
  return raw;
}
