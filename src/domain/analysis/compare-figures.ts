import { addRounds, over, type Range, shareEnds } from './amount.ts';
import {
  type DimensionFigure,
  type ItemAmount,
  type ItemAmounts,
  roundsOf,
  type Satisfaction,
} from './figures.ts';
import { dimensionEstimate, dimensionScore } from './measures.ts';
import { compareMeans, compareShares, type Verdict } from './verdict.ts';

/** A figure in two runs, over the questions that were asked in both, and what that says. */
export interface Comparison {
  readonly before: Range;
  readonly now: Range;
  readonly verdict: Verdict;
}

/**
 * The overall item, run against run, as far as it means the same in both; undefined where there is nothing to compare. Its
 * share is judged, its mean is not: one figure, one test.
 */
export const compareSatisfaction = (
  before: Satisfaction | undefined,
  now: Satisfaction | undefined,
): Comparison | undefined => {
  const [first, second] = inCommon(before?.items, now?.items).map((items) => addRounds(roundsOf(items)));
  if (first === undefined || second === undefined) return undefined;
  return {
    before: over(first.satisfied, first.answers),
    now: over(second.satisfied, second.answers),
    verdict: compareShares(shareEnds(first), shareEnds(second)),
  };
};

/**
 * A dimension, run against run, by the items asked in both: a period that asked other questions as well
 * is not better or worse for it. Undefined where there is nothing to compare.
 */
export const compareDimension = (
  before: DimensionFigure | undefined,
  now: DimensionFigure | undefined,
): Comparison | undefined => {
  const sides = inCommon(before?.items, now?.items).map((items) =>
    [...items.values()].map(({ amount }) => amount),
  );
  const [scoreBefore, scoreNow] = sides.map(dimensionScore);
  const [first, second] = sides.map(dimensionEstimate);
  if (scoreBefore === undefined || scoreNow === undefined || first === undefined || second === undefined)
    return undefined;
  return { before: scoreBefore, now: scoreNow, verdict: compareMeans(first, second) };
};

const inCommon = (
  before: ItemAmounts | undefined,
  now: ItemAmounts | undefined,
): [ItemAmounts, ItemAmounts] => {
  const common = [...(now?.keys() ?? [])].filter((digest) => before?.has(digest));
  const of = (items: ItemAmounts | undefined): ItemAmounts =>
    new Map(
      common.flatMap((digest): [string, ItemAmount][] => {
        const item = items?.get(digest);
        return item === undefined ? [] : [[digest, item]];
      }),
    );
  return [of(before), of(now)];
};
