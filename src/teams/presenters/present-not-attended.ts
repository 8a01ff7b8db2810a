import type { Delivery } from '../../domain/deliveries/delivery.ts';
import { languageFor } from '../../views/people/language-for.ts';
import { notAttendedView } from '../../views/responses/not-attended-view.ts';
import { onDesk } from '../bot/on-desk.ts';
import { notAttendedCard, notAttendedTitle } from '../cards/staff/not-attended-card.ts';
import type { Presenter } from './presenter.ts';

/** To staff: somebody on the roster says they were not there, or has taken it back since. Taken back before it was said, there is nothing to say. */
export const presentNotAttended: Presenter<'not-attended'> = async (delivery, desk) => {
  if (!('person' in delivery.recipient)) return 'obsolete';
  const on = onDesk(desk);
  const view = await notAttendedView(on, delivery.subject.visit, delivery.subject.number);
  if (view === undefined || (view.isTakenBack && !mayHaveBeenSeen(delivery))) return 'obsolete';
  const language = await languageFor(on, delivery.recipient.person);
  return { card: notAttendedCard(view, language), summary: notAttendedTitle(view)[language] };
};

/** Also where nobody knows whether it went out. */
const mayHaveBeenSeen = ({ sentAt, attempts }: Delivery): boolean =>
  sentAt !== undefined || attempts.some(({ outcome }) => outcome === 'unknown');
