import type { Connection } from 'mongoose';
import { fillPage, rating } from '../../test/support/answer-questionnaire.ts';
import type { Person } from '../../test/support/teams-tenant/person.ts';
import { storedResponses } from './stored-responses.ts';

/** Trainees who answer page after page; whoever got no answer asks again with the same. */
export interface Answerers {
  /** Whoever's turn it is sends one page through the bot that is connected. */
  answerOne(people: readonly Person[]): Promise<void>;
  /** How many pages, and whole questionnaires, Teams was told are saved. */
  told(): { readonly pages: number; readonly questionnaires: number };
}

export const createAnswerers = (): Answerers => {
  const ended = new Set<Person>();
  const pages = new Set<string>();
  let turn = 0;
  return {
    answerOne: async (people) => {
      const open = people.filter((person) => person.chat.cards.length > 0 && !ended.has(person));
      const person = open[turn++ % Math.max(1, open.length)];
      const card = person?.chat.lastCard();
      if (person === undefined || card === undefined) return;
      const page = card.actions.find(({ verb }) => verb === 'answer-page')?.data.page;
      const { card: shown } = await person.presses(card, 'answer-page', {
        inputs: fillPage(card, rating(4)),
      });
      if (shown === undefined) return;
      pages.add(`${person.chat.id} ${page}`);
      if (!shown.actions.some(({ verb }) => verb === 'answer-page')) ended.add(person);
    },
    told: () => ({ pages: pages.size, questionnaires: ended.size }),
  };
};

/** What the product has of answers: pages, pages stored a second time, whole questionnaires, visits counted as answered. */
export const storedAnswers = async (connection: Connection) => {
  const responses = await storedResponses(connection);
  const pagesOf = ({ revisions }: (typeof responses)[number]) => revisions.map(({ page }) => page);
  const pages = responses.reduce((sum, response) => sum + new Set(pagesOf(response)).size, 0);
  return {
    pages,
    pagesTwice: responses.reduce((sum, response) => sum + pagesOf(response).length, 0) - pages,
    questionnaires: responses.filter(({ complete }) => complete).length,
    visitsAnswered: await connection.collection('visits').countDocuments({ state: 'answered' }),
  };
};
