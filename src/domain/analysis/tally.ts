import { type Answer, notApplicable } from '../questionnaires/answers.ts';
import type { Item, ScoredItem } from '../questionnaires/questionnaire.ts';
import { scoreOf } from '../questionnaires/score.ts';
import type { Tally } from './result.ts';

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
  const none = total(tallies, 'none');
  const positions = tallies.map((tally) => tally.positions).filter((counts) => counts !== undefined);
  return {
    n: total(tallies, 'n'),
    sum: total(tallies, 'sum'),
    sumOfSquares: total(tallies, 'sumOfSquares'),
    histogram: addCounts(tallies.map((tally) => tally.histogram)),
    ...(positions.length === 0 ? {} : { positions: addCounts(positions) }),
    ...(none === 0 ? {} : { none }),
  };
};

const addCounts = (counts: readonly Tally['histogram'][]): Tally['histogram'] => {
  const sums = new Map<string, number>();
  for (const [value, count] of counts.flatMap((one) => Object.entries(one))) {
    sums.set(value, (sums.get(value) ?? 0) + count);
  }
  return Object.fromEntries([...sums].sort(([one], [other]) => (one < other ? -1 : 1)));
};

const total = (tallies: readonly Tally[], figure: 'n' | 'sum' | 'sumOfSquares' | 'none'): number =>
  tallies.reduce((sum, tally) => sum + (tally[figure] ?? 0), 0);

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
