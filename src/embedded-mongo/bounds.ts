import { BSONRegExp } from 'bson';
import { type Doc, isDocument } from './bson-value.ts';
import { orderKey, rankOf } from './key-order.ts';
import { isOperatorDocument } from './match.ts';

/**
 * What a filter says about one path, as far as an index can use it: lists of values, and ranges of keys, all those
 * included that begin with a range's ends. Each is necessary for a match, so any one may be used.
 */
export type Bounds = { equal: unknown[][]; ranges: { from: Buffer; upTo: Buffer }[] };

/** The filter's conditions on every path, those of `$and` included. */
export function boundsOf(filter: Doc, found = new Map<string, Bounds>()): Map<string, Bounds> {
  for (const [key, condition] of Object.entries(filter)) {
    if (key === '$and') for (const part of condition as Doc[]) boundsOf(part, found);
    if (key.startsWith('$')) continue;
    const bounds = found.get(key) ?? { equal: [], ranges: [] };
    found.set(key, bounds);
    addBounds(condition, bounds);
  }
  return found;
}

const canStand = (value: unknown) => !Array.isArray(value) && !(value instanceof BSONRegExp);

function addBounds(condition: unknown, bounds: Bounds): void {
  if (!isDocument(condition) || !isOperatorDocument(condition)) {
    if (canStand(condition)) bounds.equal.push([condition]);
    return;
  }
  for (const [operator, value] of Object.entries(condition)) {
    if (operator === '$eq' && canStand(value)) bounds.equal.push([value]);
    if (operator === '$in' && Array.isArray(value) && value.every(canStand)) bounds.equal.push(value);
    if (operator === '$elemMatch' && isOperatorDocument(value)) addBounds(value, bounds);
    if (!/^\$[gl]te?$/.test(operator) || !canStand(value) || value === null) continue;
    // To the end of the value's type on the other side, itself included: the filter is checked again anyway.
    const type = Buffer.from([rankOf(value)]);
    const key = orderKey([value]);
    bounds.ranges.push(operator.startsWith('$g') ? { from: key, upTo: type } : { from: type, upTo: key });
  }
}
