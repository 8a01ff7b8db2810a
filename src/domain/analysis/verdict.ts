import { type Estimate, type Interval, meanDifference, type Share, shareDifference } from './intervals.ts';

/** Better or worse only when the 95 % interval of the difference excludes zero. */
export type Verdict = 'better' | 'worse' | 'no-clear-change';

/** Two independent runs' means (higher is better). */
export const compareMeans = (before: Estimate, after: Estimate): Verdict =>
  verdictOn(meanDifference(before, after));

/** Two independent runs' shares (higher is better); no clear change where either has no answers. */
export const compareShares = (before: Share, after: Share): Verdict =>
  before.n === 0 || after.n === 0 ? 'no-clear-change' : verdictOn(shareDifference(before, after));

const verdictOn = (difference: Interval): Verdict => {
  if (difference.low > 0) return 'better';
  return difference.high < 0 ? 'worse' : 'no-clear-change';
};
