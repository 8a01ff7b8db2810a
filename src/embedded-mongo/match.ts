import { BSONRegExp, MaxKey, MinKey } from 'bson';
import { logicalOperators, queryOperators } from './allowed.ts';
import { type Doc, isDocument } from './bson-value.ts';
import { compileExpression } from './expression.ts';
import { compareValues, identity, rankOf, sameValue } from './key-order.ts';
import { isNumber, toDouble, whole } from './number-parts.ts';
import { anyAt, anyValueAt } from './path.ts';
import { refusal, unsupported } from './refusal.ts';
import { toRegExp } from './regex.ts';
import { truthy } from './truthy.ts';
import { typeTest } from './type-test.ts';

/** A compiled filter. */
export type Match = (doc: Doc) => boolean;
type Test = (value: unknown) => boolean;

/** The top-level fields a filter looks at; undefined when it may look at any. */
export function fieldsOf(filter: unknown): Set<string> | undefined {
  const fields = new Set<string>();
  const collect = (part: unknown): boolean =>
    Object.entries(isDocument(part) ? part : {}).every(([key, value]) => {
      if (['$and', '$or', '$nor'].includes(key) && Array.isArray(value)) return value.every(collect);
      if (!key.startsWith('$')) fields.add(key.split('.')[0] ?? key);
      return key !== '$expr';
    });
  return collect(filter) ? fields : undefined;
}

/** Compiles a query filter; throws 2 or 9 for what is not accepted. */
export function compileMatch(filter: unknown): Match {
  if (!isDocument(filter)) throw refusal(14, 'A filter must be a document');
  return all(Object.entries(filter).map(([key, value]) => clause(key, value)));
}

function all(matches: Match[]): Match {
  const [only] = matches;
  if (only && matches.length === 1) return only;
  return (doc) => matches.every((match) => match(doc));
}

function branches(operator: string, value: unknown): Match[] {
  if (!Array.isArray(value) || value.length === 0) throw refusal(2, `${operator} must be a nonempty array`);
  return value.map(compileMatch);
}

function clause(key: string, value: unknown): Match {
  if (!key.startsWith('$')) return fieldMatch(key.split('.'), value);
  if (!logicalOperators.has(key)) throw unsupported(2, `unknown top level operator: ${key}. It`);
  if (key === '$and') return all(branches(key, value));
  if (key === '$or') {
    const either = branches(key, value);
    return (doc) => either.some((match) => match(doc));
  }
  if (key === '$nor') {
    const none = branches(key, value);
    return (doc) => !none.some((match) => match(doc));
  }
  if (key === '$comment') return () => true;
  const evaluate = compileExpression(value);
  return (doc) => truthy(evaluate(doc));
}

/** True for `{ $gt: 1 }` and the like; refuses a mixture of operators and fields. */
export function isOperatorDocument(value: unknown): value is Doc {
  if (!isDocument(value)) return false;
  const names = Object.keys(value);
  const first = names[0];
  if (first === undefined || !first.startsWith('$') || first === '$ref' || first === '$id') return false;
  const odd = names.find((name) => !name.startsWith('$'));
  if (odd !== undefined) throw refusal(2, `unknown operator: ${odd}`);
  return true;
}

function fieldMatch(path: string[], condition: unknown): Match {
  if (condition instanceof BSONRegExp) return valueTest(path, regexTest(condition, ''));
  if (!isOperatorDocument(condition)) return valueTest(path, equalTo(condition));
  const matches: Match[] = [];
  for (const [operator, operand] of Object.entries(condition)) {
    if (!queryOperators.has(operator)) {
      throw refusal(2, `unknown operator: ${operator}`);
    }
    if (operator !== '$options') matches.push(operation(path, operator, operand, condition));
  }
  return all(matches);
}

const valueTest = (path: string[], test: Test): Match => {
  const [only] = path;
  if (path.length === 1 && only !== undefined) {
    return (doc) => {
      const value = Object.hasOwn(doc, only) ? doc[only] : undefined;
      return test(value) || (Array.isArray(value) && value.some(test));
    };
  }
  return (doc) => anyValueAt(doc, path, test);
};

