import { expressionOperators } from './allowed.ts';
import { type Doc, isDocument } from './bson-value.ts';
import { operators } from './expression-operators.ts';
import { compareValues, rankOf } from './key-order.ts';
import { fieldOf } from './path.ts';
import { refusal } from './refusal.ts';
import { truthy } from './truthy.ts';

/** What an expression is evaluated on: the document and the variables `$$name` stands for. */
export type Scope = { root: Doc; variables: Record<string, unknown> };
export type Evaluate = (scope: Scope) => unknown;

/** Compiles an aggregation expression; a missing result is undefined. Throws 168 for operators not accepted. */
export function compileExpression(expression: unknown): Evaluate {
  if (typeof expression === 'string' && expression.startsWith('$')) return pathExpression(expression);
  if (Array.isArray(expression)) {
    const elements = expression.map(compileExpression);
    return (scope) => elements.map((evaluate) => evaluate(scope) ?? null);
  }
  if (!isDocument(expression)) return () => expression;
  const [operator, ...others] = Object.keys(expression);
  if (!operator?.startsWith('$')) return objectExpression(expression);
  if (others.length > 0)
    throw refusal(15983, 'An object representing an expression must have exactly one field');
  if (!expressionOperators.has(operator)) {
    throw refusal(168, `Unrecognized expression '${operator}'. The embedded database does not support it`);
  }
  const operand = expression[operator];
  return special(operator, operand) ?? plain(operator, operand);
}

function pathExpression(path: string): Evaluate {
  const parts = path.slice(path.startsWith('$$') ? 2 : 1).split('.');
  if (parts.includes('')) throw refusal(40353, `Field path '${path}' must not have an empty part`);
  if (!path.startsWith('$$')) return (scope) => follow(scope.root, parts, 0);
  const [name = '', ...rest] = parts;
  if (name === 'NOW') {
    const now = new Date();
    return () => now;
  }
  return (scope) => {
    if (name === 'ROOT' || name === 'CURRENT') return follow(scope.root, rest, 0);
    if (!Object.hasOwn(scope.variables, name)) throw refusal(17276, `Use of undefined variable: ${name}`);
    return follow(scope.variables[name], rest, 0);
  };
}

function follow(value: unknown, parts: string[], at: number): unknown {
  const part = parts[at];
  if (part === undefined) return value;
  if (!Array.isArray(value)) return follow(fieldOf(value, part), parts, at + 1);
  return value
    .map((element) =>
      Array.isArray(element) || isDocument(element) ? follow(element, parts, at) : undefined,
    )
    .filter((element) => element !== undefined);
}

function objectExpression(expression: Doc): Evaluate {
  const fields = Object.entries(expression).map(([name, value]) => {
    if (name.includes('.')) throw refusal(40180, `FieldPath field names may not contain '.': ${name}`);
    return [name, compileExpression(value)] as const;
  });
  return (scope) => {
    const result: Doc = {};
    for (const [name, evaluate] of fields) {
      const value = evaluate(scope);
      if (value !== undefined) result[name] = value;
    }
    return result;
  };
}

function named(
  operator: string,
  operand: unknown,
  wanted: string[],
  optional: string[] = [],
): Record<string, Evaluate> {
  if (!isDocument(operand)) throw refusal(9, `${operator} requires an object`);
  for (const name of Object.keys(operand)) {
    if (![...wanted, ...optional].includes(name))
      throw refusal(9, `Unrecognized parameter to ${operator}: ${name}`);
  }
  for (const name of wanted)
    if (!(name in operand)) throw refusal(9, `Missing '${name}' parameter to ${operator}`);
  return Object.fromEntries(Object.entries(operand).map(([name, value]) => [name, compileExpression(value)]));
}

const within = (scope: Scope, variables: Record<string, unknown>): Scope => ({
  root: scope.root,
  variables: { ...scope.variables, ...variables },
});

const nothing: Evaluate = () => undefined;

const condParts = (operand: unknown) => (Array.isArray(operand) ? ['0', '1', '2'] : ['if', 'then', 'else']);

