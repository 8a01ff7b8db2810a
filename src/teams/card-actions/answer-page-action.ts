import { answerPage } from '../../domain/responses/answer-page.ts';
import { visitView } from '../../views/responses/visit-view.ts';
import type { Verb } from '../cards/verb.ts';
import { cardAction } from './card-action.ts';
import { drawVisit, visitStores } from './draw-visit.ts';
import { pageData } from './page-data.ts';

const saving = <Named extends Verb>(verb: Named, move: 'save' | 'back') =>
  cardAction({
    verb,
    schema: pageData,
    permission: 'answer',
    uses: visitStores,
    run: ({ data, speaker }, on) =>
      drawVisit(on, speaker, data.visit, async (zone) =>
        visitView(
          on,
          await answerPage(on, {
            source: 'teams',
            person: speaker.person.id,
            visit: data.visit,
            page: data.page,
            predecessor: data.revision,
            answers: data.answers,
            move,
          }),
          zone,
        ),
      ),
  });

/** "Next" and "Finish": saves the page and goes on. */
export const answerPageAction = saving('answer-page', 'save');

/** "Back": saves the page as it is, complete or not, and goes to the one before. */
export const answerBackAction = saving('answer-back', 'back');
