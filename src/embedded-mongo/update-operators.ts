import { BSONRegExp } from 'bson';
import { refuseOthers } from './allowed.ts';
import { type Doc, isDocument, typeName } from './bson-value.ts';
import { compareValues, identity, sameValue } from './key-order.ts';
import { compileMatch, isOperatorDocument } from './match.ts';
import { add, isNumber } from './number.ts';
import { erase, read, write } from './path.ts';
import { refusal } from './refusal.ts';

/** Applies one operator to one path of a document, in place. */
export type Apply = (doc: Doc, path: string[]) => void;

/** Compiles `{ operator: { path: operand } }`'s operand; throws 2, 9 or 14 for operands of the wrong kind. */
export function compileOperator(operator: string, operand: unknown): Apply {
  switch (operator) {
    case '$unset':
      return erase;
    case '$inc':
      return increase(operand);
    case '$min':
    case '$max':
      return (doc, path) => {
        const current = read(doc, path);
        const sign = operator === '$min' ? 1 : -1;
        if (current === undefined || compareValues(current, operand) * sign > 0) write(doc, path, operand);
      };
    case '$push':
      return push(operand);
    case '$addToSet':
      return addToSet(operand);
    case '$pull':
      return remove(operator, pulled(operand));
    case '$pullAll': {
      if (!Array.isArray(operand)) throw refusal(2, '$pullAll requires an array argument');
      const gone = new Set(operand.map(identity));
      return remove(operator, (element) => gone.has(identity(element)));
    }
    default:
      return (doc, path) => write(doc, path, operand);
  }
}

function increase(operand: unknown): Apply {
  if (!isNumber(operand)) throw refusal(14, 'Cannot increment with non-numeric argument');
  return (doc, path) => {
    const current = read(doc, path);
    if (current !== undefined && !isNumber(current))
      throw refusal(14, `Cannot apply $inc to '${path.join('.')}', which is ${typeName(current)}`);
    write(doc, path, current === undefined ? operand : add(current, operand, false));
  };
}

function arrayAt(doc: Doc, path: string[], operator: string): unknown[] | undefined {
  const current = read(doc, path);
  if (current === undefined || Array.isArray(current)) return current;
  const where = path.join('.');
  throw refusal(2, `Cannot apply ${operator} to '${where}', which is no array but ${typeName(current)}`);
}

// The elements to add.
function added(operator: string, operand: unknown): unknown[] {
  if (!isDocument(operand) || !('$each' in operand)) return [operand];
  const { $each, ...clauses } = operand;
  refuseOthers(clauses, new Set(), 2, `In ${operator}, `);
  if (!Array.isArray($each)) throw refusal(2, `The argument to $each in ${operator} must be an array`);
  return $each;
}

function push(operand: unknown): Apply {
  const values = added('$push', operand);
  return (doc, path) => write(doc, path, [...(arrayAt(doc, path, '$push') ?? []), ...values]);
}

function addToSet(operand: unknown): Apply {
  const values = added('$addToSet', operand);
  return (doc, path) => {
    const list = arrayAt(doc, path, '$addToSet') ?? [];
    const known = new Set(list.map(identity));
    const fresh = values.filter((value) => known.size < known.add(identity(value)).size);
    write(doc, path, [...list, ...fresh]);
  };
}

function remove(operator: string, gone: (element: unknown) => boolean): Apply {
  return (doc, path) => {
    const current = arrayAt(doc, path, operator);
    const kept = current?.filter((element) => !gone(element));
    if (kept && kept.length !== current?.length) write(doc, path, kept);
  };
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
