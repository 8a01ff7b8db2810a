import { Temporal } from 'temporal-polyfill';
import { localDate, startOfDay } from '../kernel/local-date.ts';

/** Until when something can be done, on somebody's own calendar and clock. */
export interface LastMoment {
  /** Local date. Without a time the whole of it counts. */
  readonly date: string;
  /** `18:00`: on that date it ends here. */
  readonly time?: string;
  /** That date is the day on which it is told. */
  readonly isToday?: true;
}

/**
 * The last moment before an end (the first instant that is too late), as it is told to somebody in a zone. Where the end
 * is the end of a day there too, that day says it all; elsewhere a day alone would be too late or too early. `now`: when it is
 * told, of an end that is still to come.
 */
export const lastMomentFor = (end: Date, timeZone: string, now?: Date): LastMoment => {
  const last = lastMoment(end, timeZone);
  return now !== undefined && localDate(now, timeZone) === last.date ? { ...last, isToday: true } : last;
};

const lastMoment = (end: Date, timeZone: string): LastMoment => {
  const date = localDate(end, timeZone);
  if (startOfDay(date, timeZone).getTime() === end.getTime())
    return { date: localDate(new Date(end.getTime() - 1), timeZone) };
  const there = Temporal.Instant.fromEpochMilliseconds(end.getTime()).toZonedDateTimeISO(timeZone);
  return { date, time: there.toPlainTime().toString({ smallestUnit: 'minute' }) };
};
