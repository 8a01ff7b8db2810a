import { Refusal } from '../kernel/refusal.ts';
import { isSomebody } from './is-somebody.ts';
import type { MatchDeps } from './match-account.ts';
import type { Person } from './person.ts';
import { personMeant } from './person-meant.ts';
import { pairsIn, type TypedPair } from './read-same-request.ts';

/** Names have few words; a sentence of more is none. */
const mostTried = 6;

export interface Pair {
  readonly kept: Person;
  readonly other: Person;
}

/**
 * Who two are that somebody names. Refuses `same-not-understood` where that is no two, and as `personMeant` does; of
 * several ways to part the words only one may fit.
 */
export const pairMeant = async (deps: MatchDeps, typed: string): Promise<Pair> => {
  const pairs = pairsIn(typed);
  const [only, another] = pairs;
  if (only === undefined) throw new Refusal('same-not-understood');
  if (another === undefined) return bothOf(deps, only);
  const found: Pair[] = [];
  for (const pair of pairs) found.push(...(await fits(deps, pair)));
  const [fit, second] = found;
  if (fit === undefined || second !== undefined) throw new Refusal('same-not-understood');
  return fit;
};

/** Whether these are two that may be meant: both known, or known to several. */
export const isPair = async (deps: MatchDeps, typed: string): Promise<boolean> => {
  for (const [kept, other] of pairsIn(typed).slice(0, mostTried)) {
    if ((await isSomebody(deps, kept)) && (await isSomebody(deps, other))) return true;
  }
  return false;
};

const bothOf = async (deps: MatchDeps, [kept, other]: TypedPair): Promise<Pair> => ({
  kept: await personMeant(deps, kept),
  other: await personMeant(deps, other),
});

const fits = async (deps: MatchDeps, pair: TypedPair): Promise<Pair[]> => {
  try {
    return [await bothOf(deps, pair)];
  } catch (error) {
    if (error instanceof Refusal) return [];
    throw error;
  }
};
