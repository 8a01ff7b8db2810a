import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isDeliveryTime } from '../../../src/domain/deliveries/delivery-hours.ts';
import { lastMomentFor } from '../../../src/domain/followups/last-moment.ts';
import { askedAgainAt, coversWindow } from '../../../src/domain/followups/later.ts';
import { localDate, startOfDay } from '../../../src/domain/kernel/local-date.ts';
import { defaultSettings as settings } from '../../../src/domain/kernel/settings.ts';
import { createWorkingCalendar } from '../../../src/domain/kernel/working-calendar.ts';
import { anyDate, anyZone } from '../../support/any-date.ts';
import { drawn } from '../../support/how-often.ts';

const china = createWorkingCalendar('CN');
const none = 'nothing more';

/** When somebody in this zone, left alone to the end of a day, is asked again about a round due with a day of Shanghai. */
const again = (lastDay: string, dueDay: string, zone = 'Asia/Shanghai'): string => {
  const dueAt = startOfDay(dueDay, 'Asia/Shanghai').getTime() + 24 * 3_600_000;
  return askedAgainAt(lastDay, new Date(dueAt), zone, settings, china)?.toISOString() ?? none;
};

test.each([
  // Due on Friday 28 August.
  ['the day before the last working day', again('2026-08-27', '2026-08-28'), '2026-08-28T01:00:00.000Z'],
  ['the last working day', again('2026-08-28', '2026-08-28'), none],
  ['the last working day before a weekend in the window', again('2026-08-28', '2026-08-30'), none],
  ['a weekend with a working day after', again('2026-08-28', '2026-08-31'), '2026-08-31T01:00:00.000Z'],
  // The holidays of 1 to 7 October; Saturday 10 October makes up for one.
  ['the day before holidays that outlast the window', again('2026-09-30', '2026-10-07'), none],
  ['a holiday, with a working day after', again('2026-10-02', '2026-10-08'), '2026-10-08T01:00:00.000Z'],
  ['the day before a make-up day', again('2026-10-09', '2026-10-10'), '2026-10-10T01:00:00.000Z'],
  ['a reader in the east', again('2026-08-27', '2026-08-28', 'Pacific/Auckland'), '2026-08-27T21:00:00.000Z'],
  ['their last working day', again('2026-08-28', '2026-08-28', 'Pacific/Auckland'), none],
  ['a reader in the west', again('2026-08-27', '2026-08-28', 'America/New_York'), '2026-08-28T13:00:00.000Z'],
  ['a reader whose morning is when it ends', again('2026-08-27', '2026-08-28', 'America/Los_Angeles'), none],
])(
  'left alone to the end of %s, somebody is asked on the next working morning in time, or not at all',
  (_, is, right) => {
    expect(is).toBe(right);
  },
);

test('a day that is promised is worked where they are, the first that is, and before the end', () => {
  const dueIn = fc.integer({ min: 0, max: 12 });
  fc.assert(
    fc.property(anyDate, dueIn, anyZone, anyZone, (day, days, zone, roundZone) => {
      const lastDay = day.toString();
      const dueAt = startOfDay(day.add({ days }).toString(), roundZone);
      const at = askedAgainAt(lastDay, dueAt, zone, settings, china);
      const from = startOfDay(day.add({ days: 1 }).toString(), zone).getTime();
      const before = (at ?? dueAt).getTime();
      for (let quiet = from; quiet < before; quiet += 1_800_000)
        expect(isDeliveryTime(new Date(quiet), zone, settings, china)).toBe(false);
      if (at === undefined) return;
      expect(at < dueAt && localDate(at, zone) > lastDay).toBe(true);
      expect(isDeliveryTime(at, zone, settings, china)).toBe(true);
    }),
    drawn(60),
  );
});

test('a leave covers a window when it lasts to the last moment that is told to the person, and no sooner', () => {
  fc.assert(
    fc.property(anyDate, anyZone, anyZone, (day, zone, roundZone) => {
      const dueAt = startOfDay(day.toString(), roundZone);
      const { date } = lastMomentFor(dueAt, zone);
      expect(coversWindow(date, dueAt, zone)).toBe(true);
      const before = new Date(startOfDay(date, zone).getTime() - 1);
      expect(coversWindow(localDate(before, zone), dueAt, zone)).toBe(false);
    }),
    drawn(60),
  );
});
