import { Temporal } from 'temporal-polyfill';
import type { Clock } from './clock.ts';
import type { Settings } from './settings.ts';

/** The local date (`2026-11-20`) of an instant in a zone. */
export const localDate = (instant: Date, timeZone: string): string =>
  Temporal.Instant.fromEpochMilliseconds(instant.getTime())
    .toZonedDateTimeISO(timeZone)
    .toPlainDate()
    .toString();

/** The first instant of a local date in a zone. */
export const startOfDay = (date: string, timeZone: string): Date =>
  new Date(Temporal.PlainDate.from(date).toZonedDateTime(timeZone).epochMilliseconds);

/** The organisation's local date, by the product's clock. */
export const todayOf = (deps: {
  readonly clock: Clock;
  readonly settings: Pick<Settings, 'organisation'>;
}): string => localDate(deps.clock.now(), deps.settings.organisation.timeZone);

/** Whether a text is a day of the calendar, written `2026-11-20`. */
export const isLocalDate = (text: string): boolean => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  try {
    Temporal.PlainDate.from(text, { overflow: 'reject' });
    return true;
  } catch {
    return false;
  }
};

/** The local date so many days later. */
export const daysLater = (date: string, days: number): string =>
  Temporal.PlainDate.from(date).add({ days }).toString();
