import { type Estimate, type Interval, meanDifference, type Share, shareDifference } from './intervals.ts';

/** Better or worse only when the 95 % interval of the difference excludes zero. */
export type Verdict = 'better' | 'worse' | 'no-clear-change';

/** What is told so far as a stop only lies between the two; else they are the same. */
export interface Ends<Value> {
  readonly least: Value;
  readonly most: Value;
}

/** Two independent runs' means (higher is better). */
export const compareMeans = (before: Ends<Estimate>, after: Ends<Estimate>): Verdict =>
  verdictOn({
    low: meanDifference(before.most, after.least).low,
    high: meanDifference(before.least, after.most).high,
  });

/** Two independent runs' shares (higher is better); no clear change where either has no answers. */
export const compareShares = (before: Ends<Share>, after: Ends<Share>): Verdict =>
  before.least.n === 0 || after.least.n === 0
    ? 'no-clear-change'
    : verdictOn({
        low: shareDifference(before.most, after.least).low,
        high: shareDifference(before.least, after.most).high,
      });

const verdictOn = (difference: Interval): Verdict => {
  if (difference.low > 0) return 'better';
  return difference.high < 0 ? 'worse' : 'no-clear-change';
};
