import type { Text } from '../../domain/kernel/text.ts';

/** People who have the same difficulty: why, and what helps. */
export interface PeopleByReason {
  readonly reason: Text;
  readonly remedy: Text;
  readonly people: readonly { readonly name: string; readonly email: string }[];
}

/** Everybody in all groups. */
export const countPeople = (groups: readonly PeopleByReason[]): number =>
  groups.reduce((sum, { people }) => sum + people.length, 0);
