import { Binary, Decimal128, Double, ObjectId } from 'bson';
import { type Doc, isDocument } from './bson-value.ts';
import { emptyArray } from './key-order.ts';
import { type Refusal, refusal } from './mongo-refusal.ts';

/** The refusal of a second document with the same unique key, worded and filled as MongoDB does. */
export function duplicateKey(ns: string, name: string, pattern: Doc, values: unknown[]): Refusal {
  const keyValue: Doc = {};
  Object.keys(pattern).forEach((path, i) => {
    const value = values[i];
    keyValue[path] = value === undefined || value === emptyArray ? null : value;
  });
  const text = `E11000 duplicate key error collection: ${ns} index: ${name} dup key: ${show(keyValue)}`;
  return refusal(11000, text, { keyPattern: pattern, keyValue });
}

function show(value: unknown): string {
  if (typeof value === 'string') return `"${value}"`;
  if (value instanceof Double && Number.isInteger(value.value)) return `${value.value}.0`;
  if (value instanceof Date) return `new Date(${value.getTime()})`;
  if (value instanceof ObjectId) return `ObjectId('${value.toHexString()}')`;
  if (value instanceof Decimal128) return `Decimal128('${value.toString()}')`;
  if (value instanceof Binary) {
    const hex = Buffer.from(value.value()).toString('hex').toUpperCase();
    return value.sub_type === 4
      ? `UUID("${value.toUUID().toString()}")`
      : `BinData(${value.sub_type}, ${hex})`;
  }
  if (Array.isArray(value)) return `[ ${value.map(show).join(', ')} ]`;
  if (isDocument(value)) {
    const fields = Object.entries(value).map(([name, field]) => `${name}: ${show(field)}`);
    return fields.length > 0 ? `{ ${fields.join(', ')} }` : '{}';
  }
  return String(value);
}
