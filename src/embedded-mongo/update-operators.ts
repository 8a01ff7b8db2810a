import { BSONRegExp, Timestamp } from 'bson';
import { calculate } from './arithmetic.ts';
import { type Doc, isDocument, typeName } from './bson-value.ts';
import { compareValues, identity, sameValue } from './key-order.ts';
import { compileMatch, isOperatorDocument } from './match.ts';
import { isNumber, toDouble } from './number-parts.ts';
import { refusal } from './refusal.ts';
import { compileSort } from './sort.ts';
import { erase, read, write } from './update-path.ts';

/** Applies one operator to one concrete path of a document, in place. */
export type Apply = (doc: Doc, path: string[]) => void;

/** Compiles `{ operator: { path: operand } }`'s operand; throws 2, 9 or 14 for operands of the wrong kind. */
export function compileOperator(operator: string, operand: unknown, now: Date): Apply {
  switch (operator) {
    case '$set':
    case '$setOnInsert':
      return (doc, path) => write(doc, path, operand);
    case '$unset':
      return erase;
    case '$inc':
    case '$mul':
      return arithmetic(operator, operand);
    case '$min':
    case '$max':
      return (doc, path) => {
        const current = read(doc, path);
        const difference =
          current === undefined ? 1 : compareValues(current, operand) * (operator === '$min' ? 1 : -1);
        if (difference > 0) write(doc, path, operand);
      };
    case '$currentDate':
      return currentDate(operand, now);
    case '$push':
      return push(operand);
    case '$addToSet':
      return addToSet(operand);
    case '$pull':
      return pull(operand);
    case '$pullAll': {
      if (!Array.isArray(operand)) throw refusal(2, '$pullAll requires an array argument');
      const gone = new Set(operand.map(identity));
      return (doc, path) => keepElements(doc, path, '$pullAll', (element) => !gone.has(identity(element)));
    }
    default:
      return pop(operand);
  }
}

function arithmetic(operator: string, operand: unknown): Apply {
  if (!isNumber(operand))
    throw refusal(14, `Cannot ${operator === '$inc' ? 'increment' : 'multiply'} with non-numeric argument`);
  return (doc, path) => {
    const current = read(doc, path);
    if (current === undefined) {
      write(doc, path, operator === '$inc' ? operand : calculate('*', operand, 0));
    } else if (isNumber(current)) {
      write(doc, path, calculate(operator === '$inc' ? '+' : '*', current, operand, false));
    } else {
      throw refusal(14, `Cannot apply ${operator} to '${path.join('.')}', which is a ${typeName(current)}`);
    }
  };
}

function currentDate(operand: unknown, now: Date): Apply {
  const kind = isDocument(operand) ? operand.$type : 'date';
  if (
    (operand !== true && operand !== false && !isDocument(operand)) ||
    (kind !== 'date' && kind !== 'timestamp')
  ) {
    throw refusal(2, "$currentDate takes true, { $type: 'date' } or { $type: 'timestamp' }");
  }
  const seconds = Math.floor(now.getTime() / 1000);
  return (doc, path) => write(doc, path, kind === 'date' ? now : new Timestamp({ t: seconds, i: 1 }));
}

function arrayAt(doc: Doc, path: string[], operator: string): unknown[] | undefined {
  const current = read(doc, path);
  if (current === undefined || Array.isArray(current)) return current;
  throw refusal(
    2,
    `Cannot apply ${operator} to '${path.join('.')}', which is no array but ${typeName(current)}`,
  );
}

function modifiers(operator: string, operand: unknown, known: string[]): Doc | undefined {
  if (!isDocument(operand) || !('$each' in operand)) return undefined;
  const odd = Object.keys(operand).find((name) => !known.includes(name));
  if (odd) throw refusal(2, `Unrecognized clause in ${operator}: ${odd}`);
  if (!Array.isArray(operand.$each))
    throw refusal(2, `The argument to $each in ${operator} must be an array`);
  return operand;
}

