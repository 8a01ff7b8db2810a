import { z } from 'zod';
import type { VisitId } from '../../domain/kernel/ids.ts';
import { localDate } from '../../domain/kernel/local-date.ts';
import { Refusal } from '../../domain/kernel/refusal.ts';
import { answerLater, didNotAttend, onLeave, type PutOff } from '../../domain/responses/put-off-visit.ts';
import { type OpenVisit, refuseUnlessOpen, visitOf } from '../../domain/responses/visit-page.ts';
import { refusalText } from '../../wording/refusal-words.ts';
import type { Desk } from '../bot/desk.ts';
import type { Speaker } from '../bot/speaker.ts';
import type { AdaptiveCard } from '../cards/adaptive-card.ts';
import { onLeaveFormCard } from '../cards/questionnaire/on-leave-form-card.ts';
import { questionnairePausedCard } from '../cards/questionnaire/questionnaire-paused-card.ts';
import { excusedCard } from '../visits/excused-card.ts';
import { orTrueState } from '../visits/show-visit.ts';
import { visitDeps, zoneOf } from '../visits/visit-deps.ts';
import { type CardPress, cardAction } from './card-action.ts';
import { idText, pageData } from './page-data.ts';

/** "Later": the next working day. */
export const answerLaterAction = cardAction({
  verb: 'answer-later',
  schema: pageData,
  permission: 'answer',
  run: async ({ data, speaker }, desk) => ({
    card: await orTrueState(desk, speaker, data.visit, async () => {
      const zone = zoneOf(speaker, desk);
      const put = await answerLater(visitDeps(desk), speaker.person.id, data.visit, zone);
      return pausedCard(put, speaker, (until) => ({ kind: 'later', resumesOn: localDate(until, zone) }));
    }),
  }),
});

/** "I did not attend". */
export const didNotAttendAction = cardAction({
  verb: 'did-not-attend',
  schema: pageData,
  permission: 'answer',
  run: async ({ data, speaker }, desk) => ({
    card: await orTrueState(desk, speaker, data.visit, async () => {
      const { open } = await didNotAttend(visitDeps(desk), speaker.person.id, data.visit);
      return excusedCard(open, speaker.language);
    }),
  }),
});

/** Asks for the last day of a leave. */
export const onLeaveOpenAction = cardAction({
  verb: 'on-leave-open',
  schema: pageData,
  permission: 'answer',
  run: async ({ data, speaker }, desk) => ({
    card: await orTrueState(desk, speaker, data.visit, async () => {
      const open = await visitOf(visitDeps(desk), speaker.person.id, data.visit);
      refuseUnlessOpen(open, desk.clock);
      return leaveForm(open, speaker, desk);
    }),
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
  run: async (press, desk) => ({
    card: await orTrueState(desk, press.speaker, press.data.visit, () => takeLeave(press, desk)),
  }),
});

const takeLeave = async (
  { data, speaker }: CardPress<z.output<typeof leaveData>>,
  desk: Desk,
): Promise<AdaptiveCard> => {
  const { visit, until } = data;
  const deps = visitDeps(desk);
  try {
    const put = await onLeave(deps, speaker.person.id, visit, until, zoneOf(speaker, desk));
    if (put.kind === 'excused') return excusedCard(put.open, speaker.language, until);
    return pausedCard(put, speaker, () => ({ kind: 'on-leave', until, excused: false }));
  } catch (error) {
    const ask = error instanceof Refusal && ['date-not-understood', 'date-not-ahead'].includes(error.code);
    if (!ask) throw error;
    return leaveForm(await visitOf(deps, speaker.person.id, visit), speaker, desk, { until, error });
  }
};

const leaveForm = (
  open: OpenVisit,
  speaker: Speaker,
  desk: Desk,
  again?: { readonly until: string; readonly error: Refusal },
): AdaptiveCard =>
  onLeaveFormCard(
    {
      training: open.training.title,
      today: localDate(desk.clock.now(), zoneOf(speaker, desk)),
      ...(again === undefined
        ? {}
        : { until: again.until, error: refusalText(again.error.code, again.error.details) }),
      data: { visit: open.visit.id },
    },
    speaker.language,
  );

const pausedCard = (
  put: PutOff,
  speaker: Speaker,
  why: (until: Date) => Parameters<typeof questionnairePausedCard>[0]['why'],
): AdaptiveCard =>
  put.kind === 'excused'
    ? excusedCard(put.open, speaker.language)
    : questionnairePausedCard(
        {
          training: put.open.training.title,
          why: why(put.until),
          mayReturn: true,
          data: { visit: put.open.visit.id },
        },
        speaker.language,
      );
