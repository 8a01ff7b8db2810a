import type { Means } from '../means.ts';
import type { Stores } from '../stores.ts';
import { noPace, type Pace, type Turn } from './pace.ts';
import type { Bucket } from './pace-store.ts';
import { createReservations } from './reservations.ts';
import { createThrottleWatch } from './throttle-watch.ts';

interface Limits {
  /** Requests a second to all together; 0 is no limit at all. */
  readonly requestsPerSecond: number;
  /** What one address can take. */
  readonly perAddress: readonly Bucket[];
}

/** A turn further away is not waited for: the delivery comes back later, and its lease stays good. */
const longestWaitMs = 5_000;
/** A process remembers that it wrote to so many addresses; the oldest are forgotten first. */
const mostRemembered = 20_000;
const hourMs = 3_600_000;

/**
 * The limits, shared through the database without asking it for each message: a process takes places in the
 * common line by the batch, and an address is only looked up when this process wrote to it within the hour
 * before – so that a campaign, which writes to everybody once, costs nothing.
 */
export const keepPace = (
  deps: Pick<Stores, 'paces'> & Pick<Means, 'realClock' | 'random' | 'pause'>,
  { requestsPerSecond, perAddress }: Limits,
): Pace => {
  if (requestsPerSecond <= 0) return noPace;
  const { paces, realClock } = deps;
  const reservations = createReservations({ ...deps, requestsPerSecond });
  const watch = createThrottleWatch();
  const lastWrite = new Map<string, number>();
  const now = (): number => realClock.now().getTime();

  const addressWait = async (to: string): Promise<number> => {
    const before = lastWrite.get(to);
    const at = now();
    lastWrite.delete(to);
    lastWrite.set(to, at);
    if (lastWrite.size > mostRemembered) {
      const [oldest] = lastWrite.keys();
      if (oldest !== undefined) lastWrite.delete(oldest);
    }
    if (before === undefined || Math.abs(at - before) > hourMs) return 0;
    return paces.take(to, perAddress, at);
  };

  const waitForAddress = async (to: string): Promise<Turn> => {
    for (let waited = 0; ; ) {
      const waitMs = await addressWait(to);
      if (waitMs <= 0) return { go: true };
      if (waited + waitMs > longestWaitMs) return { go: false, afterMs: waitMs };
      await deps.pause(waitMs);
      waited += waitMs;
    }
  };

  return {
    perSecond: requestsPerSecond,
    pausedMs: () => reservations.pausedMs(),
    turn: async (to) => {
      if (to !== undefined) {
        const own = await waitForAddress(to);
        if (!own.go) return own;
      }
      return reservations.wait(longestWaitMs);
    },
    passed: () => watch.passed(now()),
    throttled: async (to, afterMs) => {
      const at = now();
      const forMs = Math.min(afterMs ?? 1000 * (1 + deps.random()), hourMs);
      lastWrite.set(to, at);
      await paces.pauseAddress(to, at + forMs);
      if (watch.concernsAll(to, at)) await reservations.pause(at + forMs);
    },
  };
};
