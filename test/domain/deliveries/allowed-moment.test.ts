import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allowedMoment } from '../../../src/domain/deliveries/allowed-moment.ts';
import type { Delivery } from '../../../src/domain/deliveries/delivery.ts';
import { nextDeliveryMoment } from '../../../src/domain/deliveries/delivery-hours.ts';
import type { Subject } from '../../../src/domain/deliveries/subject.ts';
import type { DeliveryId, PersonId, VisitId } from '../../../src/domain/kernel/ids.ts';
import { localDate } from '../../../src/domain/kernel/local-date.ts';
import { defaultSettings } from '../../../src/domain/kernel/settings.ts';
import { createWorkingCalendar } from '../../../src/domain/kernel/working-calendar.ts';
import { drawn } from '../../support/how-often.ts';

const zone = 'Asia/Shanghai';
const calendar = createWorkingCalendar('weekdays');
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

interface Sent {
  readonly invited?: readonly (string | Date)[];
  readonly reminded?: readonly (string | Date)[];
}

/** When it may be delivered, to somebody asked at these moments; two invitations a week, a gap of two days. */
const momentOf = (sent: Sent, changes: Partial<Delivery> = {}, at = now, timeZone = zone) =>
  allowedMoment(
    {
      clock: { now: () => at },
      settings: { ...defaultSettings, questionnairesPerWeek: 2 },
      nextMoment: (from, where) => nextDeliveryMoment(from, where, defaultSettings, calendar),
      sentSince: async (_, kind, since) =>
        (sent[kind === 'invitation' ? 'invited' : 'reminded'] ?? [])
          .map((one) => new Date(one))
          .filter((one) => one >= since),
    },
    delivery(changes),
    timeZone,
  );
const day = (date: string, hour = '09:00') => new Date(`${date}T${hour}+08:00`);
const tomorrow = day('2026-08-21');
const until = (date: string) => ({ until: day(date, '00:00') });

describe('an invitation', () => {
  it('is no more than the week’s number within seven days: the next is sent when the first of them is a week old', async () => {
    const [first, second] = ['2026-08-14T09:00+08:00', '2026-08-18T09:00+08:00'] as const;
    expect(await momentOf({ invited: [first] })).toEqual(now);
    expect(await momentOf({ invited: [first, second] })).toEqual(tomorrow);
    expect(await momentOf({ invited: [second, '2026-08-19T09:00+08:00'] })).toEqual(day('2026-08-25'));
    expect(await momentOf({ invited: ['2026-08-13T09:59+08:00', second] })).toEqual(now);
  });

  it('does not come on a day on which the person was asked already, by whatever', async () => {
    expect(await momentOf({ invited: ['2026-08-20T09:00+08:00'] })).toEqual(tomorrow);
    expect(await momentOf({ reminded: ['2026-08-20T09:00+08:00'] })).toEqual(tomorrow);
    expect(await momentOf({ invited: ['2026-08-19T17:59+08:00'] })).toEqual(now);
  });

  it('means the person’s own day', async () => {
    // 16:00 in Shanghai is nine in the morning in London; a message at 01:00 there was yesterday’s in New York.
    const at = new Date('2026-08-20T16:00+08:00');
    expect(await momentOf({ invited: ['2026-08-20T07:30+08:00'] }, {}, at, 'Europe/London')).toEqual(
      new Date('2026-08-21T09:00+01:00'),
    );
    const evening = new Date('2026-08-20T21:00+08:00');
    expect(await momentOf({ invited: ['2026-08-20T11:00+08:00'] }, {}, evening, 'America/New_York')).toEqual(
      evening,
    );
  });

  it('is sent over the week’s number rather than so late that no reminder would follow', async () => {
    const invited = ['2026-08-18T09:00+08:00', '2026-08-19T09:00+08:00'];
    expect(await momentOf({ invited }, until('2026-08-27'))).toEqual(now);
    expect(await momentOf({ invited }, until('2026-08-28'))).toEqual(day('2026-08-25'));
  });

  it('goes with the message of today that named it, where later would be too late', async () => {
    const invited = ['2026-08-19T09:00+08:00', '2026-08-20T10:00+08:00'];
    expect(await momentOf({ invited }, until('2026-08-22'))).toBe('named');
    expect(await momentOf({ reminded: ['2026-08-20T10:00+08:00'] }, until('2026-08-22'))).toBe('named');
  });

  it('is a second one a day only where it began to wait after the first and has no other day', async () => {
    const before = { invited: ['2026-08-20T09:00+08:00'] };
    expect(await momentOf(before, until('2026-08-21'))).toEqual(now);
    expect(await momentOf(before, until('2026-08-22'))).toEqual(tomorrow);
  });

  it('waits for working hours first', async () => {
    expect(await momentOf({}, {}, day('2026-08-22', '10:00'))).toEqual(day('2026-08-24'));
  });
});

