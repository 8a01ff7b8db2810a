import { isAtMost, over, type Range } from '../../domain/analysis/amount.ts';
import type { Measured, Satisfaction } from '../../domain/analysis/figures.ts';

/** A figure that may be withheld: below the threshold it is `hidden`, without any answer `none`. */
export type Shown<Value> = Value | 'hidden' | 'none';

/** A figure; `atMost`: it is so low that only this is told. */
export interface Score {
  readonly value: number;
  readonly atMost?: true;
}

export const scoreOf = (range: Range): Score =>
  isAtMost(range) ? { value: range.most, atMost: true } : { value: range.most };

/** A share (0–1) with its 95 % interval and the people it rests on. */
export interface ShareFigure {
  readonly share: number;
  readonly low?: number;
  readonly high?: number;
  /** People. */
  readonly n: number;
  /** Where they answered several times: how often. */
  readonly answers?: number;
  /** So many of them at most; of several rounds only the share is at most this. */
  readonly atMost?: { readonly satisfied?: number };
}

/** A satisfaction as it is shown. */
export const shareFigure = ({ amount, interval }: Satisfaction): ShareFigure => {
  const { answers, people: n, stopped, satisfied } = amount;
  return {
    share: over(satisfied, answers).most,
    ...(interval === undefined ? {} : interval),
    n,
    ...(answers === n ? {} : { answers }),
    ...(isAtMost(satisfied)
      ? { atMost: stopped === answers && answers === n ? { satisfied: satisfied.most } : {} }
      : {}),
  };
};

/** A figure of its own scale and the people it rests on. */
export interface MeasuredFigure {
  readonly value: number;
  readonly n: number;
  /** It is this or less, or this or more. */
  readonly bound?: 'most' | 'least';
}

/** `worse`: which end of its scale is the bad one, at which it is told so far as its stop only. */
export const measuredFigure = ({ value, n }: Measured, worse: 'low' | 'high'): MeasuredFigure => {
  if (!isAtMost(value)) return { value: value.most, n };
  return worse === 'low'
    ? { value: value.most, n, bound: 'most' }
    : { value: value.least, n, bound: 'least' };
};
