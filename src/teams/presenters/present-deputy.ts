import { deputyView } from '../../views/people/deputy-view.ts';
import { languageFor } from '../../views/people/language-for.ts';
import { deputyOverTitle, deputyTitle } from '../../wording/deputy-words.ts';
import { onDesk } from '../bot/on-desk.ts';
import { deputyCard } from '../cards/staff/deputy-card.ts';
import type { Presenter } from './presenter.ts';

/** To a deputy: for whom they stand in, or that they do no longer. */
export const presentDeputy: Presenter<'deputy'> = async ({ subject, recipient }, desk) => {
  if (!('person' in recipient)) return 'obsolete';
  const on = onDesk(desk);
  const view = await deputyView(on, subject, recipient.person);
  if (view === undefined) return 'obsolete';
  const language = await languageFor(on, recipient.person);
  const title = view.days === undefined ? deputyOverTitle(view.name) : deputyTitle(view.name);
  return { card: deputyCard(view, language), summary: title[language] };
};
