import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { downwards, halfUp, upwards } from '../../../src/domain/kernel/half-up.ts';
import { formatChange, formatDifference, formatScore, formatShare } from '../../../src/wording/format.ts';
import { drawn } from '../../support/how-often.ts';

/** Of a fraction of whole numbers, times 10 ** digits, by whole numbers alone: ⌊(2·above·scale + below) ÷ (2·below)⌋. */
const exactly = (above: number, below: number, scale: number): number => {
  const [top, bottom] = [2n * BigInt(above) * BigInt(scale) + BigInt(below), 2n * BigInt(below)];
  const down = top / bottom;
  return Number(top % bottom < 0n ? down - 1n : down);
};

describe('rounding', () => {
  it('is half up on the fraction as it stands: every share of up to 400 people, in percent', () => {
    expect(formatShare(23 / 40)).toBe('58%');
    for (let n = 1; n <= 400; n += 1)
      for (let some = 0; some <= n; some += 1)
        expect(formatShare(some / n), `${some}/${n}`).toBe(`${exactly(some, n, 100)}%`);
  });

  it('is so of means, to two digits, of however many people', () => {
    expect([formatScore(801 / 200), formatScore(803 / 200)]).toEqual(['4.01', '4.02']);
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 60_000 }),
        fc.double({ min: 1, max: 5, noNaN: true }),
        (n, mean) => {
          const sum = Math.round(mean * n);
          expect(formatScore(sum / n)).toBe((exactly(sum, n, 100) / 100).toFixed(2));
        },
      ),
      drawn(2000),
    );
  });

  it('takes a half below zero towards more, as above zero, and knows no zero below zero', () => {
    expect([halfUp(-12.5), halfUp(-0.5), halfUp(-0.6), halfUp(12.5)]).toEqual([-12, 0, -1, 13]);
    for (const round of [halfUp, upwards, downwards])
      for (const value of [0, -0, -1e-12, 1e-12, -0.004, 0.004])
        expect(Object.is(round(value, 2), -0), `${value}`).toBe(false);
    expect([formatChange(-0.004), formatChange(-12.5, 0), formatChange(-0.5, 0)]).toEqual(['0', '−12', '0']);
    fc.assert(
      fc.property(
        fc.integer({ min: -2000, max: 2000 }),
        fc.integer({ min: 1, max: 2000 }),
        (above, below) => {
          expect(halfUp(above / below)).toBe(exactly(above, below, 1));
        },
      ),
      drawn(2000),
    );
  });

  it('tells differences of the figures as they are shown', () => {
    expect([formatDifference(57.5, 57.4, 0), formatDifference(58.4, 57.5, 0)]).toEqual(['+1', '0']);
    fc.assert(
      fc.property(
        fc.tuple(fc.integer({ min: 100, max: 500 }), fc.integer({ min: 100, max: 500 })),
        ([now, before]) => {
          const [late, early] = [now / 100 + 0.0049, before / 100];
          const told = Number(formatDifference(late, early).replace('−', '-'));
          expect(told).toBeCloseTo(Number(formatScore(late)) - Number(formatScore(early)), 10);
        },
      ),
      drawn(500),
    );
  });
});
