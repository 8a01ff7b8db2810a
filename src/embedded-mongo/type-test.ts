import { typeName } from './bson-value.ts';
import { isNumber, toDouble } from './number-parts.ts';
import { refusal } from './refusal.ts';

const codes: Record<number, string> = {
  1: 'double',
  2: 'string',
  3: 'object',
  4: 'array',
  5: 'binData',
  7: 'objectId',
  8: 'bool',
  9: 'date',
  10: 'null',
  11: 'regex',
  16: 'int',
  17: 'timestamp',
  18: 'long',
  19: 'decimal',
  [-1]: 'minKey',
  127: 'maxKey',
};
const numbers = ['int', 'long', 'double', 'decimal'];

/** Compiles the operand of `$type`: a type's name or number, `number`, or an array of these. */
export function typeTest(operand: unknown): (value: unknown) => boolean {
  const wanted = new Set<string>();
  for (const one of Array.isArray(operand) ? operand : [operand]) {
    const name = isNumber(one) ? codes[toDouble(one)] : one;
    if (name === 'number') for (const number of numbers) wanted.add(number);
    else if (typeof name === 'string' && Object.values(codes).includes(name)) wanted.add(name);
    else throw refusal(2, `Unknown type name alias or type code for $type: ${String(one)}`);
  }
  return (value) => wanted.has(typeName(value));
}
