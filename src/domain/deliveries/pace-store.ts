/** A bucket that never lets more than `size + seconds × perSecond` through in any stretch of time. */
export interface Bucket {
  readonly size: number;
  readonly perSecond: number;
}

/** Where all processes agree on who may send when. Moments are milliseconds of real time. */
export interface PaceStore {
  /** Takes the next `count` places in the common line, `apartMs` from each other; they begin at `from`. */
  reserve(asked: {
    readonly count: number;
    readonly apartMs: number;
    readonly now: number;
  }): Promise<{ readonly from: number; readonly pausedUntil: number }>;
  /** Nobody sends anything before this. */
  pause(until: number): Promise<void>;
  /** Takes one from every bucket of an address, or none; answers with how long to wait, 0 when taken. */
  take(to: string, buckets: readonly Bucket[], now: number): Promise<number>;
  /** Nobody sends to the address before this. */
  pauseAddress(to: string, until: number): Promise<void>;
}
