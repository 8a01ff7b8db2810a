import type { PersonId, VisitId } from '../../domain/kernel/ids.ts';
import type { Language } from '../../domain/kernel/text.ts';
import { minutesNeeded } from '../../domain/questionnaires/minutes-needed.ts';
import { showPage } from '../../domain/responses/answer-page.ts';
import { othersWaiting } from './others-waiting.ts';
import { type QuestionnairePageView, questionnairePageView } from './questionnaire-page-view.ts';
import { type WaitingParts, waitingVisit } from './waiting-visit.ts';

export interface InvitationView {
  readonly language: Language;
  /** What answering takes. */
  readonly minutes: number;
  /** The first page itself: answering begins in the invitation (C1). */
  readonly page: QuestionnairePageView;
}

/** Undefined when nothing is left to invite to. */
export const invitationView = async (
  from: WaitingParts,
  visit: VisitId,
  person: PersonId,
): Promise<InvitationView | undefined> => {
  const waiting = await waitingVisit(from, visit, person);
  if (waiting === undefined) return undefined;
  const { open, language, timeZone } = waiting;
  const shown = showPage(open, open.visit.page);
  const others = await othersWaiting(from, person, open.visit.id, timeZone);
  const page = {
    ...questionnairePageView(shown, from, timeZone),
    ...(others.length === 0 ? {} : { others }),
  };
  return { language, minutes: minutesNeeded(open.pages), page };
};
