import { absentTitle } from '../../wording/status-words.ts';
import { notAttendedCard } from '../cards/staff/not-attended-card.ts';
import { languageFor } from '../visits/language-for.ts';
import type { Presenter } from './presenter.ts';

/** To staff: somebody on the roster says they were not there. Taken back meanwhile, there is nothing to say. */
export const presentNotAttended: Presenter<'not-attended'> = async (delivery, desk) => {
  if (!('person' in delivery.recipient)) return 'obsolete';
  const visit = await desk.stores.visits.byId(delivery.subject.visit);
  if (visit?.excuse !== 'did-not-attend') return 'obsolete';
  const [person, training] = await Promise.all([
    desk.stores.people.byId(visit.person),
    desk.stores.trainings.byCode(visit.training),
  ]);
  if (person === undefined || training === undefined) return 'obsolete';
  const language = await languageFor(desk, delivery.recipient.person);
  return {
    card: notAttendedCard({ name: person.name, training: training.title }, language),
    summary: absentTitle(person.name)[language],
  };
};
