import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  isDeliveryTime,
  nextDeliveryMoment,
  rememberHours,
} from '../../../src/domain/deliveries/delivery-hours.ts';
import { defaultSettings as settings } from '../../../src/domain/kernel/settings.ts';
import { createWorkingCalendar } from '../../../src/domain/kernel/working-calendar.ts';
import { anyZone } from '../../support/any-date.ts';

const china = createWorkingCalendar('CN');
const weekdays = createWorkingCalendar('weekdays');
const next = (now: string, zone = 'Asia/Shanghai', calendar = china) =>
  nextDeliveryMoment(new Date(now), zone, settings, calendar);

describe('delivery hours', () => {
  it('inside the hours of a working day is now', () => {
    expect(next('2026-07-13T09:00:00+08:00')).toEqual(new Date('2026-07-13T09:00:00+08:00'));
    expect(next('2026-07-13T17:59:59+08:00')).toEqual(new Date('2026-07-13T17:59:59+08:00'));
  });

  it('before the hours waits for nine, after them for the next working day', () => {
    expect(next('2026-07-13T03:00:00+08:00')).toEqual(new Date('2026-07-13T09:00:00+08:00'));
    expect(next('2026-07-17T18:00:00+08:00')).toEqual(new Date('2026-07-20T09:00:00+08:00'));
  });

  it('follows the zone of the person, not of the machine', () => {
    expect(next('2026-07-13T09:00:00+08:00', 'Europe/Berlin', weekdays)).toEqual(
      new Date('2026-07-13T09:00:00+02:00'),
    );
  });

  it('nothing is delivered on a holiday; a make-up Saturday is a working day', () => {
    expect(next('2026-10-01T10:00:00+08:00')).toEqual(new Date('2026-10-08T09:00:00+08:00'));
    expect(isDeliveryTime(new Date('2026-10-10T10:00:00+08:00'), 'Asia/Shanghai', settings, china)).toBe(
      true,
    );
  });

  it('nine is nine on both sides of a clock change', () => {
    expect(next('2026-03-27T19:00:00+01:00', 'Europe/Berlin', weekdays)).toEqual(
      new Date('2026-03-30T09:00:00+02:00'),
    );
  });

  const instants = fc.date({ min: new Date('2022-01-01'), max: new Date('2038-01-01'), noInvalidDate: true });

  it('the next moment is a delivery time, never in the past, and the first such moment', () => {
    fc.assert(
      fc.property(instants, anyZone, fc.constantFrom(china, weekdays), (now, zone, calendar) => {
        const moment = nextDeliveryMoment(now, zone, settings, calendar);
        expect(moment >= now && isDeliveryTime(moment, zone, settings, calendar)).toBe(true);
        for (let at = now.getTime(); at < moment.getTime(); at += 3_600_000) {
          expect(isDeliveryTime(new Date(at), zone, settings, calendar)).toBe(false);
        }
      }),
    );
  });
});

describe('hours that are remembered', () => {
  const steps = fc.array(fc.tuple(fc.integer({ min: 0, max: 14 * 24 * 60 }), anyZone), { minLength: 1 });

  it('are the same as hours worked out anew, in any order of moments and zones', () => {
    fc.assert(
      fc.property(steps, fc.constantFrom(china, weekdays), (moments, calendar) => {
        const nextMoment = rememberHours(settings, calendar);
        for (const [minute, zone] of moments) {
          const now = new Date(Date.parse('2026-09-28T00:00:00Z') + minute * 60_000);
          expect(nextMoment(now, zone)).toEqual(nextDeliveryMoment(now, zone, settings, calendar));
        }
      }),
    );
  });
});
