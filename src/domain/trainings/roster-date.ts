import { Temporal } from 'temporal-polyfill';
import type { Reading } from './reading.ts';
import { trouble } from './reading.ts';

const yearFirst = /^(\d{4})(?:-|\/|\.|年)(\d{1,2})(?:-|\/|\.|月)(\d{1,2})日?$/u;
/** With full stops the day comes first wherever people write dates so; with slashes nobody can tell. */
const dayFirst = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/u;
const eitherFirst = /^\d{1,2}[/-]\d{1,2}[/-]\d{2,4}$/u;

const monthNames =
  'january february march april may june july august september october november december'.split(' ');
/** In full, or its first three letters (`Sept` four). */
const monthName = String.raw`([a-z]{3,9})\.?`;
/** `28-Aug-26`, `28 August 2026`. */
const dayAndName = new RegExp(
  String.raw`^(\d{1,2})(?:st|nd|rd|th)?[ -]${monthName},?[ -](\d{4}|\d{2})$`,
  'iu',
);
/** `Aug 28, 2026`. */
const nameAndDay = new RegExp(String.raw`^${monthName} (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})$`, 'iu');
/** What is written beside a day: its weekday before or behind it, and the hour. */
const weekday =
  /^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,? |\s*\(?(?:周|星期)[一二三四五六日天]\)?(?=\s|$)/giu;
const hour = /[ t](?:[01]?\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.0+)?)?(?: ?[ap]m)?$/iu;

/**
 * Reads `2026-11-20`, `2026/1/5`, `2026年1月5日（周一）`, `20.11.2026`, `20-Nov-26` and `Nov 20, 2026`, the hour left aside, into
 * `YYYY-MM-DD`; years 2000–2099.
 */
export const readDate = (text: string): Reading<string> => {
  const plain = text.normalize('NFKC').trim().replace(hour, '').replace(weekday, '').trim();
  const first = yearFirst.exec(plain);
  const last = dayFirst.exec(plain);
  const [year, month, day] = first?.slice(1) ?? last?.slice(1).reverse() ?? withName(plain) ?? [];
  if (year === undefined) return trouble(eitherFirst.test(plain) ? 'date-ambiguous' : 'date-not-understood');
  if (!year.startsWith('20')) return trouble('date-not-understood');
  try {
    const date = Temporal.PlainDate.from(
      { year: Number(year), month: Number(month), day: Number(day) },
      { overflow: 'reject' },
    );
    return { value: date.toString() };
  } catch {
    // The calendar has no such day (31 November).
    return trouble('date-not-understood');
  }
};

/** Year, month and day of a date in which the month is written out. */
const withName = (plain: string): string[] | undefined => {
  const [, early = '', one = '', full = ''] = dayAndName.exec(plain) ?? [];
  const [, name = one, late = early, year = full] = nameAndDay.exec(plain) ?? [];
  const written = name.toLowerCase();
  const isMonth = (full: string): boolean =>
    written === full || written === full.slice(0, 3) || (written === 'sept' && full.startsWith(written));
  const month = monthNames.findIndex(isMonth) + 1;
  return month === 0 ? undefined : [year.length === 2 ? `20${year}` : year, `${month}`, late];
};
