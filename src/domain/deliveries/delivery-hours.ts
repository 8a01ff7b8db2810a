import { Temporal } from 'temporal-polyfill';
import type { Settings } from '../kernel/settings.ts';
import type { WorkingCalendar } from '../kernel/working-calendar.ts';

type Hours = Pick<Settings, 'deliveryHours'>;

/** The instant delivery begins on this day in this zone. */
export const deliveryStart = (date: Temporal.PlainDate, timeZone: string, settings: Hours): Date =>
  instantOf(date, timeZone, settings.deliveryHours.from);

/** Whether something may be delivered now: inside the delivery hours of a working day of this zone, the end excluded. */
export const isDeliveryTime = (
  now: Date,
  timeZone: string,
  settings: Hours,
  calendar: WorkingCalendar,
): boolean => {
  const date = localDateOf(now, timeZone);
  return (
    calendar.isWorkingDay(date) &&
    now >= deliveryStart(date, timeZone, settings) &&
    now < instantOf(date, timeZone, settings.deliveryHours.to)
  );
};

/** Now when something may be delivered now, else the first moment it may. */
export const nextDeliveryMoment = (
  now: Date,
  timeZone: string,
  settings: Hours,
  calendar: WorkingCalendar,
): Date => {
  if (isDeliveryTime(now, timeZone, settings, calendar)) return now;
  const today = localDateOf(now, timeZone);
  const beforeHours = now < deliveryStart(today, timeZone, settings);
  const day = beforeHours ? calendar.onOrAfter(today) : calendar.next(today);
  return deliveryStart(day, timeZone, settings);
};

/** `nextDeliveryMoment` for many at once: as long as a zone's working day lasts, it is not worked out again. */
export const rememberHours = (settings: Hours, calendar: WorkingCalendar) => {
  const open = new Map<string, { readonly from: Date; readonly to: Date }>();
  return (now: Date, timeZone: string): Date => {
    const known = open.get(timeZone);
    if (known !== undefined && now >= known.from && now < known.to) return now;
    const moment = nextDeliveryMoment(now, timeZone, settings, calendar);
    if (moment === now) {
      const to = instantOf(localDateOf(now, timeZone), timeZone, settings.deliveryHours.to);
      open.set(timeZone, { from: now, to });
    }
    return moment;
  };
};

/** The moment delivery begins on the next working day after today. */
export const nextWorkingMorning = (
  now: Date,
  timeZone: string,
  settings: Hours,
  calendar: WorkingCalendar,
): Date => deliveryStart(calendar.next(localDateOf(now, timeZone)), timeZone, settings);

const localDateOf = (instant: Date, timeZone: string): Temporal.PlainDate =>
  Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(timeZone).toPlainDate();

const instantOf = (date: Temporal.PlainDate, timeZone: string, time: string): Date =>
  new Date(date.toZonedDateTime({ timeZone, plainTime: Temporal.PlainTime.from(time) }).epochMilliseconds);
