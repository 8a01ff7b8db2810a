import { takeBackExcuse } from '../../domain/responses/put-off-visit.ts';
import { changeAnswers, resumeVisit } from '../../domain/responses/resume-visit.ts';
import { showVisit } from '../visits/show-visit.ts';
import { visitDeps } from '../visits/visit-deps.ts';
import { cardAction } from './card-action.ts';
import { pageData } from './page-data.ts';

/** Opens a waiting questionnaire where the person left it. */
export const openVisitAction = cardAction({
  verb: 'open-visit',
  schema: pageData,
  permission: 'answer',
  run: async ({ data, speaker }, desk) => ({
    card: await showVisit(desk, speaker, data.visit, () =>
      resumeVisit(visitDeps(desk), speaker.person.id, data.visit),
    ),
  }),
});

/** Back to the first page, until the round closes. */
export const changeAnswersAction = cardAction({
  verb: 'change-answers',
  schema: pageData,
  permission: 'answer',
  run: async ({ data, speaker }, desk) => ({
    card: await showVisit(desk, speaker, data.visit, () =>
      changeAnswers(visitDeps(desk), speaker.person.id, data.visit),
    ),
  }),
});

/** "Pressed by mistake": takes back "I did not attend" or a leave. */
export const attendedAction = cardAction({
  verb: 'attended',
  schema: pageData,
  permission: 'answer',
  run: async ({ data, speaker }, desk) => ({
    card: await showVisit(desk, speaker, data.visit, async () => {
      await takeBackExcuse(visitDeps(desk), speaker.person.id, data.visit);
      return resumeVisit(visitDeps(desk), speaker.person.id, data.visit);
    }),
  }),
});
