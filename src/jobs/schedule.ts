import { setTimeout as pause } from 'node:timers/promises';
import { MongoBackend } from '@agendajs/mongo-backend';
import { Agenda } from 'agenda';
import type { Log } from '../domain/kernel/log.ts';
import { problemOf } from '../domain/kernel/problem.ts';
import type { Means } from '../domain/means.ts';
import type { Stores } from '../domain/stores.ts';
import { type Loop, startLoop } from './loop.ts';
import { runTick } from './run-tick.ts';
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
 * Ticks the product's work by Agenda, on the connection that is open already; what every process does runs in a
 * loop of its own. Agenda may lose a run of a dead process or run one twice; the ticks are made for that.
 */
export const createSchedule = (options: {
  readonly database: Database;
  readonly ticks: readonly Tick[];
  readonly deps: Stores & Means;
  readonly log: Log;
}): Schedule => {
  const { database, ticks, deps, log } = options;
  const agenda = new Agenda({
    backend: new MongoBackend({ mongo: database, collection: 'jobs' }),
    processEvery: processEveryMs,
    defaultLockLifetime: lockMs,
  });
  let stopping = false;
  agenda.on('error', (error) => {
    // A look for work that was under way when the end came finds the database closed.
    if (!stopping) log.error({ problem: problemOf(error) }, 'the schedule has a problem');
  });
  const inTurn = ticks.filter(({ everywhere }) => everywhere !== true);
  for (const tick of inTurn) {
    agenda.define(tick.name, async () => void (await runTick(tick, deps, log)), {
      concurrency: 1,
      lockLimit: 1,
    });
  }
  let loops: readonly Loop[] = [];
  return {
    start: async () => {
      await agenda.start();
      for (const tick of inTurn) await agenda.every(tick.everyMs, tick.name);
      loops = ticks.filter(({ everywhere }) => everywhere === true).map((tick) => startLoop(tick, deps, log));
    },
    stop: async () => {
      stopping = true;
      const ended = Promise.all([agenda.drain(drainMs), ...loops.map((loop) => loop.stop())]);
      await Promise.race([ended, pause(drainMs, undefined, { ref: false })]);
      await agenda.stop(false);
    },
  };
};
