import { unreachableView } from '../../views/deliveries/unreachable-view.ts';
import { languageFor } from '../../views/people/language-for.ts';
import { countPeople } from '../../views/people/people-by-reason.ts';
import { unreachableTitle } from '../../wording/unreachable-words.ts';
import { onDesk } from '../bot/on-desk.ts';
import { unreachableCard } from '../cards/staff/unreachable-card.ts';
import type { Presenter } from './presenter.ts';

/** To staff, once a day: who could not be reached, as things stand when it is read out. */
export const presentUnreachable: Presenter<'unreachable'> = async (delivery, desk) => {
  if (!('person' in delivery.recipient)) return 'obsolete';
  const on = onDesk(desk);
  const view = await unreachableView(on);
  if (view.groups.length === 0) return 'obsolete';
  const language = await languageFor(on, delivery.recipient.person);
  return {
    card: unreachableCard(view, language),
    summary: unreachableTitle(countPeople(view.groups))[language],
  };
};
