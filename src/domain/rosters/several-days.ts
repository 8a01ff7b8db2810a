import { withoutHour } from './beside-day.ts';
import { plainDate } from './chinese-figures.ts';
import { dayReadings } from './day-readings.ts';

const isDay = (text: string): boolean => dayReadings(text).days.length > 0;

/** Whether something is missing for it to be a date: `28-Aug` and `8月28日` as Excel shows them, `2026-08`, `Aug 2026`. */
export const isPartOfDate = (text: string): boolean => {
  const plain = withoutHour(plainDate(text));
  // What has other numbers is spared eight readings.
  const numbers = plain.match(/\d+/gu)?.length ?? 0;
  if (numbers !== 2 && !(numbers === 1 && /\p{L}{3}/u.test(plain))) return false;
  // A leap year has every day.
  const whole = [' 2000', '/2000', '-2000', '.2000'].map((year) => plain + year);
  return [...whole, `${plain}-01`, `${plain}1日`, `1 ${plain}`, `1/${plain}`].some(isDay);
};

/** What people write between the first day and the last, or between one day and the next. */
const dividing = / ?(?:~|-{1,2}|[/、,;&+至到和与及]|\b(?:to|until|till|and|bis|und|au|al)\b) ?| /giu;

/** Further days, or one of which month or year stand with another. */
const isRest = (text: string): boolean =>
  /^[\d年月日号號][\d年月日号號 ./、,;&-]*$/u.test(text) || isDay(text) || isPartOfDate(text);

/** The last day of `8月28日-30日`, `Aug 28-30, 2026`. */
const dayAlone = /^\d{1,2}(?:[日号號]|(?:st|nd|rd|th)?,? \d{4})$/u;

/** Whether it is more than one day: `2026-08-28 ~ 08-30`, `28–30 Aug 2026`, `8月28日至30日`. */
export const isSeveralDays = (text: string): boolean => {
  const plain = plainDate(text);
  return [...plain.matchAll(dividing)].some(({ 0: mark, index }) => {
    const [first, next] = [plain.slice(0, index), plain.slice(index + mark.length)];
    if (mark === ' ') return isDay(first) && isDay(next);
    if (isDay(first)) return isRest(next);
    if (isDay(next)) return isRest(first);
    return (dayAlone.test(next) || isPartOfDate(next)) && isPartOfDate(first);
  });
};