describe('a reminder', () => {
  const reminder = (more: Partial<Delivery> = {}) => ({
    subject: { kind: 'reminder', visit, number: 1 } as Subject,
    ...more,
  });
  const wanted = (more: Partial<Delivery> = {}) => ({
    subject: { kind: 'reminder', visit, askedFor: '2026-08-20' } as Subject,
    ...more,
  });

  it('says nothing that was said today', async () => {
    expect(await momentOf({ invited: ['2026-08-20T09:00+08:00'] }, reminder())).toBe('named');
    expect(await momentOf({ reminded: ['2026-08-20T10:00+08:00'] }, reminder())).toBe('named');
    expect(await momentOf({ reminded: ['2026-08-20T10:00+08:00'] }, wanted())).toBe('named');
  });

  it('leaves two days after whatever asked last, and none where it would be of no use by then', async () => {
    const reminded = ['2026-08-19T09:00+08:00'];
    expect(await momentOf({ reminded }, reminder())).toEqual(tomorrow);
    expect(await momentOf({ reminded }, reminder(until('2026-08-21')))).toBe('named');
    expect(await momentOf({ invited: ['2026-08-18T18:00+08:00'] }, reminder())).toEqual(now);
  });

  it('somebody asked for themselves comes when they asked, or the next day where today’s message left it alone', async () => {
    expect(await momentOf({ reminded: ['2026-08-19T09:00+08:00'] }, wanted())).toEqual(now);
    const earlier = { invited: ['2026-08-20T09:00+08:00'] };
    expect(await momentOf(earlier, wanted())).toEqual(tomorrow);
    expect(await momentOf(earlier, wanted(until('2026-08-21')))).toBe('named');
  });
});

it('whatever waits, nobody is asked twice on a day, and everything is named by a message while it can be answered', async () => {
  const waiting = fc.array(
    fc.record({ opens: fc.integer({ min: 0, max: 20 }), lasts: fc.integer({ min: 4, max: 20 }) }),
    { minLength: 1, maxLength: 14 },
  );
  await fc.assert(
    fc.asyncProperty(waiting, async (rounds) => {
      const start = new Date('2026-08-03T09:00+08:00').getTime();
      const dayMs = 86_400_000;
      const planned = rounds.map(({ opens, lasts }, index) => {
        const opensAt = nextDeliveryMoment(new Date(start + opens * dayMs), zone, defaultSettings, calendar);
        return { opensAt, notBefore: opensAt, dueAt: new Date(opensAt.getTime() + lasts * dayMs), index };
      });
      const sent = { invited: [] as Date[], reminded: [] as Date[] };
      const namedAt = new Map<number, Date[]>();
      const done = new Set<string>();
      /** Tries one message as the product does, with all that waits at that moment named in it. */
      const attempt = async (
        key: string,
        at: Date,
        plan: { notBefore: Date; until: Date },
        subject: Subject,
      ) => {
        if (done.has(key) || plan.notBefore > at || plan.until <= at) return;
        const allowed = await momentOf(sent, { ...plan, subject }, at);
        if (allowed !== 'named' && allowed > at) {
          plan.notBefore = allowed;
          return;
        }
        done.add(key);
        const isInvitation = subject.kind === 'invitation';
        if (allowed === 'named') {
          if (isInvitation) sent.invited.push(at);
          return;
        }
        sent[isInvitation ? 'invited' : 'reminded'].push(at);
        for (const { opensAt, dueAt, index } of planned)
          if (opensAt <= at && at < dueAt) namedAt.set(index, [...(namedAt.get(index) ?? []), at]);
        days.push(localDate(at, zone));
      };
      const days: string[] = [];
      const invitations = planned.map(({ opensAt, dueAt }) => ({ notBefore: opensAt, until: dueAt }));
      const reminders = planned.flatMap(({ opensAt, dueAt, index }) => {
        const until = dueAt;
        return [3, 5].map((after) => ({
          index,
          plan: { notBefore: new Date(opensAt.getTime() + after * dayMs), until },
        }));
      });
      for (let at = start; at < start + 45 * dayMs; at += 3_600_000) {
        const moment = new Date(at);
        for (const [index, plan] of invitations.entries())
          await attempt(`i${index}`, moment, plan, { kind: 'invitation', visit });
        for (const [number, { plan }] of reminders.entries())
          await attempt(`r${number}`, moment, plan, { kind: 'reminder', visit, number });
      }
      expect(new Set(days).size).toBe(days.length);
      for (const { index, opensAt, dueAt } of planned) {
        const workingDays = nextDeliveryMoment(opensAt, zone, defaultSettings, calendar) < dueAt;
        if (workingDays) expect(namedAt.get(index), `round ${index}`).toBeDefined();
      }
    }),
    drawn(20),
  );
});

it.each<Subject>([{ kind: 'not-attended', visit, number: 1 }])(
  'what asks nothing keeps to working hours alone: $kind',
  async (subject) => {
    const invited = ['2026-08-20T09:00+08:00', '2026-08-19T09:00+08:00', '2026-08-18T09:00+08:00'];
    expect(await momentOf({ invited }, { subject })).toEqual(now);
    expect(await momentOf({ invited }, { subject }, day('2026-08-20', '23:00'))).toEqual(tomorrow);
  },
);
