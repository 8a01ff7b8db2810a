import type { LastMoment } from '../domain/followups/last-moment.ts';
import type { Text } from '../domain/kernel/text.ts';
import { formatDate, formatDay } from './format.ts';

/** A local date with its weekday, in both languages. */
export const dayText = (localDate: string): Text => ({
  zh: formatDay(localDate, 'zh'),
  en: formatDay(localDate, 'en'),
});

/**
 * Until when: the day, and the time of day where the day alone does not say it: on that day itself it does not. The date stands there
 * too, for a message is read later as well.
 */
export const untilText = ({ date, time, isToday }: LastMoment): Text => {
  const { zh, en } = dayText(date);
  if (isToday === true)
    return {
      zh: `今天${zh}${time ?? '24:00'}`,
      en: `${time === undefined ? 'midnight tonight' : `${time} today`}, ${en}`,
    };
  return time === undefined ? { zh, en } : { zh: `${zh}${time}`, en: `${en}, ${time}` };
};

/** A local date with its year, in both languages. */
export const dateText = (localDate: string): Text => ({
  zh: formatDate(localDate, 'zh'),
  en: formatDate(localDate, 'en'),
});
