import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { roundWindow } from '../../../src/domain/followups/windows.ts';
import { type VisitKind, visitKinds } from '../../../src/domain/kernel/ids.ts';
import { defaultSettings } from '../../../src/domain/kernel/settings.ts';
import { createWorkingCalendar } from '../../../src/domain/kernel/working-calendar.ts';
import { anyDate, anyZone } from '../../support/any-date.ts';
import { drawn } from '../../support/how-often.ts';

const china = createWorkingCalendar('CN');
const weekdays = createWorkingCalendar('weekdays');

const shown = (end: string, kind: VisitKind, timeZone = 'Asia/Shanghai', calendar = china) => {
  const window = roundWindow(Temporal.PlainDate.from(end), kind, timeZone, defaultSettings, calendar);
  const local = (at: Date) =>
    Temporal.Instant.fromEpochMilliseconds(at.getTime())
      .toZonedDateTimeISO(timeZone)
      .toPlainDateTime()
      .toString({ smallestUnit: 'minute' });
  return {
    opens: local(window.opensAt),
    due: local(window.dueAt),
    dueDate: window.dueDate,
    remind: window.remindAt.map(local),
  };
};

describe('round windows', () => {
  it('T1 opens at nine on the next working day and is due at the end of day 14', () => {
    expect(shown('2026-07-10', 'T1')).toEqual({
      opens: '2026-07-13T09:00', // the end was a Friday
      due: '2026-07-25T00:00',
      dueDate: '2026-07-24',
      remind: ['2026-07-17T09:00', '2026-07-23T09:00'],
    });
  });

  it('whose last day is a day off remind on the last working day but one before it', () => {
    // Due on a Sunday: the Friday is the last working day.
    expect(shown('2026-07-12', 'T1')).toMatchObject({
      dueDate: '2026-07-26',
      remind: ['2026-07-17T09:00', '2026-07-23T09:00'],
    });
  });

  it('T2 opens on day 21 and is due one calendar month after the end', () => {
    expect(shown('2026-07-10', 'T2')).toEqual({
      opens: '2026-07-31T09:00',
      due: '2026-08-11T00:00',
      dueDate: '2026-08-10',
      remind: ['2026-08-05T09:00', '2026-08-07T09:00'],
    });
  });

  it('T3 is due seven days after the month or module it follows', () => {
    expect(shown('2026-07-10', 'T3')).toMatchObject({ opens: '2026-07-13T09:00', dueDate: '2026-07-17' });
  });

  it('T4 opens on day 30 and is due at three months; T5 opens on day 150 and is due at half a year', () => {
    expect(shown('2026-07-10', 'T4')).toMatchObject({ opens: '2026-08-10T09:00', dueDate: '2026-10-10' });
    expect(shown('2026-07-10', 'T5')).toMatchObject({ opens: '2026-12-07T09:00', dueDate: '2027-01-10' });
  });

  it('a month after the last of January ends with February, leap years too', () => {
    expect(shown('2027-01-31', 'T2').dueDate).toBe('2027-02-28');
    expect(shown('2028-01-31', 'T2').dueDate).toBe('2028-02-29');
    expect(shown('2028-02-29', 'T2').dueDate).toBe('2028-03-29');
  });

  it('a training that ends before the National Day week is asked about after it', () => {
    expect(shown('2026-09-30', 'T1')).toMatchObject({ opens: '2026-10-08T09:00', dueDate: '2026-10-14' });
  });

  it('a window runs over New Year', () => {
    expect(shown('2026-12-30', 'T1', 'Europe/Berlin', weekdays)).toMatchObject({
      opens: '2026-12-31T09:00',
      due: '2027-01-14T00:00',
    });
  });

  it('keeps local hours when the clocks change inside the window', () => {
    const window = shown('2026-03-20', 'T1', 'Europe/Berlin', weekdays);
    expect(window.opens).toBe('2026-03-23T09:00');
    expect(window.due).toBe('2026-04-04T00:00');
    expect(window.remind).toEqual(['2026-03-27T09:00', '2026-04-02T09:00']);
  });

  it('the window always has its order, its days and its reminders right', () => {
    const kinds = fc.constantFrom(...visitKinds);
    const calendars = fc.constantFrom(china, weekdays);
    const anyWindow = fc.record({
      openDay: fc.integer({ min: 1, max: 200 }),
      due: fc.oneof(
        fc.record({ days: fc.integer({ min: 1, max: 30 }) }),
        fc.record({ months: fc.integer({ min: 1, max: 6 }) }),
      ),
    });
    const anySettings = fc.record({ window: anyWindow, reminderGapDays: fc.integer({ min: 0, max: 6 }) });
    fc.assert(
      fc.property(
        anyDate,
        anyZone,
        kinds,
        calendars,
        anySettings,
        (end, timeZone, kind, calendar, { window: asked, reminderGapDays }) => {
          const windows = { ...defaultSettings.windows, [kind]: asked };
          const settings = { ...defaultSettings, windows, reminderGapDays };
          const window = roundWindow(end, kind, timeZone, settings, calendar);
          const local = (at: Date) =>
            Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(timeZone);
          const moments = [window.opensAt, ...window.remindAt];
          for (const at of moments) {
            expect(local(at).toPlainTime().toString({ smallestUnit: 'minute' })).toBe('09:00');
            expect(calendar.isWorkingDay(local(at).toPlainDate())).toBe(true);
            expect(at < window.dueAt).toBe(true);
          }
          const days = moments.map((at) => local(at).toPlainDate());
          for (const [index, day] of days.entries()) {
            const before = days[index - 1];
            if (before === undefined) continue;
            expect(before.until(day).days).toBeGreaterThanOrEqual(Math.max(1, reminderGapDays));
          }
          expect(window.remindAt.length).toBeLessThanOrEqual(2);
          expect(local(window.opensAt).toPlainDate().since(end).days).toBeGreaterThan(0);
          expect(
            local(new Date(window.dueAt.getTime() - 1))
              .toPlainDate()
              .toString(),
          ).toBe(window.dueDate);
          expect(local(window.dueAt).toPlainDate().toString()).not.toBe(window.dueDate);
        },
      ),
      drawn(400),
    );
  });
});
