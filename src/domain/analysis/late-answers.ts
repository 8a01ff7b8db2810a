import type { ResponseId } from '../kernel/ids.ts';
import type { Questionnaire } from '../questionnaires/questionnaire.ts';
import type { Response } from '../responses/response.ts';
import { itemIdOf } from './answer-key.ts';
import type { Contribution } from './contribution.ts';
import { summing, type Tally } from './tally.ts';

/** What came after a result was frozen: of pages of which nothing had been counted. */
export interface LateCount {
  readonly items: ReadonlyMap<string, Tally>;
  /** People who came to a question for comments only now. */
  readonly reached: ReadonlyMap<string, number>;
  /** People of whom nothing had been counted to the last page. */
  readonly answered: number;
}

/** Adds up what is late of each person; `wasCounted` tells of a page. */
export const countLate = (wasCounted: (response: ResponseId, page: string) => boolean) => {
  const items = new Map<string, ReturnType<typeof summing>>();
  const reached = new Map<string, number>();
  let [people, answered] = [0, 0];
  return {
    add: (contribution: Contribution, response: Response, questionnaire: Questionnaire): void => {
      const late = new Set(
        response.revisions.map(({ page }) => page).filter((page) => !wasCounted(response.id, page)),
      );
      if (late.size === 0) return;
      const isLate = (key: string): boolean => late.has(pageOf(questionnaire, key));
      people += 1;
      answered += contribution.completion.answered;
      for (const [key, tally] of contribution.items) {
        if (!isLate(key)) continue;
        const sum = items.get(key) ?? summing();
        items.set(key, sum);
        sum.add(tally);
      }
      for (const key of contribution.reached) {
        if (isLate(key)) reached.set(key, (reached.get(key) ?? 0) + 1);
      }
    },
    people: (): number => people,
    counted: (): LateCount => ({
      items: new Map([...items].map(([key, sum]) => [key, sum.total()])),
      reached,
      answered,
    }),
  };
};

/** The page with a question, `page` or `page@person`. */
const pageOf = ({ pages }: Questionnaire, key: string): string => {
  const id = itemIdOf(key);
  return `${pages.find(({ items }) => items.some((item) => item.id === id))?.id}${key.slice(id.length)}`;
};
