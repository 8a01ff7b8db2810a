import { withoutHour, withoutWeekday } from './beside-day.ts';

/** A name of two cells: family name first and without a space where it is written in Han, else as the passport has it. */
export const joinName = (given = '', family = ''): string => {
  const isHan = /^\p{Script=Han}+$/u.test(given) && /^\p{Script=Han}+$/u.test(family);
  return isHan ? `${family}${given}` : `${given} ${family}`.trim();
};

const between = String.raw`\s*(?:~|～|—+|–|至|到|\bto\b|->|→|(?<=\s)-(?=\s))\s*`;
const twoParts = new RegExp(`^(.+?)${between}(.+)$`, 'iu');
/** A year, month and day with a hyphen between them: `2026/8/28-2026/8/30`, `2026.8.28-8.30`. */
/** `2026年12月10-11日`, `2026-12-10~11`. */
const sameMonth = /^(\d{4}(?:年|[-/.])\d{1,2}(?:月|[-/.]))(\d{1,2})日?\s*[-~～–—至到]\s*(\d{1,2})日?$/u;
const tight = /^(\d{4}(?:([/.])\d{1,2}\2\d{1,2}|年\d{1,2}月\d{1,2}日))-(.+)$/u;
const oneDay = /^\d{4}(?:[-/.]|年)\d{1,2}(?:[-/.]|月)\d{1,2}日?$/u;
const onlyDay = /^(\d{1,2})日?$/u;
const onlyMonthAndDay = /^(\d{1,2})(?:[-/.]|月)(\d{1,2})日?$/u;
const yearMonthDay = /^(\d{4})(?:[-/.]|年)(\d{1,2})(?:[-/.]|月)\d{1,2}日?/u;
/** `28–30 August 2026`, `Aug 28–30, 2026`, `28 Aug – 2 Sep 2026`, `Aug 28 – Sep 2, 2026`. */
const dash = String.raw`\s*(?:~|～|–|—|-|\bto\b)\s*`;
const daysThenMonth = new RegExp(
  String.raw`^(\d{1,2})(?: ([a-z]+))?${dash}(\d{1,2}) ([a-z]+),? (\d{4})$`,
  'iu',
);
const monthThenDays = new RegExp(
  String.raw`^([a-z]+) (\d{1,2})${dash}(?:([a-z]+) )?(\d{1,2}),? (\d{4})$`,
  'iu',
);

/**
 * The first and the last day of a cell that says both (`2026-08-28 ~ 2026-08-30`, `2026年8月28日至30日`, `28–30 August 2026`); one day
 * alone is both. What is not understood comes back whole, twice: the reader of dates says what is wrong.
 */
export const splitDates = (text: string): readonly [string, string] => {
  const plain = text.normalize('NFKC').trim();
  // Hours beside one day are no second day.
  if (oneDay.test(dayAlone(plain))) return [plain, plain];
  const named = daysThenMonth.exec(plain);
  if (named !== null) {
    const [, from = '', month, to = '', last = '', year = ''] = named;
    return [`${from} ${month ?? last} ${yearBefore(month, last, year)}`, `${to} ${last} ${year}`];
  }
  const american = monthThenDays.exec(plain);
  if (american !== null) {
    const [, first = '', from = '', month, to = '', year = ''] = american;
    return [`${first} ${from}, ${yearBefore(first, month, year)}`, `${month ?? first} ${to}, ${year}`];
  }
  const [, its, first, last] = sameMonth.exec(plain) ?? [];
  if (its !== undefined) return [closed(`${its}${first}`), closed(`${its}${last}`)];
  const [, one = plain, rest] = twoParts.exec(plain) ?? [];
  const [, early = one, , late = rest] = tight.exec(plain) ?? [];
  return late === undefined ? [plain, plain] : [early, completed(dayAlone(late), dayAlone(early))];
};

/** Without the hour and the weekday beside it. */
const dayAlone = (text: string): string => withoutWeekday(withoutHour(text)).rest;

/** A last day whose year, or year and month, are those of the first. */
const completed = (late: string, early: string): string => {
  const [, year = '', month = ''] = yearMonthDay.exec(early) ?? [];
  if (year === '') return late;
  const day = onlyDay.exec(late)?.[1];
  if (day !== undefined) return `${year}-${month}-${day}`;
  const [, own, its] = onlyMonthAndDay.exec(late) ?? [];
  if (own === undefined) return late;
  // From December into January.
  return `${Number(own) < Number(month) ? Number(year) + 1 : year}-${own}-${its}`;
};

/** What is written with 年 and 月 ends with 日. */
const closed = (day: string): string => (day.includes('年') ? `${day}日` : day);

const months = 'janfebmaraprmayjunjulaugsepoctnovdec';
const monthOf = (name = ''): number => months.indexOf(name.slice(0, 3).toLowerCase()) / 3;

/** The year of the first day, where only that of the last is written: `30 Dec – 2 Jan 2027`. */
const yearBefore = (first: string | undefined, last: string | undefined, year: string): string =>
  first !== undefined && last !== undefined && monthOf(first) > monthOf(last) ? `${Number(year) - 1}` : year;
