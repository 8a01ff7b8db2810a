import { languageFor } from '../../views/people/language-for.ts';
import { countPeople } from '../../views/people/people-by-reason.ts';
import { rosterGapsView } from '../../views/trainings/roster-gaps-view.ts';
import { gapsTitle } from '../../wording/roster-gap-words.ts';
import { onDesk } from '../bot/on-desk.ts';
import { rosterGapsCard } from '../cards/staff/roster-gaps-card.ts';
import type { Presenter } from './presenter.ts';

/** To staff: whom the bot cannot reach in a training as things stand now, and what they can do. */
export const presentRosterGaps: Presenter<'roster-gaps'> = async (delivery, desk) => {
  if (!('person' in delivery.recipient)) return 'obsolete';
  const on = onDesk(desk);
  const view = await rosterGapsView(on, delivery.subject.training);
  if (view === undefined) return 'obsolete';
  const language = await languageFor(on, delivery.recipient.person);
  return { card: rosterGapsCard(view, language), summary: gapsTitle(countPeople(view.groups))[language] };
};
