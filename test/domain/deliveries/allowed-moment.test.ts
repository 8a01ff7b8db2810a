import { describe, expect, it } from 'vitest';
import { allowedMoment } from '../../../src/domain/deliveries/allowed-moment.ts';
import type { Delivery } from '../../../src/domain/deliveries/delivery.ts';
import { nextDeliveryMoment } from '../../../src/domain/deliveries/delivery-hours.ts';
import type { Subject } from '../../../src/domain/deliveries/subject.ts';
import type { DeliveryId, PersonId, VisitId } from '../../../src/domain/kernel/ids.ts';
import { defaultSettings } from '../../../src/domain/kernel/settings.ts';
import { createWorkingCalendar } from '../../../src/domain/kernel/working-calendar.ts';

const zone = 'Asia/Shanghai';
const calendar = createWorkingCalendar('CN');
/** A Thursday. */
const now = new Date('2026-08-20T10:00+08:00');
const visit = 'v' as VisitId;

const delivery = (changes: Partial<Delivery> = {}): Delivery => ({
  id: 'd' as DeliveryId,
  subject: { kind: 'invitation', visit },
  recipient: { person: 'p' as PersonId },
  state: 'claimed',
  notBefore: now,
  attempts: [],
  wantedRevision: 0,
  shownRevision: 0,
  ...changes,
});
/** When it may be delivered, to somebody invited at these moments. */
const momentOf = (invited: readonly string[], changes: Partial<Delivery> = {}, at = now) =>
  allowedMoment(
    {
      clock: { now: () => at },
      settings: { ...defaultSettings, questionnairesPerWeek: 2 },
      nextMoment: (from, timeZone) => nextDeliveryMoment(from, timeZone, defaultSettings, calendar),
      invitationsSince: async (_, since) =>
        invited.map((text) => new Date(text)).filter((sent) => sent >= since),
    },
    delivery(changes),
    zone,
  );
const tomorrow = new Date('2026-08-21T10:00+08:00');

describe('an invitation', () => {
  it('is no more than the week’s number within seven days', async () => {
    const twice = ['2026-08-14T09:00+08:00', '2026-08-18T09:00+08:00'];
    expect(await momentOf(twice.slice(0, 1))).toEqual(now);
    expect(await momentOf(twice)).toEqual(tomorrow);
    expect(await momentOf(['2026-08-13T09:59+08:00', ...twice.slice(0, 1)])).toEqual(now);
  });

  it('is the only one of a working day', async () => {
    expect(await momentOf(['2026-08-20T09:00+08:00'])).toEqual(tomorrow);
    expect(await momentOf(['2026-08-19T17:59+08:00'])).toEqual(now);
  });

  it('is a second one a day rather than none, on its last day', async () => {
    const until = new Date('2026-08-21T00:00+08:00');
    expect(await momentOf(['2026-08-20T09:00+08:00'], { until })).toEqual(now);
    const later = new Date('2026-08-22T00:00+08:00');
    expect(await momentOf(['2026-08-20T09:00+08:00'], { until: later })).toEqual(tomorrow);
  });

  it('waits for working hours first', async () => {
    expect(await momentOf([], {}, new Date('2026-08-22T10:00+08:00'))).toEqual(
      new Date('2026-08-24T09:00+08:00'),
    );
  });
});

describe('what is no invitation, or goes to the channel', () => {
  const often = ['2026-08-20T09:00+08:00', '2026-08-19T09:00+08:00', '2026-08-18T09:00+08:00'];

  it.each<Subject>([
    { kind: 'reminder', visit, number: 1 },
    { kind: 'not-attended', visit },
  ])('is not counted, but keeps to working hours: $kind', async (subject) => {
    expect(await momentOf(often, { subject })).toEqual(now);
    const night = new Date('2026-08-20T23:00+08:00');
    expect(await momentOf(often, { subject }, night)).toEqual(new Date('2026-08-21T09:00+08:00'));
  });
});
