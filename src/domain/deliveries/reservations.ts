import type { Means } from '../means.ts';
import type { Stores } from '../stores.ts';
import type { Turn } from './pace.ts';

type Deps = Pick<Stores, 'paces'> &
  Pick<Means, 'realClock' | 'pause'> & {
    readonly requestsPerSecond: number;
  };

/** A process asks for places about so often; its batch is what may be sent meanwhile. */
const batchMs = 400;
/** A place may be used so much later than its moment: a channel's own bucket holds a second's worth. */
const lateMs = 500;

/** This process's places in the common line, taken from the database by the batch. */
export const createReservations = ({ paces, realClock, pause, requestsPerSecond }: Deps) => {
  const apartMs = 1000 / requestsPerSecond;
  const count = Math.max(1, Math.round(batchMs / apartMs));
  let places: number[] = [];
  let pausedUntil = 0;
  let asking: Promise<void> | undefined;
  const now = (): number => realClock.now().getTime();
  const pausedMs = (): number => Math.max(0, pausedUntil - now());

  const ask = async (): Promise<void> => {
    const granted = await paces.reserve({ count, apartMs, now: now() });
    pausedUntil = granted.pausedUntil;
    if (pausedMs() === 0)
      places = Array.from({ length: count }, (_, index) => granted.from + index * apartMs);
  };

  /** The next place that is not too long ago; a clock set back makes none of them good. */
  const next = (): number | undefined => {
    const at = now();
    while (places[0] !== undefined && places[0] < at - lateMs) places.shift();
    return places.shift();
  };

  const wait = async (mostMs: number): Promise<Turn> => {
    for (let far = 0; ; ) {
      const paused = pausedMs();
      if (paused > mostMs) return { go: false, afterMs: paused };
      if (paused > 0) await pause(Math.ceil(paused));
      const place = next();
      if (place === undefined) {
        asking ??= ask().finally(() => {
          asking = undefined;
        });
        await asking;
        continue;
      }
      const waitMs = place - now();
      if (waitMs > mostMs) {
        // The line is long, or the clock was set back: asking once more tells.
        places = [];
        far += 1;
        if (far > 1) return { go: false, afterMs: waitMs };
        continue;
      }
      if (waitMs > 0) await pause(Math.ceil(waitMs));
      return { go: true };
    }
  };

  return {
    wait,
    pausedMs,
    pause: async (until: number): Promise<void> => {
      pausedUntil = Math.max(pausedUntil, until);
      places = [];
      await paces.pause(until);
    },
  };
};
