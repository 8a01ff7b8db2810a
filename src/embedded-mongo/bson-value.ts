import { deserialize, serialize } from 'bson';
import { refusal } from './mongo-refusal.ts';

/** A document in memory. Its numbers are bson's Int32, Double, Long and Decimal128, so that each keeps its type. */
export type Doc = Record<string, unknown>;

/** Name of a value's type as bson has it; `missing` for undefined, `object` for an embedded document. */
export function typeName(value: unknown): string {
  if (value === undefined) return 'missing';
  if (value === null) return 'null';
  if (typeof value !== 'object') return typeof value;
  if (isDocument(value)) return 'object';
  if (Array.isArray(value)) return 'array';
  return value instanceof Date ? 'Date' : String((value as { _bsontype?: string })._bsontype);
}

/** True for an embedded document (not an array, date, id or number). */
export function isDocument(value: unknown): value is Doc {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}

/** The one field of a document; throws `code` and says what `what` must be for anything else. */
export function onlyField(value: unknown, code: number, what: string): [name: string, value: unknown] {
  const [entry, ...others] = isDocument(value) ? Object.entries(value) : [];
  if (!entry || others.length > 0) throw refusal(code, `${what} must be an object with exactly one field`);
  return entry;
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

/** Reads BSON; throws 22 when it is malformed. */
export function decode(bytes: Uint8Array): Doc {
  try {
    return deserialize(bytes, { promoteValues: false, bsonRegExp: true });
  } catch {
    throw refusal(22, 'The message contains a BSON document that is not well formed');
  }
}
