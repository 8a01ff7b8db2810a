import { minutesNeeded } from '../../domain/questionnaires/minutes-needed.ts';
import { showPage } from '../../domain/responses/answer-page.ts';
import { invitationSummary } from '../../wording/questionnaire-words.ts';
import { pageCard } from '../visits/page-card.ts';
import { waitingVisit } from '../visits/waiting-visit.ts';
import type { Presenter } from './presenter.ts';

/** The first page itself: answering begins in the invitation (C1). */
export const presentInvitation: Presenter<'invitation'> = async (delivery, desk) => {
  const waiting = await waitingVisit(desk, delivery.subject.visit);
  if (waiting === undefined) return 'obsolete';
  const { open, language } = waiting;
  const shown = showPage(open, open.visit.page);
  if (shown.kind !== 'page') return 'obsolete';
  return {
    card: pageCard(shown, desk, language),
    summary: invitationSummary(open.training.title, minutesNeeded(open.pages))[language],
  };
};
