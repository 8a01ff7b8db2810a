import { setTimeout as pause } from 'node:timers/promises';
import type { Log } from '../domain/kernel/log.ts';
import type { Means } from '../domain/means.ts';
import type { Stores } from '../domain/stores.ts';
import { runTick } from './run-tick.ts';
import type { Tick } from './tick.ts';

export interface Loop {
  /** Begins no new run; resolves when the one that runs has ended. */
  stop(): Promise<void>;
}

/**
 * Runs a tick in this process again and again: at once while there is something to do, else after its pause. So
 * any number of processes share the work, each taking what it can carry.
 */
export const startLoop = (tick: Tick, deps: Stores & Means, log: Log): Loop => {
  const ending = new AbortController();
  const ended = (async () => {
    while (!ending.signal.aborted) {
      const done = await runTick(tick, deps, log);
      if (done === 0) await pause(tick.everyMs, undefined, { signal: ending.signal }).catch(() => undefined);
    }
  })();
  return {
    stop: async () => {
      ending.abort();
      await ended;
    },
  };
};
