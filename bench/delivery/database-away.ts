import { setTimeout as pause } from 'node:timers/promises';
import { teamsLimits } from '../../test/support/teams-tenant/limits.ts';
import { startChild } from './child.ts';
import { startBot } from './start-bot.ts';
import type { World } from './world.ts';

/** The database goes away in the middle of a campaign; people press meanwhile, and again when it is back. */
export const databaseAway = async (trainees: number, awayMs: number): Promise<Record<string, number>> => {
  const world = await startChild<World>(new URL('./world.ts', import.meta.url), null);
  const prepared = await world.ask('prepare', { trainees, trainings: 4, chatsKnown: true });
  await world.ask('limits', teamsLimits);
  const bot = await startBot({
    ...prepared,
    startedAt: Date.now(),
    byItself: true,
    requestsPerSecond: 50,
  });
  await world.ask('connect', await bot.ask('url', undefined));
  await pause((trainees / 50 / 2) * 1000);
  await world.ask('database', 'away');
  const gone = Date.now();
  await pause(Math.min(3000, awayMs / 2));
  const pressedMeanwhile = await world.ask('press', 5);
  await pause(Math.max(0, awayMs - (Date.now() - gone)));
  await world.ask('database', 'back');
  await world.ask('wait', 180_000);
  await world.ask('settled', 120_000);
  const pressedAfter = await world.ask('press', 5);
  await bot.end();
  const seen = await world.ask('outcome', undefined);
  await world.ask('close', undefined);
  await world.end();
  return {
    trainees,
    awaySeconds: awayMs / 1000,
    lost: seen.lost,
    doubled: seen.doubled,
    toldToTryAgain: pressedMeanwhile.toldToTryAgain,
    answeredAfter: pressedAfter.answered,
  };
};
