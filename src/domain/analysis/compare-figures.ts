import type { DimensionFigure, Figures } from './figures.ts';
import { dimensionEstimate } from './measures.ts';
import { compareMeans, compareShares, type Verdict } from './verdict.ts';

/** The overall item, run against run; undefined where there is nothing to compare. */
export const compareSatisfaction = (before: Figures, after: Figures): Verdict | undefined =>
  before.satisfaction === undefined || after.satisfaction === undefined
    ? undefined
    : compareShares(before.satisfaction.share, after.satisfaction.share);

/**
 * A dimension, run against run, by the items asked in both: a period that asked other questions as well
 * is not better or worse for it. Undefined where there is nothing to compare.
 */
export const compareDimension = (
  before: DimensionFigure | undefined,
  after: DimensionFigure,
): Verdict | undefined => {
  const common = [...after.items.keys()].filter((id) => before?.items.has(id));
  const [first, second] = [before, after].map((figure) =>
    dimensionEstimate(common.map((id) => figure?.items.get(id)).filter((tally) => tally !== undefined)),
  );
  return first === undefined || second === undefined ? undefined : compareMeans(first, second);
};
