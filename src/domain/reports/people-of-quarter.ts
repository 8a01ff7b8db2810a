import type { Roughly } from '../analysis/roughly.ts';
import { hidden } from '../analysis/told.ts';
import { type Visit, whose } from '../followups/visit.ts';
import type { PersonId } from '../kernel/ids.ts';
import { asCounted } from './as-counted.ts';
import { countPeople } from './count-people.ts';
import type { PeopleCount, PeopleFigure } from './report.ts';

/** A round of the quarter with its people in a scope, as they are told. */
export interface ToldRound {
  readonly people: PeopleFigure | undefined;
  readonly visits: readonly Visit[];
  /** Everybody due in it. */
  readonly everybody: readonly Visit[];
}

/**
 * The people of a quarter, each once. It is told only beside rounds whose numbers are told, and only if it leaves nobody to be
 * had by subtraction: those who are in it and not in one of the rounds are none or enough, and so are those whom each round
 * brought and, of a part of the people, all others (DESIGN, decision 10). Rounds told in words come in when they close.
 */
export const peopleOfQuarter = (
  rounds: readonly ToldRound[],
  isPart: boolean,
  minimum: number,
): PeopleFigure => {
  const told = rounds.filter(({ people }) => isCounted(people));
  const words = rounds.flatMap(({ people }) => (isInWords(people) ? [people] : []));
  const hiding = rounds.some(({ people }) => people === hidden);
  if (told.length === 0) return hiding ? hidden : (words.at(-1) ?? countPeople([]));
  const isFine = (count: number): boolean => count === 0 || count >= minimum;
  const sets = told.map(({ visits }) => peopleIn(visits));
  const all = new Set(sets.flatMap((one) => [...one]));
  const apart = sets.every((one) => isFine(all.size - one.size));
  if (!apart || (isPart && !(isSteady(sets, isFine) && isFine(others(told, all))))) return hidden;
  return countPeople(told.flatMap(({ visits, people }) => asCounted(visits, people)));
};

export const isCounted = (people: PeopleFigure | undefined): people is PeopleCount =>
  people !== undefined && people !== hidden && 'due' in people;

export const isInWords = (people: PeopleFigure | undefined): people is { readonly roughly: Roughly } =>
  people !== undefined && people !== hidden && 'roughly' in people;

const peopleIn = (visits: readonly Visit[]): ReadonlySet<PersonId> =>
  new Set(visits.flatMap((visit) => (visit.excuse === 'withdrawn' ? [] : [whose(visit)])));

/** Whoever asks after each round learns of those it brought. */
const isSteady = (sets: readonly ReadonlySet<PersonId>[], isFine: (count: number) => boolean): boolean => {
  const known = new Set<PersonId>();
  return sets.every((one) => {
    const before = known.size;
    for (const person of one) known.add(person);
    return isFine(known.size - before);
  });
};

const others = (rounds: readonly ToldRound[], own: ReadonlySet<PersonId>): number => {
  const everybody = new Set(rounds.flatMap((round) => [...peopleIn(round.everybody)]));
  return [...everybody].filter((person) => !own.has(person)).length;
};
