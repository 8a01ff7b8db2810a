import { unreachablePeople } from '../../domain/deliveries/unreachable-people.ts';
import { unreachableTitle } from '../../wording/unreachable-words.ts';
import { unreachableCard } from '../cards/staff/unreachable-card.ts';
import { languageFor } from '../visits/language-for.ts';
import type { Presenter } from './presenter.ts';

/** To staff, once a day: who could not be reached, as things stand when it is read out. */
export const presentUnreachable: Presenter<'unreachable'> = async (delivery, desk) => {
  if (!('person' in delivery.recipient)) return 'obsolete';
  const groups = await unreachablePeople({ ...desk.stores, clock: desk.clock });
  if (groups.length === 0) return 'obsolete';
  const language = await languageFor(desk, delivery.recipient.person);
  const count = groups.reduce((sum, { people }) => sum + people.length, 0);
  return { card: unreachableCard({ groups }, language), summary: unreachableTitle(count)[language] };
};
