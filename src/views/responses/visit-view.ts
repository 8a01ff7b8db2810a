import type { PersonId, VisitId } from '../../domain/kernel/ids.ts';
import { Refusal } from '../../domain/kernel/refusal.ts';
import type { AfterPress } from '../../domain/responses/answer-page.ts';
import { type VisitDeps, visitOf } from '../../domain/responses/visit-page.ts';
import type { ViewParts } from '../view-parts.ts';
import type { OnLeaveFormView } from './on-leave-form-view.ts';
import { type QuestionnaireClosedView, questionnaireClosedView } from './questionnaire-closed-view.ts';
import { type QuestionnaireDoneView, questionnaireDoneView } from './questionnaire-done-view.ts';
import { type QuestionnairePageView, questionnairePageView } from './questionnaire-page-view.ts';
import { excusedView, notYetView, type QuestionnairePausedView } from './questionnaire-paused-view.ts';

/** Everything a person can see of their visit. */
export type VisitView =
  | { readonly kind: 'page'; readonly view: QuestionnairePageView }
  | { readonly kind: 'done'; readonly view: QuestionnaireDoneView }
  | { readonly kind: 'paused'; readonly view: QuestionnairePausedView }
  | { readonly kind: 'closed'; readonly view: QuestionnaireClosedView }
  | { readonly kind: 'on-leave-form'; readonly view: OnLeaveFormView };

/** Where answering led. */
export const visitView = async (
  from: Pick<
    ViewParts,
    'clock' | 'issues' | 'questionnaires' | 'rounds' | 'settings' | 'trainings' | 'visits'
  >,
  after: AfterPress,
  timeZone: string,
): Promise<VisitView> =>
  after.kind === 'done'
    ? { kind: 'done', view: await questionnaireDoneView(from, after.open, timeZone) }
    : { kind: 'page', view: questionnairePageView(after, from, timeZone) };

/** What comes too late, or from an old copy of a page, is not an error: the visit's true state is shown (DESIGN §6). */
export const orTrueState = async (
  from: VisitDeps,
  person: PersonId,
  visit: VisitId,
  timeZone: string,
  work: () => Promise<VisitView>,
): Promise<VisitView> => {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const { code } = error;
    if (code !== 'round-closed' && code !== 'visit-ended' && code !== 'round-not-open') throw error;
    const open = await visitOf(from, person, visit);
    // Withdrawn, or of a training that is cancelled, it is that before it is over.
    if (open.visit.excuse === 'withdrawn' || code === 'visit-ended')
      return { kind: 'paused', view: excusedView(open, timeZone, from.clock.now()) };
    return code === 'round-not-open'
      ? { kind: 'paused', view: notYetView(open, timeZone) }
      : { kind: 'closed', view: questionnaireClosedView(open, timeZone) };
  }
};
