import type { PersonId } from '../kernel/ids.ts';

/** The item an answer belongs to: `clarity` of `clarity@person`. */
export const itemIdOf = (key: string): string => key.split('@', 1)[0] ?? key;

/** The instructor an answer is about, if it is about one. */
export const instructorOf = (key: string): PersonId | undefined => {
  const at = key.indexOf('@');
  return at < 0 ? undefined : (key.slice(at + 1) as PersonId);
};
