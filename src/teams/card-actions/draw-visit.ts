import type { VisitId } from '../../domain/kernel/ids.ts';
import { orTrueState, type VisitView } from '../../views/responses/visit-view.ts';
import type { Desk } from '../bot/desk.ts';
import { type OnDesk, onDesk } from '../bot/on-desk.ts';
import type { Speaker } from '../bot/speaker.ts';
import type { AdaptiveCard } from '../cards/adaptive-card.ts';
import { visitCard } from '../cards/questionnaire/visit-card.ts';

/** Runs what a press on a visit asks for and draws where it led, or the visit's true state where it came too late. */
export const drawVisit = async (
  desk: Desk,
  speaker: Speaker,
  visit: VisitId,
  press: (on: OnDesk) => Promise<VisitView>,
): Promise<{ readonly card: AdaptiveCard }> => {
  const on = onDesk(desk);
  const view = await orTrueState(on, speaker.person.id, visit, () => press(on));
  return { card: visitCard(view, speaker.language) };
};
