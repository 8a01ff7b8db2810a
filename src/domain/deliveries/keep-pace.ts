import type { Clock } from '../kernel/clock.ts';
import { conversationBuckets } from './conversation-buckets.ts';
import { noPace, type Pace, type Turn } from './pace.ts';
import type { PaceStore } from './pace-store.ts';
import { createReservations } from './reservations.ts';
import { createThrottleWatch } from './throttle-watch.ts';

export interface PaceDeps {
  readonly store: PaceStore;
  readonly realClock: Clock;
  readonly random: () => number;
  readonly pause: (ms: number) => Promise<void>;
  /** Requests a second of the whole tenant; 0 is no limit at all. */
  readonly requestsPerSecond: number;
}

/** A turn further away is not waited for: the delivery comes back later, and its lease stays good. */
const longestWaitMs = 5_000;
/** A process remembers that it wrote to so many conversations; the oldest are forgotten first. */
const mostRemembered = 20_000;
const hourMs = 3_600_000;

/**
 * The limits, shared through the database without asking it for each message: a process takes places in the
 * tenant's line by the batch, and a conversation is only looked up when this process wrote to it within the hour
 * before – so that a campaign, which writes to everybody once, costs nothing.
 */
export const keepPace = (deps: PaceDeps): Pace => {
  if (deps.requestsPerSecond <= 0) return noPace;
  const { store, realClock } = deps;
  const reservations = createReservations(deps);
  const watch = createThrottleWatch();
  const lastWrite = new Map<string, number>();
  const now = (): number => realClock.now().getTime();

  const conversationWait = async (conversation: string): Promise<number> => {
    const before = lastWrite.get(conversation);
    const at = now();
    lastWrite.delete(conversation);
    lastWrite.set(conversation, at);
    if (lastWrite.size > mostRemembered) {
      const [oldest] = lastWrite.keys();
      if (oldest !== undefined) lastWrite.delete(oldest);
    }
    if (before === undefined || Math.abs(at - before) > hourMs) return 0;
    return store.take(conversation, conversationBuckets, at);
  };

  const waitForConversation = async (conversation: string): Promise<Turn> => {
    for (let waited = 0; ; ) {
      const waitMs = await conversationWait(conversation);
      if (waitMs <= 0) return { go: true };
      if (waited + waitMs > longestWaitMs) return { go: false, afterMs: waitMs };
      await deps.pause(waitMs);
      waited += waitMs;
    }
  };

  return {
    perSecond: deps.requestsPerSecond,
    pausedMs: () => reservations.pausedMs(),
    turn: async (conversation) => {
      if (conversation !== undefined) {
        const own = await waitForConversation(conversation);
        if (!own.go) return own;
      }
      return reservations.wait(longestWaitMs);
    },
    passed: () => watch.passed(now()),
    throttled: async (conversation, afterMs) => {
      const at = now();
      const forMs = Math.min(afterMs ?? 1000 * (1 + deps.random()), hourMs);
      lastWrite.set(conversation, at);
      await store.pauseConversation(conversation, at + forMs);
      if (watch.concernsTenant(conversation, at)) await reservations.pause(at + forMs);
    },
  };
};
