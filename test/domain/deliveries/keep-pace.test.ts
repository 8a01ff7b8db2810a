import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keepPace } from '../../../src/domain/deliveries/keep-pace.ts';
import type { Pace } from '../../../src/domain/deliveries/pace.ts';
import { conversationBuckets } from '../../../src/teams/outbound/conversation-buckets.ts';
import { drawn } from '../../support/how-often.ts';
import { useTestStores } from '../../support/use-test-stores.ts';

/** Real time that passes only when somebody waits. */
let days = 0;
const createTime = () => {
  days += 1; // what one test did to the line is long over in the next
  const time = { at: Date.parse('2026-08-17T01:00:00Z') + days * 24 * 3_600_000 };
  return {
    time,
    realClock: { now: () => new Date(time.at) },
    pause: async (ms: number) => {
      time.at += ms;
    },
  };
};

const mostWithin = (moments: readonly number[], ms: number): number =>
  Math.max(...moments.map((from) => moments.filter((at) => at >= from && at < from + ms).length));

describe('the limits', () => {
  const stores = useTestStores();
  const paceAt = (time: ReturnType<typeof createTime>, requestsPerSecond = 50): Pace =>
    keepPace(
      { ...stores(), ...time, random: () => 0 },
      { requestsPerSecond, perAddress: conversationBuckets },
    );

  it('of the tenant are filled, and never exceeded by more than what is late', async () => {
    const time = createTime();
    const pace = paceAt(time);
    const begun = time.time.at;
    for (let turn = 0; turn < 300; turn += 1) expect(await pace.turn(undefined)).toEqual({ go: true });
    const perSecond = 300 / ((time.time.at - begun) / 1000);
    expect(perSecond).toBeGreaterThan(48);
    expect(perSecond).toBeLessThanOrEqual(51);
  });

  it('of the tenant are shared: no two processes get the same place in the line', async () => {
    const now = createTime().time.at;
    const asked = Array.from({ length: 24 }, () => stores().paces.reserve({ count: 10, apartMs: 20, now }));
    const starts = (await Promise.all(asked)).map(({ from }) => from).toSorted((one, other) => one - other);
    expect(starts).toEqual(Array.from({ length: 24 }, (_, index) => now + index * 200));
  });

  it('of a conversation hold in every stretch of time, whoever asks and whenever', async () => {
    let number = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 0, max: 900 }), { minLength: 80 }), async (gaps) => {
        number += 1;
        let at = Date.parse('2026-08-17T01:00:00Z');
        const taken: number[] = [];
        for (const gap of gaps) {
          at += gap;
          if ((await stores().paces.take(`chat ${number}`, conversationBuckets, at)) === 0) taken.push(at);
        }
        expect(mostWithin(taken, 1000)).toBeLessThanOrEqual(7);
        expect(mostWithin(taken, 2000)).toBeLessThanOrEqual(8);
        expect(mostWithin(taken, 30_000)).toBeLessThanOrEqual(60);
      }),
      drawn(3),
    );
  });

  it.each([
    [7, 1],
    [8, 2],
    [60, 30],
    [1800, 3600],
  ])('of a conversation let %i through in %i s and no more, whatever came before', (limit, seconds) => {
    const through = conversationBuckets.map(({ size, perSecond }) => size + seconds * perSecond);
    expect(Math.min(...through)).toBeLessThanOrEqual(limit);
  });

  it('slow one conversation when Teams slows one, and nobody else', async () => {
    const time = createTime();
    const pace = paceAt(time);
    await pace.throttled('slow chat', 60_000);
    expect(await pace.turn('slow chat')).toEqual({ go: false, afterMs: 60_000 });
    expect(await pace.turn('quick chat')).toEqual({ go: true });
    expect(pace.pausedMs()).toBe(0);
    await time.pause(60_000);
    expect(await pace.turn('slow chat')).toEqual({ go: true });
  });

  it('slow the tenant, for every process, when Teams slows several conversations at once', async () => {
    const time = createTime();
    const pace = paceAt(time);
    const other = paceAt(time);
    for (const chat of ['a', 'b', 'c']) await pace.throttled(chat, 30_000);
    expect(await pace.turn('quick chat')).toMatchObject({ go: false });
    expect(await other.turn(undefined)).toEqual({ go: false, afterMs: 30_000 });
    await time.pause(30_000);
    expect(await other.turn(undefined)).toEqual({ go: true });
  });

  it('do not stand still when the clock is set back by an hour', async () => {
    const time = createTime();
    const pace = paceAt(time);
    await pace.turn('chat of a jump');
    await pace.turn('chat of a jump');
    await time.pause(-3_600_000);
    const back = time.time.at;
    const turn = await pace.turn('chat of a jump');
    expect(turn.go ? 0 : turn.afterMs).toBeLessThan(10_000);
    expect(await pace.turn(undefined)).toEqual({ go: true });
    expect(await paceAt(time).turn(undefined)).toEqual({ go: true });
    expect(time.time.at - back).toBeLessThan(5_000);
  });
});
