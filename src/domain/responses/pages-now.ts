import type { AskedItem, AskedPage } from '../questionnaires/asked-page.ts';
import { askedNow } from '../questionnaires/counted-answers.ts';
import { itemsById, recallOf } from '../questionnaires/questionnaire.ts';
import type { Answers } from './response.ts';
import { standingAnswers } from './standing-answers.ts';
import type { OpenVisit } from './visit-page.ts';

/**
 * Every page that may appear, each with what is asked on it by what was said: their number and order never change, so
 * that progress does not jump; one on which nothing is asked is passed by.
 */
export const pagesNow = (open: OpenVisit, said: Answers = standingAnswers(open.response)): AskedPage[] =>
  askedNow(itemsById(open.questionnaire), open.pages, said).map((page) => ({
    ...page,
    items: page.items.flatMap((asked) => withRecalled(asked, open.recalled)),
  }));

/** With what it shows again; a question that recalls what was never said is not asked. */
const withRecalled = (asked: AskedItem, recalled: OpenVisit['recalled']): AskedItem[] => {
  if (recallOf(asked.item) === undefined) return [asked];
  const said = recalled.get(asked.item.id);
  return said === undefined ? [] : [{ ...asked, recalled: said }];
};

/** The next page that asks something, after `from` or before it. */
export const nextPage = (pages: readonly AskedPage[], from: number, step: 1 | -1): number | undefined => {
  for (let index = from + step; index >= 0 && index < pages.length; index += step) {
    if (pages[index]?.items.length !== 0) return index;
  }
  return undefined;
};
