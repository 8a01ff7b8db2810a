import { invitationView } from '../../views/responses/invitation-view.ts';
import { invitationSummary } from '../../wording/questionnaire-words.ts';
import { onDesk } from '../bot/on-desk.ts';
import { questionnairePageCard } from '../cards/questionnaire/questionnaire-page-card.ts';
import type { Presenter } from './presenter.ts';

/** The first page itself: answering begins in the invitation (C1). */
export const presentInvitation: Presenter<'invitation'> = async (delivery, desk) => {
  if (!('person' in delivery.recipient)) return 'obsolete';
  const { person } = delivery.recipient;
  const invitation = await invitationView(onDesk(desk), delivery.subject.visit, person);
  if (invitation === undefined) return 'obsolete';
  const { language, minutes, page } = invitation;
  return {
    card: questionnairePageCard(page, language),
    summary: invitationSummary(page.training, minutes)[language],
  };
};
