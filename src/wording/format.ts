import { halfUp, upwards } from '../domain/kernel/half-up.ts';
import type { Language } from '../domain/kernel/text.ts';

const locale: Record<Language, string> = { zh: 'zh-CN', en: 'en-GB' };

const atNoon = (localDate: string): Date => new Date(`${localDate}T12:00:00Z`);

/** Making one costs more than all the rest of a card. There are as many as zones and forms. */
const formats = new Map<string, Intl.DateTimeFormat>();

const part = (
  date: Date,
  language: Language,
  timeZone: string,
  options: Intl.DateTimeFormatOptions,
): string => {
  const key = `${language} ${timeZone} ${JSON.stringify(options)}`;
  const format = formats.get(key) ?? new Intl.DateTimeFormat(locale[language], { timeZone, ...options });
  formats.set(key, format);
  return format.format(date);
};

const day = (date: Date, language: Language, timeZone: string): string => {
  const monthAndDay = part(date, language, timeZone, {
    month: language === 'zh' ? 'long' : 'short',
    day: 'numeric',
  });
  const weekday = part(date, language, timeZone, { weekday: 'short' });
  return language === 'zh' ? `${monthAndDay}（${weekday}）` : `${weekday} ${monthAndDay}`;
};

/** `2026-12-04` → `12月4日（周五）`, `Fri 4 Dec`. */
export const formatDay = (localDate: string, language: Language): string =>
  day(atNoon(localDate), language, 'UTC');

/** `2026-12-04` → `2026年12月4日`, `4 December 2026`. */
export const formatDate = (localDate: string, language: Language): string =>
  part(atNoon(localDate), language, 'UTC', { year: 'numeric', month: 'long', day: 'numeric' });

/** The day of an instant in a zone, as `formatDay` has it. */
export const formatDayOf = (instant: Date, language: Language, timeZone: string): string =>
  day(instant, language, timeZone);

/** The time of day of an instant in a zone: `09:00`. */
export const formatTime = (instant: Date, language: Language, timeZone: string): string =>
  part(instant, language, timeZone, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });

/** An instant in a zone: `12月4日（周五）09:00`, `Fri 4 Dec, 09:00`. */
export const formatMoment = (instant: Date, language: Language, timeZone: string): string =>
  `${day(instant, language, timeZone)}${language === 'zh' ? '' : ', '}${formatTime(instant, language, timeZone)}`;

/** A number of people: `10,000`. */
export const formatCount = (count: number): string => count.toLocaleString('en-US');

/** A score from 1 to 5 as charts show it. */
export const roundScore = (score: number): number => halfUp(score, 2);

/** The number that is read of a score, exactly or at most. */
export const shownScore = (score: number, atMost?: boolean): number =>
  atMost === true ? upwards(score, 2) : roundScore(score);

/** The percent that are read of a share from 0 to 1, exactly or at most. */
export const shownShare = (share: number, atMost?: boolean): number =>
  atMost === true ? upwards(share * 100) : halfUp(share * 100);

/** A score from 1 to 5: `4.25`. */
export const formatScore = (score: number): string => roundScore(score).toFixed(2);

/** One that is told as "at most": `2.17` of 13/6. */
export const formatScoreAtMost = (score: number): string => shownScore(score, true).toFixed(2);

/** A share from 0 to 1: `62%`. */
export const formatShare = (share: number): string => `${shownShare(share)}%`;

/** One that is told as "at most". */
export const formatShareAtMost = (share: number): string => `${shownShare(share, true)}%`;

/** An interval of shares: `48–75%`. */
export const formatInterval = (low: number, high: number): string =>
  `${halfUp(low * 100)}–${halfUp(high * 100)}%`;

/** A number with its sign: `+0.30`, `−0.25`, `0`. */
export const formatChange = (change: number, digits = 2): string => {
  const rounded = halfUp(change, digits);
  if (rounded === 0) return '0';
  return `${rounded > 0 ? '+' : '−'}${Math.abs(rounded).toFixed(digits)}`;
};

/** The difference of two figures as they are shown: `58%` after `57%` is `+1`. */
export const formatDifference = (now: number, before: number, digits = 2): string =>
  formatChange(halfUp(now, digits) - halfUp(before, digits), digits);

/** `张三、李四`, `Ann, Bo`. */
export const formatList = (names: readonly string[], language: Language): string =>
  names.join(language === 'zh' ? '、' : ', ');
