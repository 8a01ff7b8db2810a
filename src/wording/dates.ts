import type { LastMoment } from '../domain/followups/last-moment.ts';
import type { Text } from '../domain/kernel/text.ts';
import { formatDate, formatDay } from './format.ts';

/** A local date with its weekday, in both languages. */
export const dayText = (localDate: string): Text => ({
  zh: formatDay(localDate, 'zh'),
  en: formatDay(localDate, 'en'),
});

/** Until when: the day, and the time of day where the day alone does not say it. */
export const untilText = ({ date, time }: LastMoment): Text => {
  const { zh, en } = dayText(date);
  return time === undefined ? { zh, en } : { zh: `${zh}${time}`, en: `${en}, ${time}` };
};

/** A local date with its year, in both languages. */
export const dateText = (localDate: string): Text => ({
  zh: formatDate(localDate, 'zh'),
  en: formatDate(localDate, 'en'),
});
