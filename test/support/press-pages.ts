import type { Response } from '../../src/domain/responses/response.ts';
import { fillPage, rating } from './answer-questionnaire.ts';
import type { SeenCard } from './teams-tenant/chat.ts';
import type { Person } from './teams-tenant/person.ts';
import type { Pressed } from './teams-tenant/press.ts';

/** What is stored of a response, one page revision after the other: `content#1`. */
export const marks = (response: Response | undefined): string[] =>
  (response?.revisions ?? []).map(({ page, revision }) => `${page}#${revision}`);

/** Fills the page with fours and goes on. */
export const pressPage = (person: Person, card: SeenCard): Promise<Pressed> =>
  person.presses(card, 'answer-page', { inputs: fillPage(card, rating(4)) });

export const shownNext = async (person: Person, card: SeenCard): Promise<SeenCard> => {
  const next = (await pressPage(person, card)).card;
  if (next === undefined) throw new Error('no card');
  return next;
};
