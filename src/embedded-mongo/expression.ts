import { expressionOperators } from './allowed.ts';
import { type Doc, isDocument } from './bson-value.ts';
import { operators } from './expression-operators.ts';
import { fieldOf } from './path.ts';
import { refusal, unsupported } from './refusal.ts';
import { truthy } from './truthy.ts';

/** A compiled expression; its value for a document, undefined when missing. */
export type Evaluate = (root: Doc) => unknown;

/** Compiles an aggregation expression. Throws 168 for operators not accepted. */
export function compileExpression(expression: unknown): Evaluate {
  if (typeof expression === 'string' && expression.startsWith('$')) return pathExpression(expression);
  if (Array.isArray(expression)) {
    const elements = expression.map(compileExpression);
    return (root) => elements.map((evaluate) => evaluate(root) ?? null);
  }
  if (!isDocument(expression)) return () => expression;
  const [operator, ...others] = Object.keys(expression);
  if (!operator?.startsWith('$')) return objectExpression(expression);
  if (others.length > 0) throw refusal(15983, 'An expression object must have exactly one field');
  if (!expressionOperators.has(operator)) throw unsupported(168, `Expression '${operator}'`);
  return operatorExpression(operator, expression[operator]);
}

function pathExpression(path: string): Evaluate {
  if (path === '$$ROOT') return (root) => root;
  if (path.startsWith('$$')) throw unsupported(17276, `Variable '${path}'`);
  const parts = path.slice(1).split('.');
  if (parts.includes('')) throw refusal(40353, `Field path '${path}' must not have an empty part`);
  return (root) => follow(root, parts, 0);
}

// Through an array, a path gives the array of what it finds in the documents there.
function follow(value: unknown, parts: string[], at: number): unknown {
  const part = parts[at];
  if (part === undefined) return value;
  if (!Array.isArray(value)) return follow(fieldOf(value, part), parts, at + 1);
  const inside = value.filter((element) => Array.isArray(element) || isDocument(element));
  return inside.map((element) => follow(element, parts, at)).filter((found) => found !== undefined);
}

function objectExpression(expression: Doc): Evaluate {
  const fields = Object.entries(expression).map(([name, value]) => [name, compileExpression(value)] as const);
  return (root) => {
    const values = fields.map(([name, evaluate]) => [name, evaluate(root)] as const);
    return Object.fromEntries(values.filter(([, value]) => value !== undefined));
  };
}

function operatorExpression(operator: string, operand: unknown): Evaluate {
  if (operator === '$literal') return () => operand;
  const given =
    operator === '$cond' && isDocument(operand) ? [operand.if, operand.then, operand.else] : operand;
  const parts = (Array.isArray(given) ? given : [given]).map(compileExpression);
  const { least, most, run } = operators[operator] ?? { least: 0, most: Number.POSITIVE_INFINITY };
  if (parts.length < least || parts.length > most) {
    throw refusal(16020, `Expression ${operator} does not take ${parts.length} arguments`);
  }
  if (operator === '$and') return (root) => parts.every((part) => truthy(part(root)));
  if (operator === '$or') return (root) => parts.some((part) => truthy(part(root)));
  if (operator === '$cond') return (root) => parts[truthy(parts[0]?.(root)) ? 1 : 2]?.(root);
  return (root) => run?.(parts.map((part) => part(root)));
}
