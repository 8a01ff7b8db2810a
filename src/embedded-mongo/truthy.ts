import { isNumber, toDouble } from './number-parts.ts';

/** What counts as true to MongoDB: everything but false, zero, null and missing. */
export function truthy(value: unknown): boolean {
  if (value === undefined || value === null || value === false) return false;
  return !isNumber(value) || toDouble(value) !== 0;
}
