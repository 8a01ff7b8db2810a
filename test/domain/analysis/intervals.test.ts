import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  meanDifference,
  shareDifference,
  studentQuantile,
  wilsonInterval,
} from '../../../src/domain/analysis/intervals.ts';
import { compareMeans, compareShares } from '../../../src/domain/analysis/verdict.ts';
import { student } from '../../support/student.ts';

const anyShare = fc
  .integer({ min: 1, max: 400 })
  .chain((n) => fc.record({ hits: fc.integer({ min: 0, max: n }), n: fc.constant(n) }));

/** Told exactly: both ends are the same. */
const told = <Value>(value: Value) => ({ least: value, most: value });

describe('intervals', () => {
  it('Wilson agrees with the published example: 81 of 263', () => {
    // Newcombe 1998, Statistics in Medicine 17:857, table I: 0.2553 to 0.3662.
    const { low, high } = wilsonInterval({ hits: 81, n: 263 });
    expect(low).toBeCloseTo(0.2553, 4);
    expect(high).toBeCloseTo(0.3662, 4);
  });

  it('Newcombe agrees with the published examples', () => {
    // Newcombe 1998, Statistics in Medicine 17:873, table II, method 10: 56/70 − 48/80 and 10/10 − 0/10.
    const first = shareDifference({ hits: 48, n: 80 }, { hits: 56, n: 70 });
    expect(first.low).toBeCloseTo(0.0524, 4);
    expect(first.high).toBeCloseTo(0.3339, 4);
    const extreme = shareDifference({ hits: 0, n: 10 }, { hits: 10, n: 10 });
    expect(extreme.low).toBeCloseTo(0.6075, 4);
    expect(extreme.high).toBeCloseTo(1, 4);
  });

  it('Student’s 97.5 % point agrees with the tables', () => {
    const table = { 4: 2.7764, 5: 2.5706, 10: 2.2281, 30: 2.0423, 120: 1.9799 };
    for (const [degrees, point] of Object.entries(table)) {
      expect(Math.abs(studentQuantile(Number(degrees)) - point)).toBeLessThan(0.0011);
    }
  });

  it('Welch takes the wider spread of the smaller group seriously', () => {
    // 40 people with s² = 1 and 10 with s² = 4: pooled (39·1 + 9·4) ÷ 48 = 1.5625, so 1.5625/40 with 48 degrees beside 4/10
    // with 9: ν = 0.4390625² ÷ (0.0390625²/48 + 0.4²/9) = 10.824449.
    const { low, high } = meanDifference(
      { mean: 20, standardError: Math.sqrt(1 / 40), degrees: 39 },
      { mean: 27.5, standardError: Math.sqrt(4 / 10), degrees: 9 },
    );
    const reach = student(0.4390625 ** 2 / (0.0390625 ** 2 / 48 + 0.16 / 9)) * Math.sqrt(0.4390625);
    expect(low).toBeCloseTo(7.5 - reach, 4);
    expect(high).toBeCloseTo(7.5 + reach, 4);
  });

  it('two groups that vary alike are compared as Student and Welch both would', () => {
    const estimate = (mean: number) => ({ mean, standardError: 0.25, degrees: 24 });
    const { low, high } = meanDifference(estimate(3), estimate(4));
    expect(low).toBeCloseTo(1 - student(48) * Math.sqrt(0.125), 6);
    expect(high).toBeCloseTo(1 + student(48) * Math.sqrt(0.125), 6);
  });

  it('a few who all say the same are no surer than everybody together', () => {
    const few = { mean: 5, standardError: 0, degrees: 9 };
    const many = { mean: 4.7, standardError: Math.sqrt(0.6 / 200), degrees: 199 };
    // Student: 0.3 ± 1.97 · √(0.574 (1/10 + 1/200)); with Welch alone it would have been clearly better.
    expect(meanDifference(many, few).low).toBeLessThan(0);
    expect(0.3 - student(199) * Math.sqrt(0.6 / 200)).toBeGreaterThan(0);
  });

  it('a share lies inside its interval, and the interval inside 0–1', () => {
    fc.assert(
      fc.property(anyShare, (share) => {
        const { low, high } = wilsonInterval(share);
        const p = share.hits / share.n;
        expect(0 <= low && low <= p && p <= high && high <= 1).toBe(true);
      }),
    );
  });

  it('better one way round is worse the other way round', () => {
    const mirrored = { better: 'worse', worse: 'better', 'no-clear-change': 'no-clear-change' };
    const anyEstimate = fc.record({
      mean: fc.double({ min: 1, max: 5, noNaN: true }),
      standardError: fc.double({ min: 0, max: 1, noNaN: true }),
      degrees: fc.integer({ min: 4, max: 300 }),
    });
    fc.assert(
      fc.property(anyShare, anyShare, anyEstimate, anyEstimate, (one, other, mean, otherMean) => {
        const [first, second, third, fourth] = [told(one), told(other), told(mean), told(otherMean)];
        expect(compareShares(first, second)).toBe(mirrored[compareShares(second, first)]);
        expect(compareShares(first, first)).toBe('no-clear-change');
        expect(compareMeans(third, fourth)).toBe(mirrored[compareMeans(fourth, third)]);
        expect(compareMeans(third, third)).toBe('no-clear-change');
      }),
    );
  });

  it('says better or worse only when the interval excludes zero', () => {
    expect(compareShares(told({ hits: 5, n: 10 }), told({ hits: 8, n: 10 }))).toBe('no-clear-change');
    expect(compareShares(told({ hits: 50, n: 100 }), told({ hits: 80, n: 100 }))).toBe('better');
    expect(compareShares(told({ hits: 80, n: 100 }), told({ hits: 50, n: 100 }))).toBe('worse');
    expect(compareShares(told({ hits: 0, n: 0 }), told({ hits: 50, n: 100 }))).toBe('no-clear-change');
  });

  it('of what is told as a limit says better or worse only if it holds wherever the figure lies', () => {
    const low = { least: { hits: 0, n: 60 }, most: { hits: 30, n: 60 } };
    expect(compareShares(told({ hits: 40, n: 60 }), low)).toBe('no-clear-change');
    expect(compareShares(told({ hits: 55, n: 60 }), low)).toBe('worse');
    expect(compareShares(low, told({ hits: 55, n: 60 }))).toBe('better');
  });
});
