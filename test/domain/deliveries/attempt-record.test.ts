import { describe, expect, it } from 'vitest';
import { recordOf } from '../../../src/domain/deliveries/attempt-record.ts';
import type { Delivery, DeliveryAttempt, DeliveryReason } from '../../../src/domain/deliveries/delivery.ts';
import type { DeliveryOutcome } from '../../../src/domain/deliveries/messenger.ts';
import type { DeliveryId, PersonId, VisitId } from '../../../src/domain/kernel/ids.ts';
import { defaultSettings } from '../../../src/domain/kernel/settings.ts';
import { createWorkingCalendar } from '../../../src/domain/kernel/working-calendar.ts';

const now = new Date('2026-08-18T02:00:00Z');
const after = (ms: number): Date => new Date(now.getTime() + ms);
const hour = 3_600_000;
const busy: DeliveryOutcome = { kind: 'retry', reason: 'service-busy', status: 503 };

const delivery = (attempts: readonly DeliveryAttempt[] = []): Delivery => ({
  id: 'd' as DeliveryId,
  subject: { kind: 'invitation', visit: 'v' as VisitId },
  recipient: { person: 'p' as PersonId },
  state: 'claimed',
  notBefore: now,
  attempts,
  wantedRevision: 2,
  shownRevision: 0,
});
const tried = (count: number, since: number, outcome: DeliveryAttempt['outcome'] = 'retry') =>
  Array.from({ length: count }, (_, index) => ({
    at: after(-since + index),
    outcome,
    reason: 'service-busy' as const,
  }));
const record = (
  outcome: DeliveryOutcome,
  attempts: readonly DeliveryAttempt[] = [],
  random = 0,
  to: Partial<Delivery> = {},
) =>
  recordOf(
    {
      clock: { now: () => now },
      realClock: { now: () => now },
      settings: defaultSettings,
      calendar: createWorkingCalendar('CN'),
      random: () => random,
    },
    { ...delivery(attempts), ...to },
    outcome,
    'Asia/Shanghai',
  );
const waitMs = (outcome: DeliveryOutcome, attempts: readonly DeliveryAttempt[] = [], random = 0): number =>
  (record(outcome, attempts, random).retryAt?.getTime() ?? Number.NaN) - now.getTime();

describe('a message that is tried again', () => {
  it.each([0, 0.99])('waits at least as long as Teams asks for, and hardly longer', (random) => {
    for (const afterMs of [1, 7_000, 3 * hour]) {
      const wait = waitMs({ ...busy, afterMs }, [], random);
      expect(wait).toBeGreaterThanOrEqual(afterMs);
      expect(wait).toBeLessThanOrEqual(afterMs + 1000);
    }
  });

  it('waits twice as long each time where Teams asks for nothing, a minute at most', () => {
    expect([0, 1, 2, 3].map((times) => waitMs(busy, tried(times, hour)))).toEqual([500, 1000, 2000, 4000]);
    expect(waitMs(busy, tried(15, hour), 1)).toBe(60_000);
  });

  it('is given up after a day and twenty tries, not before the one or the other', () => {
    const givenUp = { state: 'unreachable', reason: 'service-busy' };
    expect(record(busy, tried(20, 24 * hour))).toMatchObject(givenUp);
    expect(record(busy, tried(19, 24 * hour))).toMatchObject({ state: 'retry' });
    expect(record(busy, tried(100, 24 * hour - 1))).toMatchObject({ state: 'retry' });
  });

  it('begins to count anew when it was sent in between', () => {
    const attempts = [...tried(20, 30 * hour), ...tried(1, 2 * hour, 'unknown'), ...tried(2, hour)];
    expect(record(busy, attempts)).toMatchObject({ state: 'retry' });
  });
});

describe('what is kept of an attempt', () => {
  it('is when it was sent by the product’s clock, where it stands, and what it said', () => {
    const receipt = { channel: 'teams', name: 'a', parts: {} } as const;
    expect(record({ kind: 'sent', receipt, status: 201 })).toEqual({
      state: 'sent',
      at: now,
      status: 201,
      receipt,
      sentAt: now,
      shownRevision: 2,
    });
  });

  it('is a reason where nobody knows whether it arrived, and no moment to try again', () => {
    expect(record({ kind: 'unknown', reason: 'no-answer' })).toEqual({
      state: 'unknown',
      at: now,
      reason: 'no-answer',
    });
  });
});

describe('what could not be posted where the department reads', () => {
  const posted = (reason: DeliveryReason) =>
    record({ kind: 'unreachable', reason }, [], 0, { recipient: { group: 'department' } });

  it('waits for the next working morning where the place is at fault', () => {
    expect(posted('not-connected')).toMatchObject({
      state: 'retry',
      notBefore: new Date('2026-08-19T01:00:00Z'),
    });
  });

  it.each(['too-large', 'message-gone', 'no-group-address'] as const)(
    'is not tried again by itself where there was no place, or the message is at fault: %s',
    (reason) => expect(posted(reason)).toEqual({ state: 'unreachable', at: now, reason }),
  );
});
