import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { defaultSettings } from '../../../src/domain/kernel/settings.ts';
import { startOffice } from '../../support/office-under-test.ts';
import { participant } from '../../support/roster-lines.ts';

const timeZone = 'Europe/Berlin';
const hourMs = 3_600_000;
const settings = {
  organisation: { ...defaultSettings.organisation, timeZone, calendar: 'weekdays' as const },
};

describe('a clock that jumps', () => {
  it.each([
    ['into summer time', '2026-03-27', '2026-03-28T12:00Z'],
    ['out of summer time', '2026-10-23', '2026-10-24T12:00Z'],
    ['over New Year', '2026-12-31', '2026-12-31T18:00Z'],
    ['over a leap day', '2028-02-28', '2028-02-28T18:00Z'],
  ])(
    '%s, and an hour forward and back: nothing outside working hours, nothing twice',
    async (_, end, from) => {
      const begin = new Date(from);
      const office = await startOffice({
        at: new Date(begin.getTime() - 24 * hourMs).toISOString(),
        settings,
      });
      const lines = [1, 2].map((number) => participant(number, { start: end, end }));
      const people = [];
      for (const { name, email } of lines) {
        people.push(await office.person({ name, email, locale: 'en-US', timezone: timeZone }));
      }
      await office.imports(lines);

      const sentAt: Date[] = [];
      for (let hour = 0; hour < 60; hour += 1) {
        const moment = begin.getTime() + hour * hourMs;
        // Every third hour the clock runs an hour ahead and is set back, or falls an hour behind.
        const jumps = hour % 3 === 0 ? [moment + hourMs, moment, moment - hourMs] : [moment];
        for (const at of jumps) {
          const before = office.tenant.sent.length;
          await office.at(new Date(at).toISOString());
          for (const _message of office.tenant.sent.slice(before)) sentAt.push(new Date(at));
        }
      }
      for (const person of people) {
        expect(person.chat.cards.filter(({ text }) => text.includes('1 of'))).toHaveLength(1);
      }
      expect(sentAt.length).toBeGreaterThan(0);
      for (const at of sentAt) {
        const local = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(timeZone);
        expect([local.dayOfWeek <= 5, local.hour >= 9 && local.hour < 18]).toEqual([true, true]);
      }
      await office.close();
    },
  );
});
