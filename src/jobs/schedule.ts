import { MongoBackend } from '@agendajs/mongo-backend';
import { Agenda } from 'agenda';
import type { FollowUpDeps } from '../domain/follow-up-deps.ts';
import type { Log } from '../domain/kernel/log.ts';
import { problemOf } from '../domain/kernel/problem.ts';
import type { Tick } from './tick.ts';

type Database = Extract<ConstructorParameters<typeof MongoBackend>[0], { mongo: unknown }>['mongo'];

export interface Schedule {
  start(): Promise<void>;
  /** Takes no new work, lets what runs finish, and gives up its locks. */
  stop(): Promise<void>;
}

/** How often Agenda looks for due jobs. */
const processEveryMs = 1000;
/** A run that died is taken up again after this; no tick works longer than half of it. */
const lockMs = 60_000;
const drainMs = 8_000;

/**
 * Ticks the product's work by Agenda, on the connection that is open already. Agenda may lose a run of a dead
 * process or run one twice; the ticks are made for that.
 */
export const createSchedule = (options: {
  readonly database: Database;
  readonly ticks: readonly Tick[];
  readonly deps: FollowUpDeps;
  readonly log: Log;
}): Schedule => {
  const { database, ticks, deps, log } = options;
  const agenda = new Agenda({
    backend: new MongoBackend({ mongo: database, collection: 'jobs' }),
    processEvery: processEveryMs,
    defaultLockLifetime: lockMs,
  });
  agenda.on('error', (error) => log.error({ problem: problemOf(error) }, 'the schedule has a problem'));
  for (const tick of ticks) {
    agenda.define(
      tick.name,
      async () => {
        try {
          const done = await tick.run(deps);
          if (done > 0) log.info({ tick: tick.name, done }, 'tick');
        } catch (error) {
          log.error({ tick: tick.name, problem: problemOf(error) }, 'a tick failed and will be repeated');
        }
      },
      { concurrency: 1, lockLimit: 1 },
    );
  }
  return {
    start: async () => {
      await agenda.start();
      for (const tick of ticks) await agenda.every(tick.everyMs, tick.name);
    },
    stop: async () => {
      await agenda.drain(drainMs);
      await agenda.stop(false);
    },
  };
};
