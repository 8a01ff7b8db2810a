import { accountQuestionView } from '../../views/people/account-question-view.ts';
import { languageFor } from '../../views/people/language-for.ts';
import { onDesk } from '../bot/on-desk.ts';
import { accountQuestionCard, questionHeading } from '../cards/staff/account-question-card.ts';
import type { Presenter } from './presenter.ts';

/** To staff: whose an account is. Answered before it was said, there is nothing to ask. */
export const presentAccountQuestion: Presenter<'account-question'> = async (delivery, desk) => {
  if (!('person' in delivery.recipient)) return 'obsolete';
  const on = onDesk(desk);
  const { account, asked } = delivery.subject;
  const view = await accountQuestionView(on, account, asked);
  if (view === undefined || (view.answer !== undefined && delivery.sentAt === undefined)) return 'obsolete';
  const language = await languageFor(on, delivery.recipient.person);
  return { card: accountQuestionCard(view, language), summary: questionHeading(view)[language] };
};
