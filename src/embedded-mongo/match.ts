import { BSONRegExp } from 'bson';
import { logicalOperators, queryOperators } from './allowed.ts';
import { type Doc, isDocument } from './bson-value.ts';
import { compareValues, identity, rankOf } from './key-order.ts';
import { refusal, unsupported } from './mongo-refusal.ts';
import { isNumber, toDouble, truthy } from './number.ts';
import { anyAt } from './path.ts';

/** A compiled filter. */
export type Match = (doc: Doc) => boolean;
type Test = (value: unknown) => boolean;

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
  if (!Array.isArray(value) || value.length === 0) throw refusal(2, `${key} must be a nonempty array`);
  const branches = value.map(compileMatch);
  return key === '$and' ? all(branches) : (doc) => branches.some((match) => match(doc));
}

/** True for `{ $gt: 1 }` and the like; refuses a mixture of operators and fields. */
export function isOperatorDocument(value: unknown): value is Doc {
  const names = isDocument(value) ? Object.keys(value) : [];
  if (!names[0]?.startsWith('$')) return false;
  const odd = names.find((name) => !name.startsWith('$'));
  if (odd !== undefined) throw refusal(2, `unknown operator: ${odd}`);
  return true;
}

function fieldMatch(path: string[], condition: unknown): Match {
  if (condition instanceof BSONRegExp) return valueTest(path, textTest(condition, undefined));
  if (!isOperatorDocument(condition)) return valueTest(path, equalTo(condition));
  const operators = Object.keys(condition).filter((operator) => operator !== '$options');
  return all(operators.map((operator) => operation(path, operator, condition)));
}

// An array stands for each of its elements as well as for itself.
function valueTest(path: string[], test: Test): Match {
  const either: Test = (value) => test(value) || (Array.isArray(value) && value.some(test));
  return (doc) => anyAt(doc, path, either);
}

function operation(path: string[], operator: string, condition: Doc): Match {
  if (!queryOperators.has(operator)) throw unsupported(2, `unknown operator: ${operator}. It`);
  const operand = condition[operator];
  switch (operator) {
    case '$eq':
      return valueTest(path, equalTo(operand));
    case '$ne':
      return not(valueTest(path, equalTo(operand)));
    case '$in':
      return valueTest(path, oneOf(operator, operand));
    case '$nin':
      return not(valueTest(path, oneOf(operator, operand)));
    case '$exists': {
      const wanted = truthy(operand);
      return (doc) => anyAt(doc, path, (value) => value !== undefined) === wanted;
    }
    case '$regex':
      return valueTest(path, textTest(operand, condition.$options));
    default:
      return valueTest(path, ordered(operator, operand));
  }
}

const not =
  (match: Match): Match =>
  (doc) =>
    !match(doc);

function equalTo(operand: unknown): Test {
  if (operand === null) return (value) => value === null || value === undefined;
  const rank = rankOf(operand);
  if (typeof operand === 'string') return (value) => value === operand;
  return (value) => value !== undefined && rankOf(value) === rank && compareValues(value, operand) === 0;
}

const isNotANumber = (value: unknown): boolean => isNumber(value) && Number.isNaN(toDouble(value));

function ordered(operator: string, operand: unknown): Test {
  const inclusive = operator.endsWith('e');
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
  const known = new Set(operand.map(identity));
  const none = operand.includes(null);
  return (value) => (value === undefined ? none : known.has(identity(value)));
}

// A text, at the beginning if ^ comes first; special characters only with a backslash.
const plainPattern = /^\^?(?:[^\\^$.*+?()[\]{}|]|\\[\\^$.*+?()[\]{}|/])*$/u;

function textTest(operand: unknown, options: unknown): Test {
  const { pattern, options: own } =
    operand instanceof BSONRegExp ? operand : { pattern: operand, options: '' };
  const flags = options ?? own;
  if (typeof pattern !== 'string') throw refusal(2, '$regex has to be a string');
  if (flags !== '' && flags !== 'i') throw unsupported(51108, `Regular expression option '${String(flags)}'`);
  if (!plainPattern.test(pattern)) throw unsupported(51091, `Regular expression '${pattern}'`);
  const expression = new RegExp(pattern, `${flags}u`);
  return (value) => typeof value === 'string' && expression.test(value);
}
