import { stuckRoundView } from '../../views/analysis/stuck-round-view.ts';
import { languageFor } from '../../views/people/language-for.ts';
import { onDesk } from '../bot/on-desk.ts';
import { stuckRoundCard, stuckRoundTitle } from '../cards/staff/stuck-round-card.ts';
import type { Presenter } from './presenter.ts';

/** To staff: a round could not go on. */
export const presentStuckRound: Presenter<'stuck-round'> = async (delivery, desk) => {
  if (!('person' in delivery.recipient)) return 'obsolete';
  const on = onDesk(desk);
  const view = await stuckRoundView(on, delivery.subject);
  if (view === undefined) return 'obsolete';
  const language = await languageFor(on, delivery.recipient.person);
  return {
    card: stuckRoundCard(view, language),
    summary: stuckRoundTitle(view)[language],
  };
};