// Operators that decide which of their operands are evaluated, and on what.
function special(operator: string, operand: unknown): Evaluate | undefined {
  if (operator === '$literal') return () => operand;
  if (operator === '$cond') {
    if (Array.isArray(operand) && operand.length !== 3) {
      throw refusal(16020, 'Expression $cond takes exactly 3 arguments');
    }
    const parts = named(operator, Array.isArray(operand) ? { ...operand } : operand, condParts(operand));
    const [test = nothing, yes = nothing, no = nothing] = condParts(operand).map((name) => parts[name]);
    return (scope) => (truthy(test(scope)) ? yes(scope) : no(scope));
  }
  if (operator === '$switch') return switchExpression(operand);
  if (operator === '$and' || operator === '$or') {
    const parts = (Array.isArray(operand) ? operand : [operand]).map(compileExpression);
    return (scope) =>
      operator === '$and'
        ? parts.every((part) => truthy(part(scope)))
        : parts.some((part) => truthy(part(scope)));
  }
  if (operator === '$let') {
    if (!isDocument(operand) || !isDocument(operand.vars)) throw refusal(16874, '$let needs vars and in');
    const values = Object.entries(operand.vars).map(
      ([name, value]) => [name, compileExpression(value)] as const,
    );
    const inner = compileExpression(operand.in);
    return (scope) =>
      inner(within(scope, Object.fromEntries(values.map(([name, value]) => [name, value(scope)]))));
  }
  if (operator === '$map' || operator === '$filter') return eachElement(operator, operand);
  if (operator === '$reduce') {
    const {
      input = nothing,
      initialValue = nothing,
      in: step = nothing,
    } = named(operator, operand, ['input', 'initialValue', 'in']);
    return (scope) => {
      const list = arrayOrNull(operator, input(scope));
      return (
        list?.reduce(
          (value, element) => step(within(scope, { value, this: element })),
          initialValue(scope),
        ) ?? (list ? initialValue(scope) : null)
      );
    };
  }
  return undefined;
}

function switchExpression(operand: unknown): Evaluate {
  if (!isDocument(operand) || !Array.isArray(operand.branches))
    throw refusal(40060, '$switch needs branches');
  const branches = operand.branches.map((branch) => named('$switch', branch, ['case', 'then']));
  const otherwise = 'default' in operand ? compileExpression(operand.default) : undefined;
  return (scope) => {
    const branch = branches.find((one) => truthy(one.case?.(scope)));
    if (!branch && !otherwise)
      throw refusal(40066, '$switch could not find a matching branch, and no default was specified');
    return branch ? branch.then?.(scope) : otherwise?.(scope);
  };
}

function arrayOrNull(operator: string, value: unknown): unknown[] | null {
  if (value === undefined || value === null) return null;
  if (!Array.isArray(value)) throw refusal(2, `input to ${operator} must be an array`);
  return value;
}

function eachElement(operator: string, operand: unknown): Evaluate {
  const map = operator === '$map';
  const body = map ? 'in' : 'cond';
  const parts = named(operator, operand, ['input', body], ['as']);
  const as = isDocument(operand) && typeof operand.as === 'string' ? operand.as : 'this';
  const { input = nothing } = parts;
  const inner = parts[body] ?? nothing;
  return (scope) => {
    const list = arrayOrNull(operator, input(scope));
    if (!list) return null;
    const run = (element: unknown) => inner(within(scope, { [as]: element }));
    return map ? list.map((element) => run(element) ?? null) : list.filter((element) => truthy(run(element)));
  };
}

function plain(operator: string, operand: unknown): Evaluate {
  const definition = operators[operator];
  if (!definition) throw refusal(168, `Unrecognized expression '${operator}'`);
  const { least, most, run } = definition;
  const list = Array.isArray(operand) ? operand : [operand];
  if (list.length < least || list.length > most) {
    throw refusal(
      16020,
      `Expression ${operator} takes between ${least} and ${most} arguments. ${list.length} were passed in.`,
    );
  }
  const parts = list.map(compileExpression);
  return (scope) => run(parts.map((part) => part(scope)));
}

/** Order of values in expressions, where missing is less than null. */
export function compareInExpression(a: unknown, b: unknown): number {
  if (a !== undefined && b !== undefined) return compareValues(a, b);
  if (a === b) return 0;
  if (a === undefined) return rankOf(b) < rankOf(null) ? 1 : -1;
  return rankOf(a) < rankOf(null) ? -1 : 1;
}
