import { setTimeout as pause } from 'node:timers/promises';
import { teamsLimits } from '../../test/support/teams-tenant/limits.ts';
import { startChild } from './child.ts';
import { startBot } from './start-bot.ts';
import type { World } from './world.ts';

/** What the product's process needs at most while so many visits are opened and then sent, in megabytes. */
export const plannedMemory = async (visits: number): Promise<Record<string, number>> => {
  const world = await startChild<World>(new URL('./world.ts', import.meta.url), null);
  const prepared = await world.ask('prepare', { trainees: visits, trainings: 10, chatsKnown: true });
  await world.ask('limits', teamsLimits);
  const uri = prepared.nearUri;
  const bot = await startBot({
    ...prepared,
    uri,
    startedAt: Date.now(),
    byItself: true,
    requestsPerSecond: 50,
  });
  const atRestMb = await bot.ask('memoryMb', undefined);
  const planned = await world.ask('planned', 300_000);
  await pause(20_000);
  const sent = (await world.ask('outcome', undefined)).delivered;
  const plannedPeakMb = await bot.ask('peakMemoryMb', undefined);
  await bot.end();
  await world.ask('close', undefined);
  await world.end();
  return { planned, sentMeanwhile: sent, atRestMb, plannedPeakMb };
};
