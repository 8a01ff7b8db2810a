import { indexOptions } from './allowed.ts';
import { type Doc, isDocument } from './bson-value.ts';
import type { Index } from './index-keys.ts';
import { isNumber, toDouble, truthy, wholeOf } from './number.ts';
import { isPlace } from './path.ts';
import { refusal, unsupported } from './refusal.ts';

/** Reads an index's definition as stored or sent; throws 67 or 197 for what is not accepted. */
export function parseIndex(id: number, spec: Doc): Index {
  const { key, name, expireAfterSeconds } = spec;
  if (!isDocument(key) || Object.keys(key).length === 0) throw refusal(67, 'An index needs a nonempty key');
  if (typeof name !== 'string' || name === '') throw refusal(67, 'An index needs a name');
  for (const option of Object.keys(spec)) {
    if (!indexOptions.has(option)) throw unsupported(197, `Index option '${option}'`);
  }
  const fields = Object.entries(key).map(([path, value]) => {
    const direction = Math.sign(wholeOf(value) ?? 0);
    if (direction !== 1 && direction !== -1) {
      throw unsupported(67, `Index kind '${String(value)}' on '${path}'`);
    }
    const parts = path.split('.');
    if (parts.some((part) => part === '' || part.startsWith('$') || isPlace(part))) {
      throw unsupported(67, `Index path '${path}'`);
    }
    return { path, parts, direction: direction as 1 | -1 };
  });
  if (expireAfterSeconds !== undefined) {
    if (!isNumber(expireAfterSeconds) || toDouble(expireAfterSeconds) < 0)
      throw refusal(67, 'expireAfterSeconds must be a number from 0 on');
    if (fields.length > 1)
      throw refusal(67, 'TTL indexes are single-field indexes, compound indexes do not support TTL');
  }
  return {
    id,
    name,
    spec,
    fields,
    unique: truthy(spec.unique),
    sparse: truthy(spec.sparse),
    expireAfterSeconds: isNumber(expireAfterSeconds) ? toDouble(expireAfterSeconds) : undefined,
    multikey: false,
  };
}
