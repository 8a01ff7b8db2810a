import type { VisitId } from '../../domain/kernel/ids.ts';
import { zoneOf } from '../../views/people/zone-of.ts';
import { orTrueState, type VisitView } from '../../views/responses/visit-view.ts';
import type { OnDesk } from '../bot/on-desk.ts';
import type { Speaker } from '../bot/speaker.ts';
import type { AdaptiveCard } from '../cards/adaptive-card.ts';
import { visitCard } from '../cards/questionnaire/visit-card.ts';

/** The stores that whatever is pressed on a visit works with. */
export const visitStores = [
  'people',
  'trainings',
  'rounds',
  'visits',
  'responses',
  'deliveries',
  'issues',
] as const;
export type OnVisitDesk = OnDesk<(typeof visitStores)[number]>;

/** Runs what a press on a visit asks for and draws where it led, or the visit's true state where it came too late: as of the zone they are in. */
export const drawVisit = async (
  on: OnVisitDesk,
  speaker: Speaker,
  visit: VisitId,
  press: (timeZone: string) => Promise<VisitView>,
): Promise<{ readonly card: AdaptiveCard }> => {
  const zone = zoneOf(speaker.account, on);
  const view = await orTrueState(on, speaker.person.id, visit, zone, () => press(zone));
  return { card: visitCard(view, speaker.language) };
};
