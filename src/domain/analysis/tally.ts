import { type Answer, notApplicable } from '../questionnaires/answers.ts';
import type { Item, ScoredItem } from '../questionnaires/questionnaire.ts';
import { scoreOf } from '../questionnaires/score.ts';

/** Enough of a set of numbers to add sets up: n, Σ, Σ², and how often each value came. */
export interface Tally {
  readonly n: number;
  readonly sum: number;
  readonly sumOfSquares: number;
  /** Value (or option id) → count. */
  readonly histogram: Readonly<Record<string, number>>;
  /** Of a two-sided scale also the points as they were chosen, 1–5: they tell the direction, the scores do not. */
  readonly positions?: Readonly<Record<string, number>>;
  /** How many said that it does not apply; they are not in n. */
  readonly none?: number;
}

export const emptyTally: Tally = { n: 0, sum: 0, sumOfSquares: 0, histogram: {} };

/** One answer as a tally; undefined when the item does not take such an answer, or is free text. */
export const tallyAnswer = (item: Item, answer: Answer): Tally | undefined => {
  switch (item.type) {
    case 'rating':
    case 'two-sided':
      return tallyPoint(item, answer);
    case 'number':
      return tallyNumber(answer, item.min, item.max);
    case 'choice':
      return typeof answer === 'string' ? tallyOptions(item.options, [answer]) : undefined;
    case 'choices':
      return Array.isArray(answer) ? tallyOptions(item.options, answer) : undefined;
    case 'text':
      return undefined;
  }
};

/** Tallies of different people add up; nothing else about them is needed. */
export const addTallies = (...tallies: readonly Tally[]): Tally => {
  const sum = summing();
  for (const tally of tallies) sum.add(tally);
  return sum.total();
};

/** What is left of a sum without some of its people. */
export const subtractTally = (all: Tally, some: Tally): Tally => {
  const less = (counts: Tally['histogram'], part: Tally['histogram'] = {}): Tally['histogram'] =>
    Object.fromEntries(
      Object.entries(counts).flatMap(([value, count]) => {
        const left = count - (part[value] ?? 0);
        return left === 0 ? [] : [[value, left]];
      }),
    );
  const none = (all.none ?? 0) - (some.none ?? 0);
  return {
    n: all.n - some.n,
    sum: all.sum - some.sum,
    sumOfSquares: all.sumOfSquares - some.sumOfSquares,
    histogram: less(all.histogram, some.histogram),
    ...(all.positions === undefined ? {} : { positions: less(all.positions, some.positions) }),
    ...(none === 0 ? {} : { none }),
  };
};

/** A sum that grows answer by answer: a round of fifty thousand has a million of them. */
export const summing = () => {
  let [n, sum, sumOfSquares, none] = [0, 0, 0, 0];
  const histogram = new Map<string, number>();
  const positions = new Map<string, number>();
  return {
    add: (tally: Tally): void => {
      n += tally.n;
      sum += tally.sum;
      sumOfSquares += tally.sumOfSquares;
      none += tally.none ?? 0;
      addCounts(histogram, tally.histogram);
      addCounts(positions, tally.positions ?? {});
    },
    total: (): Tally => ({
      n,
      sum,
      sumOfSquares,
      histogram: inOrder(histogram),
      ...(positions.size === 0 ? {} : { positions: inOrder(positions) }),
      ...(none === 0 ? {} : { none }),
    }),
  };
};

const addCounts = (sums: Map<string, number>, counts: Tally['histogram']): void => {
  for (const [value, count] of Object.entries(counts)) sums.set(value, (sums.get(value) ?? 0) + count);
};

const inOrder = (counts: ReadonlyMap<string, number>): Tally['histogram'] =>
  Object.fromEntries([...counts].sort(([one], [other]) => (one < other ? -1 : 1)));

const tallyPoint = (item: ScoredItem, answer: Answer): Tally | undefined => {
  if (answer === notApplicable && item.none !== undefined) return { ...emptyTally, none: 1 };
  const score = scoreOf(item, answer);
  const tally = score === undefined ? undefined : tallyNumber(score, 1, 5);
  return tally === undefined || item.type === 'rating'
    ? tally
    : { ...tally, positions: { [`${answer}`]: 1 } };
};

const tallyNumber = (answer: Answer, min: number, max: number): Tally | undefined => {
  if (typeof answer !== 'number' || !Number.isInteger(answer) || answer < min || answer > max)
    return undefined;
  return { n: 1, sum: answer, sumOfSquares: answer * answer, histogram: { [answer]: 1 } };
};

const tallyOptions = (
  options: readonly { readonly id: string }[],
  chosen: readonly string[],
): Tally | undefined => {
  const known = options.filter((option) => chosen.includes(option.id));
  if (known.length === 0) return undefined;
  return { ...emptyTally, n: 1, histogram: Object.fromEntries(known.map((option) => [option.id, 1])) };
};
