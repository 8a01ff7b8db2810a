import { todayOf } from '../../domain/kernel/local-date.ts';
import { languageFor } from '../../views/people/language-for.ts';
import { calendarEnds } from '../../wording/calendar-words.ts';
import { dateText } from '../../wording/dates.ts';
import { onDesk } from '../bot/on-desk.ts';
import type { Presenter } from './presenter.ts';

/** To staff: until when holidays are known; nothing where more are known by now. */
export const presentCalendarEnds: Presenter<'calendar-ends'> = async ({ recipient, subject }, desk) => {
  if (!('person' in recipient) || desk.calendar.knownUntil?.toString() !== subject.until) return 'obsolete';
  const language = await languageFor(onDesk(desk), recipient.person);
  return { text: calendarEnds(dateText(subject.until), todayOf(desk) > subject.until)[language] };
};
