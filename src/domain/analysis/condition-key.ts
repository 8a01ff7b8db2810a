import type { Item } from '../questionnaires/questionnaire.ts';
import { itemIdOf } from './answer-key.ts';

/** The key of the answers that decide who is asked this; undefined where everybody is. */
export const conditionKey = (items: ReadonlyMap<string, Item>, key: string): string | undefined => {
  const condition = items.get(itemIdOf(key))?.onlyIf;
  if (condition === undefined) return undefined;
  const about = items.get(condition.item)?.perInstructor === true ? key.slice(itemIdOf(key).length) : '';
  return condition.item + about;
};
