import { languageFor } from '../../views/people/language-for.ts';
import { notAttendedView } from '../../views/responses/not-attended-view.ts';
import { absentTitle } from '../../wording/absence-words.ts';
import { onDesk } from '../bot/on-desk.ts';
import { notAttendedCard } from '../cards/staff/not-attended-card.ts';
import type { Presenter } from './presenter.ts';

/** To staff: somebody on the roster says they were not there. Taken back meanwhile, there is nothing to say. */
export const presentNotAttended: Presenter<'not-attended'> = async (delivery, desk) => {
  if (!('person' in delivery.recipient)) return 'obsolete';
  const on = onDesk(desk);
  const view = await notAttendedView(on, delivery.subject.visit);
  if (view === undefined) return 'obsolete';
  const language = await languageFor(on, delivery.recipient.person);
  return { card: notAttendedCard(view, language), summary: absentTitle(view.name)[language] };
};
