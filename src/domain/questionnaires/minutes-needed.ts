import type { AskedItem, AskedPage } from './asked-page.ts';
import { type Item, isAskedOfAll } from './questionnaire.ts';

/** Seconds a question takes on a phone; generous, so that the promise is kept. */
const seconds: Record<Item['type'], number> = {
  rating: 8,
  'two-sided': 8,
  number: 10,
  choice: 10,
  choices: 15,
  text: 25,
};

/** Those of these questions that everybody is asked; the others come to few, and to whom is not known before. */
export const askedOfAll = (pages: readonly AskedPage[]): AskedItem[] =>
  pages.flatMap((page) => page.items).filter(({ item }) => isAskedOfAll(item));

/** Whole minutes these pages take, at least 1. */
export const minutesNeeded = (pages: readonly AskedPage[]): number => {
  const total = askedOfAll(pages).reduce((sum, asked) => sum + seconds[asked.item.type], 0);
  return Math.max(1, Math.ceil(total / 60));
};
