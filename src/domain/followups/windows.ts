import { Temporal } from 'temporal-polyfill';
import { deliveryStart } from '../deliveries/delivery-hours.ts';
import type { Settings } from '../kernel/settings.ts';
import type { WorkingCalendar } from '../kernel/working-calendar.ts';
import type { Training } from '../trainings/training.ts';

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
 * The window of a short training's round (P2, T1, T2), in the training's zone. It opens with the delivery
 * hours of a working day and ends with the due day; a due day that comes before the first working day
 * (very short settings, long holidays) moves to that day.
 */
export const roundWindow = (
  training: Pick<Training, 'end' | 'timeZone'>,
  kind: 'T1' | 'T2',
  settings: Pick<Settings, 'windows' | 'deliveryHours'>,
  calendar: WorkingCalendar,
): RoundWindow => {
  const { t1DueDay, t2OpenDay, t2DueMonths, reminderGapDays } = settings.windows;
  const end = Temporal.PlainDate.from(training.end);
  const opens = kind === 'T1' ? calendar.next(end) : calendar.onOrAfter(end.add({ days: t2OpenDay }));
  const ends = kind === 'T1' ? end.add({ days: t1DueDay }) : end.add({ months: t2DueMonths });
  const due = Temporal.PlainDate.compare(ends, opens) < 0 ? opens : ends;
  const at = (date: PlainDate): Date => deliveryStart(date, training.timeZone, settings);
  return {
    opensAt: at(opens),
    dueAt: new Date(due.add({ days: 1 }).toZonedDateTime(training.timeZone).epochMilliseconds),
    dueDate: due.toString(),
    remindAt: reminderDays(opens, due, reminderGapDays, calendar).map(at),
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
