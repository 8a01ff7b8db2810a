import { answerAfterAll, declineVisit } from '../../domain/responses/decline-visit.ts';
import { excusedView } from '../../views/responses/questionnaire-paused-view.ts';
import { visitView } from '../../views/responses/visit-view.ts';
import { cardAction } from './card-action.ts';
import { drawVisit, visitStores } from './draw-visit.ts';
import { pageData } from './page-data.ts';

/** "I'd rather not answer". What is on the page is not saved: it is not to be said. */
export const declineAction = cardAction({
  verb: 'decline',
  schema: pageData,
  permission: 'answer',
  uses: visitStores,
  run: ({ data, speaker }, on) =>
    drawVisit(on, speaker, data.visit, async (zone) => {
      const { kind, open } = await declineVisit(on, speaker.person.id, data.visit);
      return kind === 'done'
        ? visitView(on, { kind, open }, zone)
        : { kind: 'paused', view: excusedView(open, zone, on.clock.now()) };
    }),
});

/** On second thoughts. */
export const answerAfterAllAction = cardAction({
  verb: 'answer-after-all',
  schema: pageData,
  permission: 'answer',
  uses: visitStores,
  run: ({ data, speaker }, on) =>
    drawVisit(on, speaker, data.visit, async (zone) =>
      visitView(on, await answerAfterAll(on, speaker.person.id, data.visit), zone),
    ),
});
