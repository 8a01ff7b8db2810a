import { languageFor } from '../../views/people/language-for.ts';
import { damagedAnswersView } from '../../views/responses/damaged-answers-view.ts';
import { damageTitle } from '../../wording/damage-words.ts';
import { onDesk } from '../bot/on-desk.ts';
import { damagedAnswersCard } from '../cards/staff/damaged-answers-card.ts';
import type { Presenter } from './presenter.ts';

/** To staff: pages of a round's answers are not as they were sealed. */
export const presentDamagedAnswers: Presenter<'damaged-answers'> = async (delivery, desk) => {
  if (!('person' in delivery.recipient)) return 'obsolete';
  const on = onDesk(desk);
  const view = await damagedAnswersView(on, delivery.subject);
  if (view === undefined) return 'obsolete';
  const language = await languageFor(on, delivery.recipient.person);
  return { card: damagedAnswersCard(view, language), summary: damageTitle(view.pages)[language] };
};
