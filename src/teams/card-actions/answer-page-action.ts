import { answerPage } from '../../domain/responses/answer-page.ts';
import { showVisit } from '../visits/show-visit.ts';
import { visitDeps } from '../visits/visit-deps.ts';
import { cardAction } from './card-action.ts';
import { pageData } from './page-data.ts';

const saving = (verb: string, move: 'save' | 'back') =>
  cardAction({
    verb,
    schema: pageData,
    permission: 'answer',
    run: async ({ data, speaker }, desk) => ({
      card: await showVisit(desk, speaker, data.visit, () =>
        answerPage(visitDeps(desk), {
          person: speaker.person.id,
          visit: data.visit,
          page: data.page,
          predecessor: data.revision,
          answers: data.answers,
          move,
        }),
      ),
    }),
  });

/** "Next" and "Finish": saves the page and goes on. */
export const answerPageAction = saving('answer-page', 'save');

/** "Back": saves the page as it is, complete or not, and goes to the one before. */
export const answerBackAction = saving('answer-back', 'back');
