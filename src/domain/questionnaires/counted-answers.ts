import type { Answer, Answers } from './answers.ts';
import type { AskedPage } from './asked-page.ts';
import { meetsCondition } from './meets-condition.ts';
import type { Item } from './questionnaire.ts';

/** A questionnaire's items by id, in its order. */
type Items = ReadonlyMap<string, Item>;

/** `@person` of an answer's key; nothing where it is about no instructor. */
const aboutWhom = (key: string): string => (key.includes('@') ? key.slice(key.indexOf('@')) : '');

/** Whether the question with this key is asked, by the answers before it that count. */
const isAsked = (item: Item, key: string, items: Items, counted: ReadonlyMap<string, Answer>): boolean => {
  if (item.onlyIf === undefined) return true;
  const earlier = items.get(item.onlyIf.item);
  if (earlier === undefined) return false;
  const about = earlier.perInstructor === true ? aboutWhom(key) : '';
  return meetsCondition(item.onlyIf, earlier, counted.get(earlier.id + about));
};

const countedBy = (items: Items, standing: Answers): ReadonlyMap<string, Answer> => {
  const answersTo = Map.groupBy(Object.entries(standing), ([key]) => key.split('@', 1)[0] ?? key);
  const counted = new Map<string, Answer>();
  for (const item of items.values()) {
    for (const [key, answer] of answersTo.get(item.id) ?? []) {
      if (isAsked(item, key, items, counted)) counted.set(key, answer);
    }
  }
  return counted;
};

/**
 * The answers that count: an answer to a question whose condition holds no longer counts nowhere. Conditions look
 * back only, so one pass in the questionnaire's order is enough.
 */
export const countedAnswers = (items: Items, standing: Answers): Answers =>
  Object.fromEntries(countedBy(items, standing));

/** What of each page is asked of somebody who has answered this so far; of a page nothing may be left. */
export const askedNow = (items: Items, pages: readonly AskedPage[], standing: Answers): AskedPage[] => {
  const counted = countedBy(items, standing);
  return pages.map((page) => ({
    ...page,
    items: page.items.filter(({ key, item }) => isAsked(item, key, items, counted)),
  }));
};
