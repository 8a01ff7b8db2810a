import type { Answer } from './answers.ts';
import type { Item } from './questionnaire.ts';

/** On a two-sided scale the middle is best: 5, one step off 3, two steps 1 (DESIGN §5). */
const twoSided = [1, 3, 5, 3, 1] as const;

/** What an answer to a scale scores, 1–5; undefined for "not applicable" and for what is no scale's answer. */
export const scoreOf = (item: Item, answer: Answer): number | undefined => {
  if (typeof answer !== 'number' || !Number.isInteger(answer) || answer < 1 || answer > 5) return undefined;
  if (item.type === 'rating') return answer;
  return item.type === 'two-sided' ? twoSided[answer - 1] : undefined;
};
