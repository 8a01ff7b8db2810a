import { Temporal } from 'temporal-polyfill';
import { deliveryStart } from '../deliveries/delivery-hours.ts';
import type { VisitKind } from '../kernel/ids.ts';
import type { Settings } from '../kernel/settings.ts';
import type { WorkingCalendar } from '../kernel/working-calendar.ts';

type PlainDate = Temporal.PlainDate;

/** When a round may be answered and who has not is reminded. */
export interface RoundWindow {
  readonly opensAt: Date;
  /** The first instant after the due day, in the training's zone. */
  readonly dueAt: Date;
  /** Local date (`YYYY-MM-DD`) of the due day in the training's zone. */
  readonly dueDate: string;
  /** In order, inside [opensAt, dueAt). */
  readonly remindAt: readonly Date[];
}

/**
 * The window of a round (P2) that follows a day of its training, in the training's zone. It opens with the delivery
 * hours of a working day and ends with the due day; a due day that comes before the first working day
 * (very short settings, long holidays) moves to that day.
 */
export const roundWindow = (
  day: PlainDate,
  kind: VisitKind,
  timeZone: string,
  settings: Pick<Settings, 'windows' | 'reminderGapDays' | 'deliveryHours'>,
  calendar: WorkingCalendar,
): RoundWindow => {
  const { openDay, due: dueAfter } = settings.windows[kind];
  const opens = calendar.onOrAfter(day.add({ days: openDay }));
  const ends = day.add(dueAfter);
  const due = Temporal.PlainDate.compare(ends, opens) < 0 ? opens : ends;
  const at = (date: PlainDate): Date => deliveryStart(date, timeZone, settings);
  return {
    opensAt: at(opens),
    dueAt: new Date(due.add({ days: 1 }).toZonedDateTime(timeZone).epochMilliseconds),
    dueDate: due.toString(),
    remindAt: reminderDays(opens, due, settings.reminderGapDays, calendar).map(at),
  };
};

/** Half-way, and on the last working day but one; of two that are too close the later one stays. */
const reminderDays = (
  opens: PlainDate,
  due: PlainDate,
  gapDays: number,
  calendar: WorkingCalendar,
): PlainDate[] => {
  const halfWay = calendar.onOrBefore(opens.add({ days: Math.floor(daysBetween(opens, due) / 2) }));
  const lastButOne = calendar.previous(calendar.onOrBefore(due));
  const far = [halfWay, lastButOne].filter((day) => daysBetween(opens, day) >= Math.max(gapDays, 1));
  return far.length === 2 && daysBetween(halfWay, lastButOne) < Math.max(gapDays, 1) ? [lastButOne] : far;
};

const daysBetween = (from: PlainDate, to: PlainDate): number => from.until(to, { largestUnit: 'days' }).days;