function whole(value: unknown, what: string): number {
  const number = isNumber(value) ? toDouble(value) : Number.NaN;
  if (!Number.isInteger(number)) throw refusal(2, `The value for ${what} must be an integer value`);
  return number;
}

function push(operand: unknown): Apply {
  const given = modifiers('$push', operand, ['$each', '$slice', '$sort', '$position']);
  const added = given ? (given.$each as unknown[]) : [operand];
  const slice = given && '$slice' in given ? whole(given.$slice, '$slice') : undefined;
  const position = given && '$position' in given ? whole(given.$position, '$position') : undefined;
  const sort = given && '$sort' in given ? elementOrder(given.$sort) : undefined;
  return (doc, path) => {
    const list = arrayAt(doc, path, '$push') ?? [];
    const place = position ?? list.length;
    const result = [...list.slice(0, place), ...added, ...list.slice(place)];
    if (sort) result.sort(sort);
    const kept = slice === undefined ? result : slice < 0 ? result.slice(slice) : result.slice(0, slice);
    write(doc, path, kept);
  };
}

function elementOrder(sort: unknown): (a: unknown, b: unknown) => number {
  if (isNumber(sort)) {
    const sign = toDouble(sort);
    if (sign !== 1 && sign !== -1) throw refusal(2, 'The $sort element value must be either 1 or -1');
    return (a, b) => compareValues(a, b) * sign;
  }
  if (!isDocument(sort)) throw refusal(2, 'The $sort is invalid: use 1/-1 or a document');
  const keyOf = compileSort(sort).keyOf;
  return (a, b) => Buffer.compare(keyOf(isDocument(a) ? a : {}), keyOf(isDocument(b) ? b : {}));
}

function addToSet(operand: unknown): Apply {
  const given = modifiers('$addToSet', operand, ['$each']);
  const added = given ? (given.$each as unknown[]) : [operand];
  return (doc, path) => {
    const result = [...(arrayAt(doc, path, '$addToSet') ?? [])];
    const known = new Set(result.map(identity));
    for (const value of added) {
      if (!known.has(identity(value))) result.push(value);
      known.add(identity(value));
    }
    write(doc, path, result);
  };
}

function keepElements(doc: Doc, path: string[], operator: string, keep: (element: unknown) => boolean): void {
  const current = arrayAt(doc, path, operator);
  const kept = current?.filter(keep);
  if (kept && kept.length !== current?.length) write(doc, path, kept);
}

function pull(operand: unknown): Apply {
  const gone = pulled(operand);
  return (doc, path) => keepElements(doc, path, '$pull', (element) => !gone(element));
}

// Operators and patterns judge an element itself, a document the fields of an element, other values equality.
function pulled(operand: unknown): (element: unknown) => boolean {
  if (isOperatorDocument(operand) || operand instanceof BSONRegExp) {
    const match = compileMatch({ v: operand });
    return (element) => match({ v: element });
  }
  if (!isDocument(operand)) return (element) => sameValue(element, operand);
  const match = compileMatch(operand);
  return (element) => isDocument(element) && match(element);
}

function pop(operand: unknown): Apply {
  const end = isNumber(operand) ? toDouble(operand) : 0;
  if (end !== 1 && end !== -1) throw refusal(9, '$pop expects 1 or -1');
  return (doc, path) => {
    const current = read(doc, path);
    if (current !== undefined && !Array.isArray(current)) {
      throw refusal(14, `Path '${path.join('.')}' is no array but ${typeName(current)}`);
    }
    if (current?.length) write(doc, path, end === 1 ? current.slice(0, -1) : current.slice(1));
  };
}

/** `$rename`: moves a field; neither end may go through an array. */
export function rename(doc: Doc, from: string[], to: string[]): void {
  const ends = [from, to].flatMap((path) => path.map((_, depth) => read(doc, path.slice(0, depth))));
  if (ends.some(Array.isArray)) throw refusal(2, `$rename cannot go through an array: '${from.join('.')}'`);
  const value = read(doc, from);
  if (value === undefined) return;
  erase(doc, from);
  write(doc, to, value);
}
