import type { Clock } from '../kernel/clock.ts';
import type { PersonId } from '../kernel/ids.ts';
import type { Settings } from '../kernel/settings.ts';
import type { WorkingCalendar } from '../kernel/working-calendar.ts';
import type { Delivery } from './delivery.ts';
import { nextDeliveryMoment } from './delivery-hours.ts';

interface Deps {
  readonly clock: Clock;
  readonly settings: Settings;
  readonly calendar: WorkingCalendar;
  /** How many invitations somebody got since a moment of the product's clock. */
  readonly invitationsSince: (person: PersonId, since: Date) => Promise<number>;
}

const dayMs = 24 * 3_600_000;
const weekMs = 7 * dayMs;

/**
 * Now, or the first moment this may be delivered: nothing outside working hours, nor more questionnaires a week
 * than a person should get. Holds as long as nobody else writes to the same person meanwhile.
 */
export const allowedMoment = async (deps: Deps, delivery: Delivery, zone: string): Promise<Date> => {
  const now = deps.clock.now();
  const inHours = (moment: Date): Date => nextDeliveryMoment(moment, zone, deps.settings, deps.calendar);
  const moment = inHours(now);
  const { recipient } = delivery;
  if (moment > now || !('person' in recipient) || delivery.kind !== 'invitation') return moment;
  const sent = await deps.invitationsSince(recipient.person, new Date(now.getTime() - weekMs));
  const weekIsFull = sent >= deps.settings.questionnairesPerWeek;
  return weekIsFull ? inHours(new Date(now.getTime() + dayMs)) : moment;
};
