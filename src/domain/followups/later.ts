import { Temporal } from 'temporal-polyfill';
import { deliveryStart } from '../deliveries/delivery-hours.ts';
import { daysLater, startOfDay } from '../kernel/local-date.ts';
import type { Settings } from '../kernel/settings.ts';
import type { WorkingCalendar } from '../kernel/working-calendar.ts';

/**
 * When somebody is asked again who is to be left alone to the end of this day, a local date in their zone: when delivery
 * begins on their next working day. Undefined where that is too late to answer.
 */
export const askedAgainAt = (
  lastDay: string,
  dueAt: Date,
  timeZone: string,
  settings: Pick<Settings, 'deliveryHours'>,
  calendar: WorkingCalendar,
): Date | undefined => {
  const morning = deliveryStart(calendar.next(Temporal.PlainDate.from(lastDay)), timeZone, settings);
  return morning < dueAt ? morning : undefined;
};

/** Whether a leave to the end of this day, a local date in somebody's zone, lasts as long as they could answer. */
export const coversWindow = (lastDay: string, dueAt: Date, timeZone: string): boolean =>
  startOfDay(daysLater(lastDay, 1), timeZone) >= dueAt;
