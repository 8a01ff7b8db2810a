import { BSONRegExp } from 'bson';
import { type Doc, isDocument } from './bson-value.ts';
import { orderKey, rankOf } from './key-order.ts';
import { isOperatorDocument } from './match.ts';

/**
 * What a filter says about one path, as far as an index can use it: a list of values, or a range of keys, all those
 * included that begin with its ends.
 */
export type Bounds = { equal?: unknown[]; from?: Buffer; upTo?: Buffer };

/** The filter's conditions on every path, those of `$and` included. Each is necessary for a match, so any one may be used. */
export function boundsOf(filter: Doc, found: Map<string, Bounds[]> = new Map()): Map<string, Bounds[]> {
  for (const [key, condition] of Object.entries(filter)) {
    if (key === '$and' || (key === '$or' && Array.isArray(condition) && condition.length === 1)) {
      for (const part of condition as Doc[]) boundsOf(part, found);
    }
    if (key.startsWith('$')) continue;
    const bounds = conditionBounds(condition);
    if (bounds.length > 0) found.set(key, [...(found.get(key) ?? []), ...bounds]);
  }
  return found;
}

const canStand = (value: unknown) => !Array.isArray(value) && !(value instanceof BSONRegExp);

function conditionBounds(condition: unknown): Bounds[] {
  if (!isDocument(condition) || !isOperatorDocument(condition))
    return canStand(condition) ? [{ equal: [condition] }] : [];
  const bounds: Bounds[] = [];
  if ('$eq' in condition && canStand(condition.$eq)) bounds.push({ equal: [condition.$eq] });
  if (Array.isArray(condition.$in) && condition.$in.every(canStand)) bounds.push({ equal: condition.$in });
  if (isDocument(condition.$elemMatch) && isOperatorDocument(condition.$elemMatch)) {
    bounds.push(...conditionBounds(condition.$elemMatch));
  }
  for (const operator of ['$gt', '$gte', '$lt', '$lte']) {
    const value = condition[operator];
    if (operator in condition && canRange(value)) bounds.push(range(operator, value));
  }
  return bounds;
}

const canRange = (value: unknown) => canStand(value) && value !== null && value !== undefined;

// From or to the value itself, and to the end of its type on the other side; the filter is checked again anyway.
function range(operator: string, value: unknown): Bounds {
  const type = Buffer.from([rankOf(value)]);
  const key = orderKey([value]);
  return operator.startsWith('$g') ? { from: key, upTo: type } : { from: type, upTo: key };
}
