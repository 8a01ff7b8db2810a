import { Temporal } from 'temporal-polyfill';
import { defaultSettings as settings } from '../../src/domain/kernel/settings.ts';
import { createWorkingCalendar } from '../../src/domain/kernel/working-calendar.ts';
import { storeSettings } from './database.ts';
import type { Roster } from './play-corrections.ts';

const calendar = createWorkingCalendar('weekdays');
const { timeZone } = storeSettings;

/** docs/WHAT-FOLLOWS.md: the stages of a round; `waits`: it was open, and its training was moved to later. */
export type Stage = 'before' | 'open' | 'waits' | 'closed' | 'missed' | 'cancelled';

const endOf = (day: string): Date =>
  new Date(Temporal.PlainDate.from(day).add({ days: 1 }).toZonedDateTime(timeZone).epochMilliseconds);

/** T1: from 09:00 on the working day after the end, until the end of day 14. */
const windowOf = (end: string): { opensOn: string; opensAt: Date; due: string } => {
  const last = Temporal.PlainDate.from(end);
  const opens = calendar.onOrAfter(last.add({ days: 1 }));
  const at = opens.toZonedDateTime({ timeZone, plainTime: settings.deliveryHours.from });
  return { opensOn: `${opens}`, opensAt: new Date(at.epochMilliseconds), due: `${last.add({ days: 14 })}` };
};

/** The table, written out once more: what becomes of a round, whatever happens to its training. */
export const modelOfCorrections = () => {
  let stage: Stage | undefined;
  let stood: Exclude<Stage, 'cancelled'> = 'before';
  let window = windowOf('2026-08-14');
  let due = window.due;
  let roster: Roster | undefined;
  const asked = new Set<number>();
  const answered = new Set<number>();
  const counted: { due?: number; answered?: number } = {};

  const takesPlace = ({ withdrawn }: Roster, number: number): boolean => withdrawn[number] !== true;
  const asksLateComers = (): void => {
    if (stage !== 'open' || roster === undefined) return;
    for (const number of [0, 1, 2]) if (takesPlace(roster, number)) asked.add(number);
  };

  return {
    get stage() {
      return stage;
    },
    get due() {
      return due;
    },
    get opensOn() {
      return window.opensOn;
    },
    counted,
    asked,
    isAway: (number: number): boolean =>
      stage === 'cancelled' || (roster !== undefined && !takesPlace(roster, number)),
    answers: (number: number): void => {
      answered.add(number);
    },
    imports: (next: Roster, now: Date): void => {
      const isNew = stage === undefined;
      roster = next;
      const moved = windowOf(next.end);
      if (isNew) {
        window = moved;
        due = moved.due;
        stage = endOf(due) <= now ? 'missed' : 'before';
      }
      if (stage === 'closed' || stage === undefined) return;
      if (next.cancelled) {
        if (stage !== 'cancelled') stood = stage;
        stage = 'cancelled';
        return;
      }
      if (stage === 'cancelled') stage = stood;
      if (stage === 'before' || stage === 'waits') {
        window = moved;
        due = moved.due;
      } else if (stage === 'missed' && endOf(moved.due) > now) {
        window = moved;
        due = moved.due;
        stage = 'before';
      } else if (stage === 'open' && moved.due !== due) {
        if (moved.opensAt > now) {
          stage = 'waits';
          window = moved;
          due = moved.due;
        } else if (endOf(moved.due) > now) due = moved.due;
        else {
          const today = `${Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(timeZone).toPlainDate()}`;
          if (due > today) due = today;
        }
      }
      asksLateComers();
    },
    passes: (now: Date): void => {
      if (stage === 'before' && window.opensAt <= now) stage = endOf(due) <= now ? 'missed' : 'open';
      if (stage === 'waits' && window.opensAt <= now) stage = 'open';
      asksLateComers();
      if (stage === 'open' && endOf(due) <= now) {
        stage = 'closed';
        const counting = [...asked].filter((number) => roster !== undefined && takesPlace(roster, number));
        counted.due = counting.length;
        counted.answered = counting.filter((number) => answered.has(number)).length;
      }
    },
  };
};
