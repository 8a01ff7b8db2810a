import type { Answer } from './answers.ts';
import type { Condition, Item } from './questionnaire.ts';
import { scoreOf } from './score.ts';

/** Whether an answer to the condition's item meets it; no answer meets nothing. */
export const meetsCondition = (condition: Condition, item: Item, answer: Answer | undefined): boolean => {
  if (answer === undefined) return false;
  if ('is' in condition) {
    return typeof answer === 'object'
      ? answer.some((chosen) => condition.is.includes(chosen))
      : condition.is.includes(answer);
  }
  const value = item.type === 'number' ? answer : scoreOf(item, answer);
  if (typeof value !== 'number') return false;
  return 'atMost' in condition ? value <= condition.atMost : value >= condition.atLeast;
};
