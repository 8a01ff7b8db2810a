import { Temporal } from 'temporal-polyfill';
import { deliveryStart } from '../deliveries/delivery-hours.ts';
import type { Settings } from '../kernel/settings.ts';
import type { WorkingCalendar } from '../kernel/working-calendar.ts';

/** "Later" means: when delivery begins on the next working day after today, in the person's zone. */
export const laterMoment = (
  now: Date,
  timeZone: string,
  settings: Pick<Settings, 'deliveryHours'>,
  calendar: WorkingCalendar,
): Date => {
  const today = Temporal.Instant.fromEpochMilliseconds(now.getTime())
    .toZonedDateTimeISO(timeZone)
    .toPlainDate();
  return deliveryStart(calendar.next(today), timeZone, settings);
};
