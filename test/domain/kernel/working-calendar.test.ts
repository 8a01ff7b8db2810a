import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { createWorkingCalendar } from '../../../src/domain/kernel/working-calendar.ts';
import { anyDate } from '../../support/any-date.ts';

const day = (text: string) => Temporal.PlainDate.from(text);
const china = createWorkingCalendar('CN');
const weekdays = createWorkingCalendar('weekdays');

describe('working calendar', () => {
  it('rests on Chinese public holidays and works on make-up days', () => {
    expect(china.isWorkingDay(day('2026-10-01'))).toBe(false);
    expect(china.isWorkingDay(day('2026-10-10'))).toBe(true); // a Saturday
    expect(china.isWorkingDay(day('2026-10-11'))).toBe(false);
    expect(china.isWorkingDay(day('2026-10-12'))).toBe(true);
  });

  it('skips the whole Spring Festival', () => {
    expect(china.next(day('2026-02-14')).toString()).toBe('2026-02-24');
    expect(china.previous(day('2026-02-24')).toString()).toBe('2026-02-14');
  });

  it('is Monday to Friday beyond the announced holidays', () => {
    expect(china.isWorkingDay(day('2040-10-01'))).toBe(true);
    expect(china.isWorkingDay(day('2040-10-06'))).toBe(false);
  });

  it('knows no holidays outside China', () => {
    expect(weekdays.isWorkingDay(day('2026-10-01'))).toBe(true);
    expect(weekdays.isWorkingDay(day('2026-10-10'))).toBe(false);
  });

  it.each([
    ['CN', china],
    ['weekdays', weekdays],
  ])('%s: finds the nearest working day and never passes one over', (_, calendar) => {
    fc.assert(
      fc.property(anyDate, (date) => {
        const after = calendar.next(date);
        const before = calendar.previous(date);
        expect(calendar.isWorkingDay(after) && calendar.isWorkingDay(before)).toBe(true);
        for (
          let d = before.add({ days: 1 });
          Temporal.PlainDate.compare(d, after) < 0;
          d = d.add({ days: 1 })
        ) {
          expect(calendar.isWorkingDay(d) && !d.equals(date)).toBe(false);
        }
        const works = calendar.isWorkingDay(date);
        expect(calendar.onOrAfter(date).equals(works ? date : after)).toBe(true);
        expect(calendar.onOrBefore(date).equals(works ? date : before)).toBe(true);
      }),
    );
  });
});
