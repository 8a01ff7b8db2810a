import { setTimeout as pause } from 'node:timers/promises';
import { beforeEach, describe, expect, it } from 'vitest';
import { deliverDue } from '../../../src/domain/deliveries/deliver-due.ts';
import type { DeliveryPlan } from '../../../src/domain/deliveries/delivery-store.ts';
import type { ImprovementId, PersonId, VisitId } from '../../../src/domain/kernel/ids.ts';
import { defaultSettings as settings } from '../../../src/domain/kernel/settings.ts';
import { createWorkingCalendar } from '../../../src/domain/kernel/working-calendar.ts';
import { byTest } from '../../support/by-test.ts';
import { useTestStores } from '../../support/use-test-stores.ts';

describe('of what was taken to be delivered', () => {
  const stores = useTestStores();
  const now = new Date('2026-08-20T10:00+08:00');
  const leaseMs = 30_000;
  let person: PersonId;
  let people = 0;
  let real: Date;
  let stopping: boolean;
  /** How much of its lease each had when it was sent. */
  let leftWhenSent: number[];

  beforeEach(async () => {
    people += 1;
    person = (await stores().people.appear(`p${people}@contoso.example`, 'Ann')).id;
    real = new Date('2026-08-20T02:00:00Z');
    stopping = false;
    leftWhenSent = [];
  });
  const reminder = (number: number): DeliveryPlan => ({
    subject: { kind: 'reminder', visit: `v-${person}` as VisitId, number },
    recipient: { person },
    notBefore: now,
  });
  /** What may be said as often as there is something to say. */
  const assignment = (number: number): DeliveryPlan => ({
    ...reminder(number),
    subject: { kind: 'improvement-reminder', improvement: `i-${person}` as ImprovementId, number },
  });
  const gaps = (): DeliveryPlan => ({ ...reminder(1), subject: { kind: 'unreachable', date: '2026-08-20' } });
  /** Plans these and delivers what is due; `meanwhile` happens while the first is on its way. Which were sent. */
  const deliver = async (plans: readonly DeliveryPlan[], meanwhile = () => {}) => {
    const before = leftWhenSent.length;
    await stores().deliveries.plan(plans);
    await deliverDue({
      ...stores(),
      clock: { now: () => now },
      realClock: { now: () => real },
      settings,
      calendar: createWorkingCalendar('weekdays'),
      owner: 'this process',
      random: () => 0.5,
      pause: async (ms) => pause(ms),
      leaseMs,
      stopping: () => stopping,
      messenger: {
        deliver: async (delivery) => {
          leftWhenSent.push((delivery.lease?.until.getTime() ?? 0) - real.getTime());
          meanwhile();
          return { kind: 'sent', receipt: { channel: 'web', name: null, parts: {} } };
        },
        update: async () => ({ kind: 'obsolete' }),
      },
    });
    return leftWhenSent.length - before;
  };
  const left = async (plan: DeliveryPlan) => {
    const found = await stores().deliveries.of(plan);
    return { state: found?.state, held: found?.lease !== undefined };
  };

  it('all is sent, one after the other to one person', async () => {
    expect(await deliver([assignment(1), assignment(2)])).toBe(2);
    expect(await left(assignment(2))).toEqual({ state: 'sent', held: false });
  });

  it('nothing more is sent by a process that stops: it gives back what others may send at once', async () => {
    const stop = () => {
      stopping = true;
    };
    expect(await deliver([assignment(1), assignment(2)], stop)).toBe(1);
    expect(await left(assignment(2))).toEqual({ state: 'planned', held: false });
    stopping = false;
    expect(await deliver([])).toBe(1);
  });

  it('what waited until somebody else might soon take it over is taken anew first, or two would send it', async () => {
    const slow = () => {
      real = new Date(real.getTime() + (leaseMs * 2) / 3 + 1);
    };
    expect(await deliver([assignment(1), assignment(2)], slow)).toBe(2);
    expect(leftWhenSent).toEqual([leaseMs, leaseMs]);
  });

  it('what is of no use any more is not sent', async () => {
    const until = (moment: string) => ({ ...reminder(1), until: new Date(moment) });
    expect(await deliver([until('2026-08-20T10:00+08:00')])).toBe(0);
    expect(await left(reminder(1))).toEqual({ state: 'obsolete', held: false });
  });

  it('what is about to be of no use still is', async () => {
    expect(await deliver([{ ...reminder(1), until: new Date('2026-08-20T10:00:01+08:00') }])).toBe(1);
  });

  it('what its person may receive no longer is not sent', async () => {
    expect(await deliver([gaps()])).toBe(0);
    expect(await left(gaps())).toEqual({ state: 'obsolete', held: false });
    await stores().people.grant(person, { role: 'trainingStaff' }, byTest);
    const again: DeliveryPlan = { ...gaps(), subject: { kind: 'unreachable', date: '2026-08-21' } };
    expect(await deliver([again])).toBe(1);
  });
});
