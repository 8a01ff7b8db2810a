import { takeBackExcuse } from '../../domain/responses/put-off-visit.ts';
import { changeAnswers, resumeVisit } from '../../domain/responses/resume-visit.ts';
import { visitView } from '../../views/responses/visit-view.ts';
import { cardAction } from './card-action.ts';
import { drawVisit, visitStores } from './draw-visit.ts';
import { pageData } from './page-data.ts';

/** Opens a waiting questionnaire where the person left it. */
export const openVisitAction = cardAction({
  verb: 'open-visit',
  schema: pageData,
  permission: 'answer',
  uses: visitStores,
  run: ({ data, speaker }, on) =>
    drawVisit(on, speaker, data.visit, async (zone) =>
      visitView(on, await resumeVisit(on, speaker.person.id, data.visit), zone),
    ),
});

/** Back to the first page, until the round closes. */
export const changeAnswersAction = cardAction({
  verb: 'change-answers',
  schema: pageData,
  permission: 'answer',
  uses: visitStores,
  run: ({ data, speaker }, on) =>
    drawVisit(on, speaker, data.visit, async (zone) =>
      visitView(on, await changeAnswers(on, speaker.person.id, data.visit), zone),
    ),
});

/** "Pressed by mistake": takes back "I did not attend" or a leave. */
export const attendedAction = cardAction({
  verb: 'attended',
  schema: pageData,
  permission: 'answer',
  uses: visitStores,
  run: ({ data, speaker }, on) =>
    drawVisit(on, speaker, data.visit, async (zone) => {
      await takeBackExcuse(on, speaker.person.id, data.visit);
      return visitView(on, await resumeVisit(on, speaker.person.id, data.visit), zone);
    }),
});
