import { describe, expect, it } from 'vitest';
import { compareDimension, compareSatisfaction } from '../../../src/domain/analysis/compare-figures.ts';
import { type Disclosed, hidden } from '../../../src/domain/analysis/disclosed-result.ts';
import { type AskedCell, figuresOf as figuresFrom } from '../../../src/domain/analysis/figures.ts';
import type { Tally } from '../../../src/domain/analysis/result.ts';
import { questionnaires } from '../../support/questionnaires.ts';

const said = (n: number, value: number): Tally => ({
  n,
  sum: n * value,
  sumOfSquares: n * value * value,
  histogram: { [value]: n },
});
const cell = (items: Record<string, Disclosed<Tally>>, questionnaire = 't1.1') => ({ questionnaire, items });
const figuresOf = (cells: readonly AskedCell[]) => figuresFrom(cells, questionnaires);
const dimensionOf = (...cells: ReturnType<typeof cell>[]) =>
  figuresOf(cells).dimensions.map(({ dimension, score, n }) => ({ dimension, score, n }));

describe('figures', () => {
  it('a dimension is the mean of its item means, an item about several instructors being one item', () => {
    const items = {
      'd2-clarity@ann': said(6, 5),
      'd2-clarity@bob': said(6, 3),
      'd2-expertise@ann': said(6, 2),
    };
    expect(dimensionOf(cell(items))).toEqual([{ dimension: 'D2', score: 3, n: 12 }]);
  });

  it('what is hidden adds nothing, and what is all hidden is not there', () => {
    expect(dimensionOf(cell({ 'd1-depth': hidden, 'd1-current': said(5, 4) }))).toEqual([
      { dimension: 'D1', score: 4, n: 5 },
    ]);
    expect(figuresOf([cell({ 'd5-overall': hidden })])).toEqual({ dimensions: [] });
    expect(figuresOf([])).toEqual({ dimensions: [] });
  });

  it('satisfaction is that of the overall item, of all visits together', () => {
    const figures = figuresOf([
      cell({ 'd5-overall': said(6, 5), 'd1-depth': said(6, 1) }),
      cell({ 'd5-overall': said(6, 2), 'd5-recommend': said(6, 9) }, 't2.1'),
    ]);
    expect(figures.satisfaction?.share).toEqual({ hits: 6, n: 12 });
    expect(figures.nps).toEqual({ value: 100, n: 6 });
    expect(figures.scrap).toBeUndefined();
  });

  it('a change of a dimension is judged by the items asked both times', () => {
    const [before] = figuresOf([cell({ 'd1-depth': said(30, 4) })]).dimensions;
    const [same] = figuresOf([cell({ 'd1-depth': said(30, 4), 'd1-current': said(30, 1) })]).dimensions;
    const [worse] = figuresOf([cell({ 'd1-depth': said(30, 3), 'd1-current': said(30, 5) })]).dimensions;
    const [other] = figuresOf([cell({ 'd1-current': said(30, 1) })]).dimensions;
    if (!same || !worse || !other) throw new Error('no figure');
    expect(compareDimension(before, same)).toBe('no-clear-change');
    expect(compareDimension(before, worse)).toBe('worse');
    expect(compareDimension(before, other)).toBeUndefined();
    expect(compareDimension(undefined, same)).toBeUndefined();
  });

  it('a change of satisfaction needs both', () => {
    const [low, high] = [2, 5].map((value) => figuresOf([cell({ 'd5-overall': said(30, value) })]));
    if (!low || !high) throw new Error('no figures');
    expect(compareSatisfaction(low, high)).toBe('better');
    expect(compareSatisfaction(figuresOf([]), high)).toBeUndefined();
  });
});
