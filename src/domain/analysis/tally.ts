import type { Answer } from '../questionnaires/answers.ts';
import type { Item } from '../questionnaires/questionnaire.ts';
import type { Tally } from './result.ts';

export const emptyTally: Tally = { n: 0, sum: 0, sumOfSquares: 0, histogram: {} };

/** One answer as a tally; undefined when the item does not take such an answer, or is free text. */
export const tallyAnswer = (item: Item, answer: Answer): Tally | undefined => {
  switch (item.type) {
    case 'rating':
      return tallyNumber(answer, 1, 5);
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
  const histogram = new Map<string, number>();
  for (const tally of tallies) {
    for (const [value, count] of Object.entries(tally.histogram)) {
      histogram.set(value, (histogram.get(value) ?? 0) + count);
    }
  }
  return {
    n: total(tallies, 'n'),
    sum: total(tallies, 'sum'),
    sumOfSquares: total(tallies, 'sumOfSquares'),
    histogram: Object.fromEntries([...histogram].sort(([one], [other]) => (one < other ? -1 : 1))),
  };
};

const total = (tallies: readonly Tally[], figure: 'n' | 'sum' | 'sumOfSquares'): number =>
  tallies.reduce((sum, tally) => sum + tally[figure], 0);

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
