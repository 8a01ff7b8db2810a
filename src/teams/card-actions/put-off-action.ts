import { z } from 'zod';
import type { VisitId } from '../../domain/kernel/ids.ts';
import { Refusal } from '../../domain/kernel/refusal.ts';
import { keepPage } from '../../domain/responses/keep-page.ts';
import { answerLater, didNotAttend, onLeave } from '../../domain/responses/put-off-visit.ts';
import { refuseUnlessOpen, visitOf } from '../../domain/responses/visit-page.ts';
import { onLeaveFormView } from '../../views/responses/on-leave-form-view.ts';
import {
  absenceAskedView,
  excusedView,
  questionnairePausedView,
} from '../../views/responses/questionnaire-paused-view.ts';
import { type VisitView, visitView } from '../../views/responses/visit-view.ts';
import type { Speaker } from '../bot/speaker.ts';
import { type CardPress, cardAction } from './card-action.ts';
import { drawVisit, type OnVisitDesk, visitStores } from './draw-visit.ts';
import { idText, type PageData, pageData } from './page-data.ts';

/** Keeps what is on the page that is left, then does what was pressed. */
const drawLeft = (
  on: OnVisitDesk,
  speaker: Speaker,
  { visit, page, revision, answers }: PageData,
  press: (timeZone: string) => Promise<VisitView>,
): ReturnType<typeof drawVisit> =>
  drawVisit(on, speaker, visit, async (zone) => {
    const left = { source: 'teams', person: speaker.person.id, visit, page, predecessor: revision } as const;
    const stands = await keepPage(on, { ...left, answers });
    return stands === undefined ? press(zone) : visitView(on, stands, zone);
  });

/** "Later": the next working day, if that is not too late. */
export const answerLaterAction = cardAction({
  verb: 'answer-later',
  schema: pageData,
  permission: 'answer',
  uses: visitStores,
  run: ({ data, speaker }, on) =>
    drawLeft(on, speaker, data, async (zone) => {
      const put = await answerLater(on, speaker.person.id, data.visit, zone);
      return { kind: 'paused', view: questionnairePausedView(put, zone, on.clock.now()) };
    }),
});

/** "I did not attend": asked once more before anybody is told. */
export const didNotAttendAction = cardAction({
  verb: 'did-not-attend',
  schema: pageData,
  permission: 'answer',
  uses: visitStores,
  run: ({ data, speaker }, on) =>
    drawLeft(on, speaker, data, async (zone) => {
      if (!data.confirmed) {
        const asked = await visitOf(on, speaker.person.id, data.visit);
        return { kind: 'paused', view: absenceAskedView(asked) };
      }
      const { open } = await didNotAttend(on, speaker.person.id, data.visit);
      return { kind: 'paused', view: excusedView(open, zone, on.clock.now()) };
    }),
});

/** Asks for the last day of a leave. */
export const onLeaveOpenAction = cardAction({
  verb: 'on-leave-open',
  schema: pageData,
  permission: 'answer',
  uses: visitStores,
  run: ({ data, speaker }, on) =>
    drawLeft(on, speaker, data, async (zone) => {
      const open = await visitOf(on, speaker.person.id, data.visit);
      refuseUnlessOpen(open, on.clock);
      return { kind: 'on-leave-form', view: onLeaveFormView(open, zone, on) };
    }),
});

const leaveData = z
  .object({ visit: idText, until: z.string().max(40).default('') })
  .strict()
  .transform(({ visit, until }) => ({ visit: visit as VisitId, until }));

/** "On leave until". A date that cannot be meant is asked for again. */
export const onLeaveAction = cardAction({
  verb: 'on-leave',
  schema: leaveData,
  permission: 'answer',
  uses: visitStores,
  run: (press, on) => drawVisit(on, press.speaker, press.data.visit, (zone) => takeLeave(press, on, zone)),
});

/** Why a day is asked for again. */
const notTaken: readonly string[] = ['date-missing', 'date-not-understood', 'date-not-ahead'];

const takeLeave = async (
  { data, speaker }: CardPress<z.output<typeof leaveData>>,
  on: OnVisitDesk,
  zone: string,
): Promise<VisitView> => {
  const { visit, until } = data;
  try {
    const put = await onLeave(on, speaker.person.id, visit, until, zone);
    return { kind: 'paused', view: questionnairePausedView(put, zone, on.clock.now(), until) };
  } catch (error) {
    if (!(error instanceof Refusal) || !notTaken.includes(error.code)) throw error;
    const open = await visitOf(on, speaker.person.id, visit);
    return { kind: 'on-leave-form', view: onLeaveFormView(open, zone, on, { until, error }) };
  }
};
