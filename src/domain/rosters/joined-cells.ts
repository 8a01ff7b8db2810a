import { withoutHour, withoutWeekday } from './beside-day.ts';

/** A name of two cells: family name first and without a space where it is written in Han, else as the passport has it. */
export const joinName = (given = '', family = ''): string => {
  const isHan = /^\p{Script=Han}+$/u.test(given) && /^\p{Script=Han}+$/u.test(family);
  return isHan ? `${family}${given}` : `${given} ${family}`.trim();
};

const between = String.raw`\s*(?:~|～|—+|–|至|到|\bto\b|->|→|(?<=\s)-(?=\s))\s*`;
const twoParts = new RegExp(`^(.+?)${between}(.+)$`, 'iu');
/** A year, month and day with a hyphen between them: `2026/8/28-2026/8/30`, `2026.8.28-8.30`. */
const tight = /^(\d{4}(?:([/.])\d{1,2}\2\d{1,2}|年\d{1,2}月\d{1,2}日))-(.+)$/u;
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
  const named = daysThenMonth.exec(plain);
  if (named !== null) {
    const [, from = '', month, to = '', last = '', year = ''] = named;
    return [`${from} ${month ?? last} ${year}`, `${to} ${last} ${year}`];
  }
  const american = monthThenDays.exec(plain);
  if (american !== null) {
    const [, first = '', from = '', month, to = '', year = ''] = american;
    return [`${first} ${from}, ${year}`, `${month ?? first} ${to}, ${year}`];
  }
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
  return own === undefined ? late : `${year}-${own}-${its}`;
};
