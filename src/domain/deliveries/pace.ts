/** Whether a request may leave now; if not, how long it should not be asked for (milliseconds). */
export type Turn = { readonly go: true } | { readonly go: false; readonly afterMs: number };

/** Keeps a channel's limits, together with every other process on the database. `to`: how the channel calls whom it writes to. */
export interface Pace {
  /** Waits for a turn of the channel and of this address; resolves late rather than saying no, up to a few seconds. */
  turn(to: string | undefined): Promise<Turn>;
  /** The channel asked for less to this address: it waits; only when nearly all are told so does the channel wait. */
  throttled(to: string, afterMs: number | undefined): Promise<void>;
  /** The channel took a request, or refused it for another reason. */
  passed(): void;
  /** Milliseconds for which nothing at all may be sent. */
  pausedMs(): number;
  /** How many requests a second there may be; infinite without a limit. */
  readonly perSecond: number;
}

/** Without limits: for measuring, and where another process keeps them. */
export const noPace: Pace = {
  turn: async () => ({ go: true }),
  throttled: async () => undefined,
  passed: () => undefined,
  pausedMs: () => 0,
  perSecond: Number.POSITIVE_INFINITY,
};
