import { withoutHour, withoutWeekday } from './beside-day.ts';
import { plainDate } from './chinese-figures.ts';
import { monthNamed } from './names-of-days.ts';

export type DayOrder = 'year-first' | 'day-first' | 'month-first';

export interface DayReadings {
  /** Each `YYYY-MM-DD` in 2000–2099; where it depends on what comes first, in which order it is read so. */
  readonly days: readonly { readonly day: string; readonly order?: DayOrder }[];
  /** How the numbers are divided and with how many digits the year is written: what is written alike is read alike. */
  readonly style?: string;
  /** The weekday beside it is that of none of these days. */
  readonly otherWeekday?: true;
}

const none: DayReadings = { days: [] };

/** `Wed Sep 30 2026 09:00:00 GMT+0200 (Central European Summer Time)` is long, a list of days is longer; the rest is prose. */
export const longestDate = 150;

/** Every day that a text can mean, its hour and weekday left aside; a weekday that fits only some of the days decides. */
export const dayReadings = (text: string): DayReadings => {
  if (text.length > longestDate) return none;
  const alone = withoutHour(plainDate(text));
  const found = readingsOf(alone);
  if (found.days.length > 0) return found;
  const { rest, weekday } = withoutWeekday(alone);
  const beside = readingsOf(withoutHour(rest));
  const fitting = beside.days.filter(({ day }) => weekdayOf(day) === weekday);
  if (fitting.length > 0) return { ...beside, days: fitting };
  return weekday === undefined || beside.days.length === 0 ? beside : { ...beside, otherWeekday: true };
};

const weekdayOf = (day: string): number => new Date(day).getUTCDay() || 7;

const readingsOf = (plain: string): DayReadings => {
  for (const read of [certain, figures]) {
    const readings = read(plain);
    if (readings.days.length > 0) return readings;
  }
  return none;
};

const yearFirst =
  /^(\d{4}) ?[-/.\\_、 ] ?(\d{1,2}) ?[-/.\\_、 ] ?(\d{1,2})[.日号]?$|^(\d{4}|\d\d) ?年 ?(\d{1,2}) ?月 ?(\d{1,2}) ?[日号號]?$/u;
const together = /^(\d{4})(\d\d)(\d\d)(?:\.0+)?$/u;
/** `8月28日, 2026`. */
const yearBehind = /^(\d{1,2}) ?月 ?(\d{1,2}) ?[日号號]?,? ?(\d{4})年?$/u;
const between = String.raw`(?:,|\.?,? |\.?[-/.])?`;
/** `28-Aug-26`, `28. August 2026`, `28th of August, 2026`, `28 de agosto de 2026`, `28AUG2026`. */
const nameSecond = new RegExp(
  String.raw`^(\d{1,2})(?:st|nd|rd|th|er|o)?${between}(?:(?:of|de) )?(\p{L}{3,10})${between}(?:del? )?(\d{4}|\d\d)$`,
  'iu',
);
/** `Aug 28, 2026`; with two digits it could be the day that comes last. */
const nameFirst = /^(\p{L}{3,10})(?:\.? |\.?[-/.])(\d{1,2})(?:st|nd|rd|th)?(?:,|,? |[-/.])(\d{4})$/iu;
/** `2026-Aug-28`. */
const yearThenName = new RegExp(String.raw`^(\d{4})${between}(\p{L}{3,10})${between}(\d{1,2})$`, 'u');

/** What has one reading by how it is written. */
const certain = (plain: string): DayReadings => {
  const of = (year = '', month: string | number = '', date = ''): DayReadings => {
    const day = dayOf(year, month, date);
    return day === undefined ? none : { days: [{ day }] };
  };
  const first = yearFirst.exec(plain) ?? together.exec(plain);
  if (first !== null) return of(first[1] ?? first[4], first[2] ?? first[5], first[3] ?? first[6]);
  const behind = yearBehind.exec(plain);
  if (behind !== null) return of(behind[3], behind[1], behind[2]);
  const [, early, second, late] = nameSecond.exec(plain) ?? [];
  if (second !== undefined) return of(late, monthNamed(second), early);
  const [, name, date, year] = nameFirst.exec(plain) ?? [];
  if (name !== undefined) return of(year, monthNamed(name), date);
  const [, full, middle, last] = yearThenName.exec(plain) ?? [];
  if (middle !== undefined) return of(full, monthNamed(middle), last);
  const serial = daySaved(plain);
  return serial === undefined ? none : { days: [{ day: serial }] };
};

/** 2000-01-01 and 2099-12-31 as Excel counts days. */
const [firstSerial, lastSerial] = [36_526, 73_050];
const msPerDay = 86_400_000;

/**
 * The day of `46262` or `46262.375`: what Excel saves where a column of dates has the format "General". Five digits are
 * no other date. (Excel for Mac before 2011 counted from 1904: that was four years less.)
 */
const daySaved = (plain: string): string | undefined => {
  const serial = /^\d{5}(?:[.,]\d{1,16})?$/u.test(plain) ? Number(plain.replace(',', '.')) : 0;
  // Midnight may be saved as a hair's breadth before it.
  const whole = Math.floor(Math.round(serial * 86_400) / 86_400);
  if (whole < firstSerial || whole > lastSerial) return undefined;
  return new Date(Date.UTC(2000, 0, 1) + (whole - firstSerial) * msPerDay).toISOString().slice(0, 10);
};

const threeNumbers = /^(\d{1,2}) ?([-/.\\ ]) ?(\d{1,2}) ?\2 ?(\d{4}|\d{1,2})\.?$/u;

/**
 * The first year that two digits can mean: no follow-up asks about trainings before it, so that `04/05/26` is no day of
 * 2004 and `26/4/5` none of 2005.
 */
const firstShortYear = 20;

/** What could begin with its day, its month or, where the year is short, its year. */
const figures = (plain: string): DayReadings => {
  const [, first = '', mark = '', second = '', third = ''] = threeNumbers.exec(plain) ?? [];
  const asYear = (digits: string): string =>
    digits.length === 4 || Number(digits) >= firstShortYear ? digits : '';
  const orders: readonly (readonly [DayOrder, string | undefined])[] = [
    ['day-first', dayOf(asYear(third), second, first)],
    ['month-first', dayOf(asYear(third), first, second)],
    ['year-first', dayOf(asYear(first), second, third)],
  ];
  const days = orders.flatMap(([order, day]) => (day === undefined ? [] : [{ day, order }]));
  return { days, style: `${mark}${third.length === 4 ? 'long' : 'short'}` };
};

/** The day of the calendar, if there is such a day in 2000–2099. */
const dayOf = (year: string, month: string | number, date: string): string | undefined => {
  const [full, monthOfYear, dayOfMonth] = [
    year.length === 2 ? 2000 + Number(year) : Number(year),
    Number(month),
    Number(date),
  ];
  if (full < 2000 || full > 2099) return undefined;
  const day = new Date(Date.UTC(full, monthOfYear - 1, dayOfMonth));
  // A day that its month has not is one of another month.
  return day.getUTCMonth() === monthOfYear - 1 ? day.toISOString().slice(0, 10) : undefined;
};
