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
  readonly invitationsInWeek: (person: PersonId, since: Date) => Promise<number>;
  readonly invitationsToday: (person: PersonId, since: Date) => Promise<number>;
}

const dayMs = 24 * 3_600_000;
const weekMs = 7 * dayMs;
/** Longer than a working day, shorter than the way to the next one. */
const workingDayMs = 12 * 3_600_000;

/**
 * Now, or the first moment this may be delivered: nothing outside working hours, one questionnaire a day (the next
 * one is offered where the first ends: a conversation, not a pile of cards), nor more a week than a person should
 * get. On its last day better a second one than none. Holds as long as nobody else writes to the same person meanwhile.
 */
export const allowedMoment = async (deps: Deps, delivery: Delivery, zone: string): Promise<Date> => {
  const now = deps.clock.now();
  const inHours = (moment: Date): Date => nextDeliveryMoment(moment, zone, deps.settings, deps.calendar);
  const moment = inHours(now);
  const { recipient } = delivery;
  if (moment > now || !('person' in recipient) || delivery.kind !== 'invitation') return moment;
  const [inWeek, today] = await Promise.all([
    deps.invitationsInWeek(recipient.person, new Date(now.getTime() - weekMs)),
    deps.invitationsToday(recipient.person, new Date(now.getTime() - workingDayMs)),
  ]);
  const tomorrow = inHours(new Date(now.getTime() + dayMs));
  if (inWeek >= deps.settings.questionnairesPerWeek) return tomorrow;
  const tooLate = delivery.until !== undefined && tomorrow >= delivery.until;
  return today === 0 || tooLate ? moment : tomorrow;
};
