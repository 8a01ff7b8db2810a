import type { Claim } from './attack.ts';
import type { Truth } from './play-round.ts';

export interface Score {
  /** Answers that were given, and how many of them were joined to who gave them. */
  readonly answers: number;
  readonly joined: number;
  /** People who answered, and how many of them were read off whole. */
  readonly people: number;
  readonly exposed: number;
  /** How the joined ones were found. */
  readonly by: Readonly<Record<string, number>>;
}

/** How much of what was claimed is true. */
export const score = (claims: readonly Claim[], truth: Truth): Score => {
  const right = claims.filter(({ person, key, value }) => truth.get(person)?.get(key) === value);
  const joined = new Map<string, Set<string>>();
  for (const { person, key } of right) joined.set(person, (joined.get(person) ?? new Set()).add(key));
  const ways = Map.groupBy(right, ({ how }) => how);
  return {
    answers: [...truth.values()].reduce((sum, said) => sum + said.size, 0),
    joined: [...joined.values()].reduce((sum, keys) => sum + keys.size, 0),
    people: truth.size,
    exposed: [...truth].filter(([person, said]) => joined.get(person)?.size === said.size).length,
    by: Object.fromEntries(
      [...ways].map(([how, found]) => [
        how,
        new Set(found.map(({ person, key }) => `${person} ${key}`)).size,
      ]),
    ),
  };
};
