import { Temporal } from 'temporal-polyfill';

/** `2026-12-01`, `2026/12/1`, `2026.12.1`, `2026年12月1日`, and without a year `12月1日`. */
const written =
  /(?<!\d)(?:(?<year>\d{4})(?:-|\/|\.|年))?(?<month>\d{1,2})(?:-|\/|\.|月)(?<day>\d{1,2})日?(?!\d)/gu;

/**
 * The local dates in a text, in order, and what is left of it. A day without a year, in Chinese, is the next such day.
 * Undefined when something looks like a date that the calendar does not have.
 */
export const datesIn = (
  text: string,
  today: string,
): { readonly dates: readonly string[]; readonly rest: string } | undefined => {
  const dates: string[] = [];
  let understood = true;
  const rest = text.normalize('NFKC').replace(written, (match, ...groups) => {
    const { year, month, day } = groups.at(-1) as Readonly<Record<string, string | undefined>>;
    if (year === undefined && !match.includes('月')) return match;
    const date = dateOf(year ?? today.slice(0, 4), month, day);
    const next = year === undefined && date !== undefined && date < today ? nextYear(date) : date;
    if (next === undefined) understood = false;
    else dates.push(next);
    return ' ';
  });
  return understood ? { dates, rest: rest.replace(/\s+/gu, ' ').trim() } : undefined;
};

const dateOf = (
  year: string | undefined,
  month: string | undefined,
  day: string | undefined,
): string | undefined => {
  try {
    const fields = { year: Number(year), month: Number(month), day: Number(day) };
    return Temporal.PlainDate.from(fields, { overflow: 'reject' }).toString();
  } catch {
    return undefined;
  }
};

const nextYear = (date: string): string => Temporal.PlainDate.from(date).add({ years: 1 }).toString();
