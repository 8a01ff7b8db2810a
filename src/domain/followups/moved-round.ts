import { Temporal } from 'temporal-polyfill';
import { localDate } from '../kernel/local-date.ts';
import type { Round } from './round.ts';
import type { RoundMove } from './round-store.ts';

/**
 * What becomes of an open round whose training has other dates now; undefined where nothing does. Not begun yet by the new dates, it
 * waits and opens once more. It is never shut in front of those who were asked: over by the new dates, it ends with today.
 */
export const movedRound = (
  round: Round,
  planned: Pick<Round, 'opensAt' | 'dueAt' | 'dueDate' | 'remindAt'>,
  now: Date,
  timeZone: string,
): RoundMove | undefined => {
  if (planned.dueAt.getTime() === round.dueAt.getTime()) return undefined;
  const { opensAt, dueAt, dueDate, remindAt } = planned;
  if (opensAt > now) return { state: 'planned', opensAt, dueAt, dueDate, remindAt, remindersDone: 0 };
  if (dueAt > now) {
    const remindersDone = remindAt.filter((moment) => moment <= now).length;
    return { state: 'open', opensAt, dueAt, dueDate, remindAt, remindersDone };
  }
  const today = Temporal.PlainDate.from(localDate(now, timeZone));
  const endOfToday = new Date(today.add({ days: 1 }).toZonedDateTime(timeZone).epochMilliseconds);
  if (round.dueAt <= endOfToday) return undefined;
  return { state: 'open', opensAt, dueAt: endOfToday, dueDate: `${today}`, remindAt: [], remindersDone: 0 };
};
