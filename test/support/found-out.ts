import { insidersAmong } from '../../src/domain/analysis/low-end.ts';
import { isStopped } from '../../src/domain/analysis/told.ts';
import type { Seen, ToldAnswers, ToldCompletion } from './look-around.ts';
import { fewOf, rowSpace } from './row-space.ts';

/** So few people's answers nobody may find out. */
const tooFew = 4;

/** What everybody together found out that nobody may: a line each. */
export const foundOut = (seen: Seen): string[] => [
  ...[...Map.groupBy(seen.answers, ({ round }) => round).values()].flatMap((told) => [
    ...fewPeople(told),
    ...badJudgements(told),
    ...smallRevisions(told),
  ]),
  ...seen.completions.flatMap(fewCompletions),
  ...seen.tooSmall,
  ...seen.comments
    .filter(({ reached }) => reached <= tooFew)
    .map(({ round }) => `comments of few in ${round}`),
];

const vectorsOver = (people: readonly string[]) => (some: Iterable<string>) => {
  const set = new Set(some);
  return people.map((person) => (set.has(person) ? 1 : 0));
};

/** Whose sum is told: exactly, not as "at most". */
const isExact = ({ told }: ToldAnswers): boolean =>
  !isStopped(told) || (told.stopped === 'scores' && told.sum !== undefined && told.sumAtMost !== true);

const fewPeople = (told: readonly ToldAnswers[]): string[] => {
  // Their number is told even where their sum is not.
  const few = fewIn(told.map(({ people }) => people));
  return few === undefined ? [] : [`the answers of ${few} in ${told[0]?.round}`];
};

/** How many people the smallest part is whose sum can be computed from those of these sets; undefined if it is no small one. */
const fewIn = (sets: readonly ReadonlySet<string>[]): number | undefined => {
  const all = [...new Set(sets.flatMap((set) => [...set]))];
  const vector = vectorsOver(all);
  const space = rowSpace(sets.map(vector));
  // Whatever is computed weighs people alike who are in the same sets.
  const alike = Map.groupBy(all, (one) => sets.map((set) => Number(set.has(one))).join(''));
  const small = [...alike.values()].filter(({ length }) => length <= tooFew);
  for (const some of fewOf(small, tooFew)) {
    const few = some.flat();
    if (few.length <= tooFew && space.has(vector(few))) return few.length;
  }
  return undefined;
};

/** Sets that can be computed from what is shown, whose answers with insiders' taken away are certain to be bad. */
const badJudgements = (told: readonly ToldAnswers[]): string[] => {
  const scoreOf = new Map(
    told.flatMap(({ people, scores }) => [...people].map((one, at) => [one, scores[at] ?? 0])),
  );
  const all = [...scoreOf.keys()];
  const vector = vectorsOver(all);
  const insiders = insidersAmong(Math.max(...told.map(({ people }) => people.size)));
  const full = told.filter((one) => !isStopped(one.told));
  const space = rowSpace(full.map(({ people }) => vector(people)));
  const kinds = [
    ...Map.groupBy(all, (one) => full.map(({ people }) => Number(people.has(one))).join('')).values(),
  ];
  const found: string[] = [];
  for (const some of fewOf(kinds, Math.min(kinds.length, 5))) {
    const people = some.flat();
    if (!space.has(vector(people))) continue;
    const satisfied = people.filter((one) => (scoreOf.get(one) ?? 0) >= 4).length;
    if (satisfied <= insiders)
      found.push(`that all others of ${people.length} judged badly in ${told[0]?.round}`);
  }
  for (const { told: one, people, round } of told) {
    if (!isStopped(one) || one.stopped !== 'scores') continue;
    const others = people.size - insiders;
    const isForced = one.sum !== undefined && one.sum - 5 * insiders < others - 1 + 4;
    if (one.satisfied <= insiders || isForced) found.push(`by a stop that others judged badly in ${round}`);
  }
  return found;
};

const smallRevisions = (told: readonly ToldAnswers[]): string[] => {
  const revised = told.filter(({ revision }) => revision === 2);
  return revised.flatMap(({ people, round }) => {
    const before = told.filter(
      ({ revision, people: first }) => revision === 1 && [...first].every((one) => people.has(one)),
    );
    const most = Math.max(0, ...before.map(({ people: first }) => first.size));
    const more = people.size - most;
    return more === 0 || more > tooFew ? [] : [`a revision by ${more} in ${round}`];
  });
};

/**
 * Of one look: each round with what is told of the quarter and has this round in it, for whoever reckons with everybody having
 * answered in it alike.
 */
const fewCompletions = (told: readonly ToldCompletion[]): string[] => {
  const rounds = new Set(told.flatMap((one) => one.rounds));
  return [...rounds].flatMap((round) => {
    // That nobody but a few is due in a round at all is a fact of the ledger, which staff keep.
    const counted = told.filter(
      (one) => one.rounds.includes(round) && (one.people.size > tooFew || !one.isEverybody),
    );
    const few = fewIn(counted.map(({ people }) => people));
    return few === undefined ? [] : [`whether ${few} have answered in ${round}`];
  });
};

export const equationsIn = ({ answers, completions }: Seen): number =>
  answers.filter(isExact).length + completions.flat().length;
