import { BSONRegExp } from 'bson';
import type { Doc } from './bson-value.ts';
import { orderKey, rankOf } from './key-order.ts';
import { isOperatorDocument } from './match.ts';

/**
 * What a filter says about one path, as far as an index can use it: lists of values, and ranges of keys, all those
 * included that begin with a range's ends. Each is necessary for a match, so any one may be used.
 */
export type Bounds = { equal: unknown[][]; ranges: { from: Buffer; upTo: Buffer }[] };

/** The conditions of a filter that has been compiled on every path, those of `$and` included. */
export function boundsOf(filter: Doc, found = new Map<string, Bounds>()): Map<string, Bounds> {
  for (const [key, condition] of Object.entries(filter)) {
    const parts = key === '$and' || key === '$or' ? (condition as Doc[]) : [];
    if (key === '$and' || parts.length === 1) for (const part of parts) boundsOf(part, found);
    if (key.startsWith('$') || condition instanceof BSONRegExp) continue;
    const bounds = found.get(key) ?? { equal: [], ranges: [] };
    found.set(key, bounds);
    addBounds(isOperatorDocument(condition) ? condition : { $eq: condition }, bounds);
  }
  return found;
}

function addBounds(condition: Doc, { equal, ranges }: Bounds): void {
  for (const [operator, value] of Object.entries(condition)) {
    if (operator === '$eq') equal.push([value]);
    if (operator === '$in') equal.push(value as unknown[]);
    if (!/^\$[gl]te?$/.test(operator) || value === null || Array.isArray(value)) continue;
    // To the end of the value's type on the other side, itself included: the filter is checked again anyway.
    const type = Buffer.from([rankOf(value)]);
    const key = orderKey([value]);
    ranges.push(operator.startsWith('$g') ? { from: key, upTo: type } : { from: type, upTo: key });
  }
}
