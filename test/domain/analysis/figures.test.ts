import { describe, expect, it } from 'vitest';
import { estimateOf } from '../../../src/domain/analysis/amount.ts';
import { compareDimension, compareSatisfaction } from '../../../src/domain/analysis/compare-figures.ts';
import { type AskedCell, figuresOf as figuresFrom } from '../../../src/domain/analysis/figures.ts';
import { wilsonInterval } from '../../../src/domain/analysis/intervals.ts';
import { rollOf } from '../../../src/domain/analysis/roll.ts';
import type { Tally } from '../../../src/domain/analysis/tally.ts';
import { type Disclosed, hidden, type Told } from '../../../src/domain/analysis/told.ts';
import type { Questionnaire } from '../../../src/domain/questionnaires/questionnaire.ts';
import { createQuestionnaires } from '../../../src/domain/questionnaires/registry.ts';
import { questionnaires, firstT1 as t1 } from '../../support/questionnaires.ts';

const said = (n: number, value: number): Tally => ({
  n,
  sum: n * value,
  sumOfSquares: n * value * value,
  histogram: { [value]: n },
});
const cell = (items: Record<string, Disclosed<Told>>, questionnaire = 't1.1') => ({ questionnaire, items });
const figuresOf = (cells: readonly AskedCell[]) => figuresFrom(cells, questionnaires);
const dimensionOf = (...cells: ReturnType<typeof cell>[]) =>
  figuresOf(cells).dimensions.map(({ dimension, score, n }) => ({ dimension, score: score.most, n }));
const verdictOf = (...both: Parameters<typeof compareDimension>) => compareDimension(...both)?.verdict;

describe('figures', () => {
  it('a dimension is the mean of its item means, an item about several instructors being one item', () => {
    const items = {
      'd2-clarity@ann': said(6, 5),
      'd2-clarity@bob': said(6, 3),
      'd2-expertise@ann': said(6, 2),
    };
    // Six people: each of them said it of both.
    expect(dimensionOf(cell(items))).toEqual([{ dimension: 'D2', score: 3, n: 6 }]);
  });

  it('two instructors neither double the people nor narrow the interval', () => {
    const answers = (n: number): Tally => ({
      n,
      sum: 4 * n,
      sumOfSquares: 18 * n,
      histogram: { 3: n / 2, 5: n / 2 },
    });
    const roll = rollOf(Array.from({ length: 10 }, (_, index) => index));
    const of = (items: Record<string, Disclosed<Told>>) =>
      figuresOf([{ ...cell(items), roll }]).dimensions.flatMap(({ items: own }) =>
        [...own.values()].map(({ amount }) => amount),
      );
    const [one] = of({ 'd2-clarity@ann': answers(10) });
    const [two] = of({ 'd2-clarity@ann': answers(10), 'd2-clarity@bob': answers(10) });
    expect(two).toMatchObject({ answers: 20, people: 10, weight: 10 });
    expect(two && estimateOf(two)?.most.standardError).toBeCloseTo(
      (one && estimateOf(one)?.most.standardError) ?? 0,
      12,
    );
  });

  it('what is hidden adds nothing, and what is all hidden is not there', () => {
    expect(dimensionOf(cell({ 'd1-depth': hidden, 'd1-current': said(5, 4) }))).toEqual([
      { dimension: 'D1', score: 4, n: 5 },
    ]);
    expect(figuresOf([cell({ 'd5-overall': hidden })])).toEqual({ dimensions: [] });
    expect(figuresOf([])).toEqual({ dimensions: [] });
  });

  it('satisfaction is that of the overall item, of all visits together', () => {
    const roll = rollOf([1, 2, 3, 4, 5, 6]);
    const figures = figuresOf([
      { ...cell({ 'd5-overall': said(6, 5), 'd1-depth': said(6, 1) }), roll },
      { ...cell({ 'd5-overall': said(6, 2), 'd5-recommend': said(6, 9) }, 't2.1'), roll },
    ]);
    // Every answer counts; the interval rests on six people, not on twelve.
    expect(figures.satisfaction?.amount).toMatchObject({ satisfied: { most: 6 }, answers: 12, people: 6 });
    expect(figures.satisfaction?.interval).toEqual(wilsonInterval({ hits: 3, n: 6 }));
    expect(figures.nps).toEqual({ value: { least: 100, most: 100 }, n: 6 });
    expect(figures.scrap).toBeUndefined();
  });

  it('a change of a dimension is judged by the items asked both times', () => {
    const [before] = figuresOf([cell({ 'd1-depth': said(30, 4) })]).dimensions;
    const [same] = figuresOf([cell({ 'd1-depth': said(30, 4), 'd1-current': said(30, 1) })]).dimensions;
    const [worse] = figuresOf([cell({ 'd1-depth': said(30, 3), 'd1-current': said(30, 5) })]).dimensions;
    const [other] = figuresOf([cell({ 'd1-current': said(30, 1) })]).dimensions;
    if (!same || !worse || !other) throw new Error('no figure');
    expect(verdictOf(before, same)).toBe('no-clear-change');
    expect(verdictOf(before, worse)).toBe('worse');
    expect(compareDimension(before, other)).toBeUndefined();
    expect(compareDimension(undefined, same)).toBeUndefined();
  });

  it('a question that means something else now is another question, under the same id or not', () => {
    const later: Questionnaire = {
      ...t1,
      version: 9,
      pages: t1.pages.map((page) => ({
        ...page,
        items: page.items.map((item) => (item.id === 'd1-depth' ? { ...item, digest: 'another' } : item)),
      })),
    };
    const known = createQuestionnaires([t1, later]);
    const of = (...cells: AskedCell[]) => figuresFrom(cells, known).dimensions[0];
    const [depthBefore, depthAfter] = [
      cell({ 'd1-depth': said(30, 5) }),
      cell({ 'd1-depth': said(10, 1) }, 't1.9'),
    ];
    // Two items of one dimension, each weighing the same, and not one of forty answers.
    expect(of(depthBefore, depthAfter)).toMatchObject({ score: { most: 3 }, n: 30 });
    const [then, now] = [of(depthBefore), of(depthAfter)];
    expect(now && compareDimension(then, now)).toBeUndefined();
    const same = of(cell({ 'd1-current': said(30, 1) }, 't1.9'));
    expect(same && verdictOf(of(cell({ 'd1-current': said(30, 4) })), same)).toBe('worse');
  });

  it('a change of satisfaction needs both', () => {
    const [low, high] = [2, 5].map((value) => figuresOf([cell({ 'd5-overall': said(30, value) })]));
    if (!low || !high) throw new Error('no figures');
    expect(compareSatisfaction(low.satisfaction, high.satisfaction)?.verdict).toBe('better');
    expect(compareSatisfaction(undefined, high.satisfaction)).toBeUndefined();
  });
});
