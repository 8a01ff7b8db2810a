import type { Satisfaction } from '../../domain/analysis/figures.ts';

/** A figure that may be withheld: below the threshold it is `hidden`, without any answer `none`. */
export type Shown<Value> = Value | 'hidden' | 'none';

/** A share (0–1) with its 95 % interval and the answers it rests on. */
export interface ShareFigure {
  readonly share: number;
  readonly low: number;
  readonly high: number;
  readonly n: number;
}

/** A satisfaction as it is shown. */
export const shareFigure = ({ share, interval }: Satisfaction): ShareFigure => ({
  share: share.hits / share.n,
  low: interval.low,
  high: interval.high,
  n: share.n,
});
