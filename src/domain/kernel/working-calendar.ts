import chinese from 'chinese-days/dist/chinese-days.json' with { type: 'json' };
import { Temporal } from 'temporal-polyfill';

type PlainDate = Temporal.PlainDate;

/** Which days are worked. Every answer is a day; none looks further than a year away. */
export interface WorkingCalendar {
  /** The last day whose holidays are known; none where there is nothing to know. Beyond it only weekends count. */
  readonly knownUntil?: PlainDate;
  isWorkingDay(date: PlainDate): boolean;
  /** This day if it is worked, else the next one that is. */
  onOrAfter(date: PlainDate): PlainDate;
  /** This day if it is worked, else the last one that was. */
  onOrBefore(date: PlainDate): PlainDate;
  /** Strictly after. */
  next(date: PlainDate): PlainDate;
  /** Strictly before. */
  previous(date: PlainDate): PlainDate;
}

const isWeekday = (date: PlainDate): boolean => date.dayOfWeek <= 5;

// The package's own functions read dates in the zone of the machine and are a day off west of Greenwich; its data are not.
const holidays = new Set(Object.keys(chinese.holidays));
const makeUpDays = new Set(Object.keys(chinese.workdays));

/** Holidays are announced by the year: the last one that is announced is known to its end. */
const chineseUntil = (): PlainDate => {
  const last = [...holidays, ...makeUpDays].toSorted().at(-1) ?? '2003-12-31';
  return Temporal.PlainDate.from(`${last.slice(0, 4)}-12-31`);
};

const isChineseWorkday = (date: PlainDate): boolean => {
  const day = date.toString();
  return makeUpDays.has(day) || (isWeekday(date) && !holidays.has(day));
};

/**
 * `CN`: Chinese public holidays and make-up workdays as far as they are announced, Monday to Friday
 * beyond; `weekdays`: Monday to Friday.
 */
export const createWorkingCalendar = (kind: 'CN' | 'weekdays'): WorkingCalendar => {
  const isWorkingDay = kind === 'CN' ? isChineseWorkday : isWeekday;
  const seek = (from: PlainDate, days: 1 | -1): PlainDate => {
    let date = from;
    while (!isWorkingDay(date)) date = date.add({ days });
    return date;
  };
  return {
    ...(kind === 'CN' ? { knownUntil: chineseUntil() } : {}),
    isWorkingDay,
    onOrAfter: (date) => seek(date, 1),
    onOrBefore: (date) => seek(date, -1),
    next: (date) => seek(date.add({ days: 1 }), 1),
    previous: (date) => seek(date.subtract({ days: 1 }), -1),
  };
};
