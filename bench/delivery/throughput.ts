import type { Bare } from './bare.ts';
import type { Bot } from './bot.ts';
import { startChild } from './child.ts';
import type { World } from './world.ts';

/**
 * Messages per second without limits, beside a bare loop of the same SDK that sends the same card to the same
 * tenant in the same run. Teams and the database are one process, the sender another, for both.
 */
export const throughput = async (trainees: number): Promise<Record<string, number>> => {
  const world = await startChild<World>(new URL('./world.ts', import.meta.url), null);
  const prepared = await world.ask('prepare', { trainees, trainings: 4, chatsKnown: true });
  const argument = { ...prepared, startedAt: Date.now(), byItself: false, requestsPerSecond: 0 };
  const bot = await startChild<Bot>(new URL('./bot.ts', import.meta.url), argument);
  await bot.ask('open', undefined);
  const ownMs = await bot.ask('ticks', undefined);
  const seen = await world.ask('outcome', undefined);
  const memoryMb = await bot.ask('memoryMb', undefined);
  await bot.end();

  const bare = await startChild<Bare>(new URL('./bare.ts', import.meta.url), argument);
  const card = (await world.ask('card', undefined)) as object;
  const conversations = await world.ask('conversations', undefined);
  const rates: number[] = [];
  for (const atATime of [1, 8, 32]) {
    const ms = await bare.ask('send', { card, conversations: conversations.slice(0, 2000), atATime });
    rates.push((Math.min(2000, trainees) / ms) * 1000);
  }
  await bare.end();
  await world.ask('close', undefined);
  await world.end();
  const own = (trainees / ownMs) * 1000;
  const [one = 0, eight = 0, many = 0] = rates;
  return {
    delivered: seen.delivered,
    lost: seen.lost,
    doubled: seen.doubled,
    perSecond: own,
    bareOneAtATime: one,
    bareEightAtATime: eight,
    bareThirtyTwoAtATime: many,
    ratio: own / Math.max(one, eight, many),
    memoryMb,
  };
};
