import { languageFor } from '../../views/people/language-for.ts';
import { visitChangeView } from '../../views/responses/visit-change-view.ts';
import { onDesk } from '../bot/on-desk.ts';
import { visitChangeCard, visitChangeTitle } from '../cards/questionnaire/visit-change-card.ts';
import type { Presenter } from './presenter.ts';

/** P2: to a trainee, once: what they were told is no longer so. */
export const presentVisitChange: Presenter<'visit-change'> = async ({ subject, recipient }, desk) => {
  if (!('person' in recipient)) return 'obsolete';
  const on = onDesk(desk);
  const view = await visitChangeView(on, subject, recipient.person);
  if (view === undefined) return 'obsolete';
  const language = await languageFor(on, recipient.person);
  return { card: visitChangeCard(view, language), summary: visitChangeTitle(view)[language] };
};