function operation(path: string[], operator: string, operand: unknown, condition: Doc): Match {
  switch (operator) {
    case '$eq':
      return valueTest(path, equalTo(operand));
    case '$ne': {
      if (operand instanceof BSONRegExp) throw refusal(2, "Can't have regex as arg to $ne.");
      const equal = valueTest(path, equalTo(operand));
      return (doc) => !equal(doc);
    }
    case '$gt':
    case '$gte':
    case '$lt':
    case '$lte':
      if (operand instanceof BSONRegExp) throw refusal(2, `Can't have RegEx as arg to predicate over field`);
      return valueTest(path, ordered(operator, operand));
    case '$in':
      return valueTest(path, oneOf(operator, operand));
    case '$nin': {
      const within = valueTest(path, oneOf(operator, operand));
      return (doc) => !within(doc);
    }
    case '$not': {
      if (!(operand instanceof BSONRegExp) && !isOperatorDocument(operand)) {
        throw refusal(2, '$not needs a regex or a document of operators');
      }
      const match = fieldMatch(path, operand);
      return (doc) => !match(doc);
    }
    case '$exists': {
      const wanted = truthy(operand);
      return (doc) => anyAt(doc, path, (value) => value !== undefined) === wanted;
    }
    case '$type':
      return valueTest(path, typeTest(operand));
    case '$size': {
      const size = isNumber(operand) ? toDouble(operand) : -1;
      if (!Number.isInteger(size) || size < 0)
        throw refusal(2, 'Failed to parse $size. Expected a whole number');
      return (doc) => anyAt(doc, path, (value) => Array.isArray(value) && value.length === size);
    }
    case '$mod':
      return valueTest(path, modulo(operand));
    case '$regex': {
      const flags = condition.$options ?? '';
      if (typeof flags !== 'string') throw refusal(2, '$options has to be a string');
      return valueTest(path, regexTest(operand, flags));
    }
    case '$elemMatch':
      return elementMatch(path, operand);
    default:
      return allOf(path, operand);
  }
}

function equalTo(operand: unknown): Test {
  if (operand === null) return (value) => value === null || value === undefined;
  if (typeof operand === 'string' || typeof operand === 'boolean') return (value) => value === operand;
  const rank = rankOf(operand);
  return (value) => value !== undefined && rankOf(value) === rank && compareValues(value, operand) === 0;
}

function ordered(operator: string, operand: unknown): Test {
  const inclusive = operator.length === 4;
  const sign = operator.startsWith('$g') ? 1 : -1;
  if (operand === null) return inclusive ? equalTo(null) : () => false;
  if (operand instanceof MinKey || operand instanceof MaxKey) {
    return (value) => {
      const difference = compareValues(value, operand) * sign;
      return value !== undefined && (difference > 0 || (inclusive && difference === 0));
    };
  }
  const rank = rankOf(operand);
  const nan = isNumber(operand) && Number.isNaN(toDouble(operand));
  return (value) => {
    if (value === undefined || rankOf(value) !== rank) return false;
    const difference = compareValues(value, operand) * sign;
    if (nan || (isNumber(value) && Number.isNaN(toDouble(value)))) return inclusive && difference === 0;
    return difference > 0 || (inclusive && difference === 0);
  };
}

function oneOf(operator: string, operand: unknown): Test {
  if (!Array.isArray(operand)) throw refusal(2, `${operator} needs an array`);
  if (operand.some(isOperatorDocument)) throw refusal(2, `cannot nest $ under ${operator}`);
  const patterns = operand.filter((one) => one instanceof BSONRegExp).map((one) => regexTest(one, ''));
  const known = new Set(operand.map(identity));
  const none = operand.includes(null);
  return (value) =>
    value === undefined ? none : known.has(identity(value)) || patterns.some((pattern) => pattern(value));
}

function modulo(operand: unknown): Test {
  if (!Array.isArray(operand) || operand.length !== 2 || !operand.every(isNumber)) {
    throw refusal(2, 'malformed mod, needs to be an array of two numbers');
  }
  const [divisor = 0n, remainder = 0n] = operand.map((one) => whole(one) ?? 0n);
  if (divisor === 0n) throw refusal(2, 'divisor cannot be 0');
  return (value) => {
    const number = isNumber(value) ? whole(value) : undefined;
    return number !== undefined && number % divisor === remainder % divisor;
  };
}

function regexTest(operand: unknown, flags: string): Test {
  const pattern = toRegExp(operand, flags);
  return (value) =>
    typeof value === 'string'
      ? pattern.test(value)
      : operand instanceof BSONRegExp && value instanceof BSONRegExp && sameValue(value, operand);
}

function elementMatch(path: string[], operand: unknown): Match {
  if (!isDocument(operand)) throw refusal(2, '$elemMatch needs an Object');
  const byValue =
    isOperatorDocument(operand) && !['$and', '$or', '$nor'].includes(Object.keys(operand)[0] ?? '');
  const onValue = byValue ? fieldMatch(['v'], operand) : undefined;
  const onDocument = byValue ? undefined : compileMatch(operand);
  const one = (element: unknown): boolean => {
    if (onValue) return Array.isArray(element) ? onValue({ v: [element] }) : onValue({ v: element });
    return (isDocument(element) || Array.isArray(element)) && (onDocument?.(element as Doc) ?? false);
  };
  return (doc) => anyAt(doc, path, (value) => Array.isArray(value) && value.some(one));
}

function allOf(path: string[], operand: unknown): Match {
  if (!Array.isArray(operand)) throw refusal(2, '$all needs an array');
  if (operand.length === 0) return () => false;
  return all(
    operand.map((one) => {
      if (isOperatorDocument(one)) {
        if (Object.keys(one).join() !== '$elemMatch') throw refusal(2, 'no $ expressions in $all');
        return elementMatch(path, one.$elemMatch);
      }
      return valueTest(path, one instanceof BSONRegExp ? regexTest(one, '') : equalTo(one));
    }),
  );
}
