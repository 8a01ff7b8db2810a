import type { Text } from '../domain/kernel/text.ts';
import { formatDate, formatDay } from './format.ts';

/** A local date with its weekday, in both languages. */
export const dayText = (localDate: string): Text => ({
  zh: formatDay(localDate, 'zh'),
  en: formatDay(localDate, 'en'),
});

/** A local date with its year, in both languages. */
export const dateText = (localDate: string): Text => ({
  zh: formatDate(localDate, 'zh'),
  en: formatDate(localDate, 'en'),
});
