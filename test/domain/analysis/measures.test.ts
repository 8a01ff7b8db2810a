import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Amount, amountOf, estimateOf } from '../../../src/domain/analysis/amount.ts';
import {
  completionRates,
  deviationOf,
  dimensionEstimate,
  dimensionScore,
  meanOf,
  npsOf,
  satisfactionOf,
  scrapOf,
} from '../../../src/domain/analysis/measures.ts';
import { recommendationOf } from '../../../src/domain/analysis/recommendation.ts';
import { addTallies, emptyTally, subtractTally, tallyAnswer } from '../../../src/domain/analysis/tally.ts';
import type { Answer } from '../../../src/domain/questionnaires/answers.ts';
import { type Item, itemsById, itemsOf } from '../../../src/domain/questionnaires/questionnaire.ts';
import { own } from '../../support/own-questionnaires.ts';
import { questionnaires } from '../../support/questionnaires.ts';

const items = questionnaires.all.flatMap(itemsOf);
const named = (id: string): Item => {
  const item = items.find((one) => one.id === id);
  if (item === undefined) throw new Error(id);
  return item;
};
const rating = named('d5-overall');
const recommendation = named('d5-recommend');
const share = named('d4-share-applied');
const tally = (item: Item, answers: readonly Answer[]) =>
  addTallies(...answers.map((answer) => tallyAnswer(item, answer) ?? emptyTally));

const amount = (item: Item, answers: readonly Answer[]): Amount => {
  const found = amountOf(item, tally(item, answers));
  if (found === undefined) throw new Error('no answers');
  return found;
};
const nps = (answers: readonly Answer[]) => {
  const [found] = recommendationOf(recommendation, tally(recommendation, answers));
  return found && npsOf(found).most;
};
const exactly = (value: number) => ({ least: value, most: value });

const ratings = fc.array(fc.integer({ min: 1, max: 5 }), { maxLength: 60 });

describe('tallies', () => {
  it('adding up groups says the same as adding up everybody', () => {
    fc.assert(
      fc.property(ratings, ratings, (one, other) => {
        expect(addTallies(tally(rating, one), tally(rating, other))).toEqual(
          tally(rating, [...one, ...other]),
        );
        expect(subtractTally(tally(rating, [...one, ...other]), tally(rating, other))).toEqual(
          tally(rating, one),
        );
      }),
    );
  });

  it('take only what the item takes', () => {
    for (const answer of [0, 6, 2.5, Number.NaN, '4', ['4'], '']) {
      expect(tallyAnswer(rating, answer)).toBeUndefined();
    }
    const choices = named('d4-helped');
    expect(tallyAnswer(choices, [])).toBeUndefined();
    expect(tallyAnswer(choices, 'manager')).toBeUndefined();
    expect(tallyAnswer(choices, ['manager', 'nonsense', 'manager'])?.histogram).toEqual({ manager: 1 });
    expect(tallyAnswer(named('d5-suggestion'), 'more cases')).toBeUndefined();
  });

  it('a two-sided scale scores the middle best, and still tells the direction', () => {
    const depth = itemsById(own).get('depth');
    if (depth === undefined) throw new Error('depth');
    const all = tally(depth, [1, 2, 3, 3, 4, 5, 5]);
    expect(all).toMatchObject({ n: 7, sum: 1 + 3 + 5 + 5 + 3 + 1 + 1 });
    expect(all.histogram).toEqual({ 1: 3, 3: 2, 5: 2 });
    expect(all.positions).toEqual({ 1: 1, 2: 1, 3: 2, 4: 1, 5: 2 });
    expect(satisfactionOf(all)).toBe(2 / 7);
    expect(tally(rating, [1, 5])).not.toHaveProperty('positions');
  });

  it('"not applicable" is counted apart: it is in no n, no mean and no share', () => {
    const answers = itemsById(own).get('answers');
    if (answers === undefined) throw new Error('answers');
    const all = tally(answers, ['none', 5, 'none', 4]);
    expect(all).toEqual({ n: 2, sum: 9, sumOfSquares: 41, histogram: { 4: 1, 5: 1 }, none: 2 });
    expect([meanOf(all), satisfactionOf(all)]).toEqual([4.5, 1]);
    expect(tallyAnswer(rating, 'none')).toBeUndefined();
  });

  it('several options of one person are one answer', () => {
    const both = tally(named('d4-helped'), [['manager', 'tools'], ['tools']]);
    expect(both).toMatchObject({ n: 2, histogram: { manager: 1, tools: 2 } });
  });
});

describe('measures', () => {
  it('mean and deviation are those of the answers', () => {
    fc.assert(
      fc.property(ratings, (answers) => {
        const sums = tally(rating, answers);
        const mean = answers.reduce((sum, answer) => sum + answer, 0) / answers.length;
        const variance =
          answers.reduce((sum, answer) => sum + (answer - mean) ** 2, 0) / (answers.length - 1);
        if (answers.length === 0) expect(meanOf(sums)).toBeUndefined();
        else expect(meanOf(sums)).toBeCloseTo(mean, 9);
        if (answers.length < 2) expect(deviationOf(sums)).toBeUndefined();
        else expect(deviationOf(sums)).toBeCloseTo(Math.sqrt(variance), 9);
      }),
    );
  });

  it('satisfied are those who say 4 or 5', () => {
    expect(satisfactionOf(tally(rating, [5, 4, 3, 1]))).toBe(0.5);
    expect(amount(rating, [5, 4, 3, 1])).toMatchObject({ satisfied: exactly(2), answers: 4, people: 4 });
    expect(satisfactionOf(emptyTally)).toBeUndefined();
  });

  it('NPS is promoters less detractors', () => {
    expect(nps([10, 9, 8, 7, 6, 0])).toBe(0);
    expect(nps([10, 10, 9, 6])).toBe(50);
    expect(nps([0, 0])).toBe(-100);
  });

  it('scrap is what people do not expect to apply', () => {
    expect(scrapOf(amount(share, [100, 50, 0]))).toEqual(exactly(50));
    expect(amountOf(share, emptyTally)).toBeUndefined();
  });

  it('a dimension’s score is the mean of its item means, whatever their numbers of answers', () => {
    const score = dimensionScore([amount(rating, [5, 5, 5, 5, 5, 5]), amount(rating, [3])]);
    expect(score).toEqual(exactly(4));
    expect(dimensionScore([])).toBeUndefined();
  });

  it('a dimension is compared with no less doubt than one of its items alone', () => {
    const item = amount(rating, [1, 2, 4, 5, 5]);
    expect(dimensionEstimate([item, item])?.most.standardError).toBeCloseTo(
      estimateOf(item)?.most.standardError ?? 0,
      12,
    );
    expect(dimensionEstimate([])).toBeUndefined();
  });

  it('completion is told with and without those excused', () => {
    expect(completionRates({ due: 10, answered: 6, excused: 2 })).toEqual({
      rate: 0.6,
      withoutExcused: 0.75,
    });
    expect(completionRates({ due: 2, answered: 0, excused: 2 })).toEqual({
      rate: 0,
      withoutExcused: undefined,
    });
    expect(completionRates({ due: 0, answered: 0, excused: 0 }).rate).toBeUndefined();
  });
});
