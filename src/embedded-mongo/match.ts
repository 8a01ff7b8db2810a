import { BSONRegExp } from 'bson';
import { logicalOperators, queryOperators } from './allowed.ts';
import { type Doc, isDocument } from './bson-value.ts';
import { compareValues, identity, rankOf, sameValue } from './key-order.ts';
import { isNumber, toDouble, truthy, wholeOf } from './number.ts';
import { anyAt, anyValueAt } from './path.ts';
import { refusal, unsupported } from './refusal.ts';
import { toRegExp } from './regex.ts';

/** A compiled filter. */
export type Match = (doc: Doc) => boolean;
type Test = (value: unknown) => boolean;

const joins = ['$and', '$or', '$nor'];

/** The top-level fields a filter looks at. */
export function fieldsOf(filter: unknown): Set<string> {
  const fields = new Set<string>();
  const collect = (part: unknown): void => {
    for (const [key, value] of Object.entries(isDocument(part) ? part : {})) {
      if (joins.includes(key) && Array.isArray(value)) value.forEach(collect);
      else fields.add(key.split('.')[0] ?? key);
    }
  };
  collect(filter);
  return fields;
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

function clause(key: string, value: unknown): Match {
  if (!key.startsWith('$')) return fieldMatch(key.split('.'), value);
  if (!logicalOperators.has(key)) throw unsupported(2, `unknown top level operator: ${key}. It`);
  if (key === '$comment') return () => true;
  if (!Array.isArray(value) || value.length === 0) throw refusal(2, `${key} must be a nonempty array`);
  const branches = value.map(compileMatch);
  if (key === '$and') return all(branches);
  return (doc) => branches.some((match) => match(doc)) === (key === '$or');
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
    if (!queryOperators.has(operator)) throw unsupported(2, `unknown operator: ${operator}. It`);
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
    case '$ne':
      if (operand instanceof BSONRegExp) throw refusal(2, "Can't have regex as arg to $ne.");
      return not(valueTest(path, equalTo(operand)));
    case '$in':
      return valueTest(path, oneOf(operator, operand));
    case '$nin':
      return not(valueTest(path, oneOf(operator, operand)));
    case '$not':
      if (!(operand instanceof BSONRegExp) && !isOperatorDocument(operand))
        throw refusal(2, '$not needs a regex or a document of operators');
      return not(fieldMatch(path, operand));
    case '$exists': {
      const wanted = truthy(operand);
      return (doc) => anyAt(doc, path, (value) => value !== undefined) === wanted;
    }
    case '$size': {
      const size = wholeOf(operand) ?? -1;
      if (size < 0) throw refusal(2, 'Failed to parse $size. Expected a whole number');
      return (doc) => anyAt(doc, path, (value) => Array.isArray(value) && value.length === size);
    }
    case '$regex': {
      const flags = condition.$options ?? '';
      if (typeof flags !== 'string') throw refusal(2, '$options has to be a string');
      return valueTest(path, regexTest(operand, flags));
    }
    case '$elemMatch':
      return elementMatch(path, operand);
    default:
      if (operand instanceof BSONRegExp) throw refusal(2, "Can't have RegEx as arg to predicate over field");
      return valueTest(path, ordered(operator, operand));
  }
}

const not =
  (match: Match): Match =>
  (doc) =>
    !match(doc);

function equalTo(operand: unknown): Test {
  if (operand === null) return (value) => value === null || value === undefined;
  if (typeof operand === 'string' || typeof operand === 'boolean') return (value) => value === operand;
  const rank = rankOf(operand);
  return (value) => value !== undefined && rankOf(value) === rank && compareValues(value, operand) === 0;
}

const isNotANumber = (value: unknown): boolean => isNumber(value) && Number.isNaN(toDouble(value));

function ordered(operator: string, operand: unknown): Test {
  const inclusive = operator.length === 4;
  const sign = operator.startsWith('$g') ? 1 : -1;
  if (operand === null) return inclusive ? equalTo(null) : () => false;
  const rank = rankOf(operand);
  const nan = isNotANumber(operand);
  return (value) => {
    if (value === undefined || rankOf(value) !== rank) return false;
    const difference = compareValues(value, operand) * sign;
    return difference === 0 ? inclusive : difference > 0 && !nan && !isNotANumber(value);
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

function regexTest(operand: unknown, flags: string): Test {
  const pattern = toRegExp(operand, flags);
  return (value) =>
    typeof value === 'string'
      ? pattern.test(value)
      : operand instanceof BSONRegExp && value instanceof BSONRegExp && sameValue(value, operand);
}

function elementMatch(path: string[], operand: unknown): Match {
  if (!isDocument(operand)) throw refusal(2, '$elemMatch needs an Object');
  let one: Test;
  if (isOperatorDocument(operand) && !joins.includes(Object.keys(operand)[0] ?? '')) {
    const match = fieldMatch(['v'], operand);
    one = (element) => match({ v: Array.isArray(element) ? [element] : element });
  } else {
    const match = compileMatch(operand);
    one = (element) => (isDocument(element) || Array.isArray(element)) && match(element as Doc);
  }
  return (doc) => anyAt(doc, path, (value) => Array.isArray(value) && value.some(one));
}
