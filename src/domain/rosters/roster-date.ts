import { plainDate } from './chinese-figures.ts';
import { type DayOrder, type DayReadings, dayReadings, longestDate } from './day-readings.ts';
import type { Reading } from './reading.ts';
import { trouble } from './reading.ts';
import { isPartOfDate, isSeveralDays } from './several-days.ts';

/** What can come first in the dates of a file, by how they are written (`DayReadings.style`). */
type DayOrders = ReadonlyMap<string, ReadonlySet<DayOrder>>;

/**
 * The orders in which all dates of a file that are written alike can be read: one system writes them all in one order, so
 * that `13/04/2026` says what `04/05/2026` means. None is left where they contradict each other.
 */
const dayOrdersOf = (texts: ReadonlySet<string>): DayOrders => {
  const left = new Map<string, ReadonlySet<DayOrder>>();
  for (const text of texts) {
    const { style, days } = dayReadings(text);
    if (style === undefined) continue;
    const possible = days.flatMap(({ order }) => order ?? []);
    left.set(style, new Set(possible.filter((order) => left.get(style)?.has(order) !== false)));
  }
  return left;
};

/**
 * Reads a date as people, Excel and other systems write it, the hour left aside, into `YYYY-MM-DD`; years 2000–2099. What
 * can mean two days is read as the others of its file (`orders`), or refused with both. A zone behind the hour changes
 * nothing: whoever wrote the day meant it, and a training at nine is on that day in whatever zone it is written (but see
 * `dayInZone`).
 */
const readAmong = (text: string, orders: DayOrders): Reading<string> => {
  const readings = dayReadings(text);
  const days = [...new Set(readings.days.map(({ day }) => day))];
  const [one, other] = days;
  if (one === undefined) {
    if (text.length > longestDate) return trouble('date-not-understood');
    // What Excel shows, and saves as text, where a column is too narrow for its dates.
    if (/^#+$/u.test(plainDate(text))) return trouble('date-not-shown');
    if (isSeveralDays(text)) return trouble('date-several');
    return trouble(isPartOfDate(text) ? 'date-incomplete' : 'date-not-understood');
  }
  if (other === undefined)
    return readings.otherWeekday === true ? trouble('weekday-differs') : { value: one };
  const day = decided(readings, orders);
  return day === undefined ? trouble('date-ambiguous', { one, other }) : { value: day };
};

/** Reads a date that stands alone. */
export const readDate = (text: string): Reading<string> => readAmong(text, new Map());

/** Reads the dates of a file (`texts` are all of them), each way to write one only once: 20,000 lines have few. */
export const readDatesOf = (texts: readonly string[]): ((text: string) => Reading<string>) => {
  const different = new Set(texts);
  const orders = dayOrdersOf(different);
  const read = new Map([...different].map((text) => [text, readAmong(text, orders)]));
  return (text) => read.get(text) ?? readAmong(text, orders);
};

const decided = ({ style = '', days }: DayReadings, orders: DayOrders): string | undefined => {
  const left = orders.get(style);
  const fitting = days.filter(({ order }) => order === undefined || left?.has(order) !== false);
  if (fitting.length === 1) return fitting[0]?.day;
  // With full stops the day comes first wherever people write dates so; whether it is the year, nobody can tell.
  const dayOrMonth = style.startsWith('.') && fitting.every(({ order }) => order !== 'year-first');
  return dayOrMonth ? fitting.find(({ order }) => order === 'day-first')?.day : undefined;
};
