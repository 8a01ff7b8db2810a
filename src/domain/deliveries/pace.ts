/** Whether a request to Teams may leave now; if not, how long it should not be asked for (milliseconds). */
export type Turn = { readonly go: true } | { readonly go: false; readonly afterMs: number };

/** Keeps Teams' limits (TEAMS.md §1.1), together with every other process on the database. */
export interface Pace {
  /** Waits for a turn of the tenant and of this conversation; resolves late rather than saying no, up to a few seconds. */
  turn(conversation: string | undefined): Promise<Turn>;
  /** Teams said 429 about this conversation: it waits; only when nearly all are told so does the tenant wait. */
  throttled(conversation: string, afterMs: number | undefined): Promise<void>;
  /** Teams took a request, or said something else than 429. */
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
