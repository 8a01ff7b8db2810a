import { describe, expect, it } from 'vitest';
import { amountOf, estimateOf } from '../../../src/domain/analysis/amount.ts';
import { tellTally } from '../../../src/domain/analysis/low-end.ts';
import { isStopped } from '../../../src/domain/analysis/told.ts';
import type { Item } from '../../../src/domain/questionnaires/questionnaire.ts';
import { itemsOf } from '../../../src/domain/questionnaires/questionnaire.ts';
import { t1 } from '../../support/questionnaires.ts';

const rating = itemsOf(t1).find(({ type }) => type === 'rating') ?? expect.fail();
/** How often something was done, from not once to four times. */
const times = { ...rating, type: 'number', meaning: 'count', min: 0, max: 4, step: 1 } as unknown as Item;

describe('what answers amount to', () => {
  it('the error of a mean is that of people drawn from more: n − 1 in the variance', () => {
    const told = { n: 2, sum: 6, sumOfSquares: 26, histogram: { 1: 1, 5: 1 } };
    const amount = amountOf(rating, told) ?? expect.fail();
    // Of 1 and 5: variance 8, so √(8 ÷ 2).
    expect(estimateOf(amount)?.most).toEqual({ mean: 3, standardError: 2, degrees: 1 });
  });

  it('of a number of times none is what nobody is known to have said', () => {
    const told = (histogram: Record<number, number>, sum: number) =>
      tellTally(times, { n: 6, sum, sumOfSquares: sum, histogram }, 1);
    expect(isStopped(told({ 0: 6 }, 0))).toBe(true);
    expect(isStopped(told({ 0: 4, 1: 2 }, 2))).toBe(true);
    expect(isStopped(told({ 0: 3, 1: 3 }, 3))).toBe(false);
  });
});
