import type { Log } from '../domain/kernel/log.ts';
import { problemOf } from '../domain/kernel/problem.ts';
import type { Means } from '../domain/means.ts';
import type { Stores } from '../domain/stores.ts';
import type { Tick } from './tick.ts';

/** Runs a tick once; a failure is logged and counts as nothing done, for it will run again. */
export const runTick = async (tick: Tick, deps: Stores & Means, log: Log): Promise<number> => {
  const begun = performance.now();
  try {
    const done = await tick.run(deps);
    if (done > 0) log.info({ tick: tick.name, done }, 'tick');
    return done;
  } catch (error) {
    log.error({ tick: tick.name, problem: problemOf(error) }, 'a tick failed and will be repeated');
    return 0;
  } finally {
    deps.metrics?.time('tick', tick.name, performance.now() - begun);
  }
};
