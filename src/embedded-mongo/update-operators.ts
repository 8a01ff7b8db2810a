import { BSONRegExp } from 'bson';
import { refuseOthers } from './allowed.ts';
import { isDocument, typeName } from './bson-value.ts';
import { compareValues, identity, sameValue } from './key-order.ts';
import { compileMatch, isOperatorDocument } from './match.ts';
import { refusal } from './mongo-refusal.ts';
import { add, isNumber } from './number.ts';

/** What the value at a path becomes; undefined before: it is missing, undefined after: it stays as it is. */
export type Change = (current: unknown, path: string) => unknown;

/** Compiles `{ operator: { path: operand } }`'s operand; throws 2, 9 or 14 for operands of the wrong kind. */
export function compileOperator(operator: string, operand: unknown): Change {
  switch (operator) {
    case '$inc':
      return increase(operand);
    case '$min':
      return (current) =>
        current === undefined || compareValues(operand, current) < 0 ? operand : undefined;
    case '$max':
      return (current) =>
        current === undefined || compareValues(operand, current) > 0 ? operand : undefined;
    case '$push':
    case '$addToSet':
      return addition(operator, operand);
    case '$pull':
      return removal(operator, pulled(operand));
    case '$pullAll': {
      if (!Array.isArray(operand)) throw refusal(2, '$pullAll requires an array argument');
      const gone = new Set(operand.map(identity));
      return removal(operator, (element) => gone.has(identity(element)));
    }
    default:
      return () => operand;
  }
}

function increase(operand: unknown): Change {
  if (!isNumber(operand)) throw refusal(14, 'Cannot increment with non-numeric argument');
  return (current, path) => {
    if (current === undefined) return operand;
    if (isNumber(current)) return add(current, operand, false);
    throw refusal(14, `Cannot apply $inc to '${path}', which is ${typeName(current)}`);
  };
}

function listOf(current: unknown, operator: string, path: string): unknown[] {
  if (current === undefined) return [];
  if (Array.isArray(current)) return current;
  throw refusal(2, `Cannot apply ${operator} to '${path}', which is no array but ${typeName(current)}`);
}

function addition(operator: string, operand: unknown): Change {
  const several = isDocument(operand) && '$each' in operand;
  if (several) refuseOthers(operand, new Set(['$each']), 2, `In ${operator}, `);
  const values = several ? operand.$each : [operand];
  if (!Array.isArray(values)) throw refusal(2, `The argument to $each in ${operator} must be an array`);
  return (current, path) => {
    const list = listOf(current, operator, path);
    const known = new Set(operator === '$addToSet' ? list.map(identity) : []);
    const isNew = (value: unknown) => known.size < known.add(identity(value)).size;
    return [...list, ...(operator === '$addToSet' ? values.filter(isNew) : values)];
  };
}

function removal(operator: string, gone: (element: unknown) => boolean): Change {
  return (current, path) => {
    const list = listOf(current, operator, path);
    const kept = list.filter((element) => !gone(element));
    return kept.length < list.length ? kept : undefined;
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
