import type { Bare } from './bare.ts';
import { startChild } from './child.ts';
import { startBot } from './start-bot.ts';
import type { World } from './world.ts';

/** Both are given this part of their messages to get warm. */
const warmShare = 0.25;

/**
 * Messages per second without limits, beside a bare loop of the same SDK that sends the same card to the same
 * tenant in the same run, one message after the other and many at a time. Teams and the database are one process,
 * the sender another, for both; the first quarter of the messages is not counted, for both.
 */
export const throughput = async (trainees: number): Promise<Record<string, number>> => {
  const world = await startChild<World>(new URL('./world.ts', import.meta.url), null);
  const prepared = await world.ask('prepare', { trainees, trainings: 4, chatsKnown: true });
  const uri = prepared.nearUri;
  const argument = { ...prepared, uri, startedAt: Date.now(), byItself: false, requestsPerSecond: 0 };
  const bot = await startBot(argument);
  await bot.ask('open', undefined);
  await bot.ask('ticks', undefined);
  const own = await world.ask('rateAfter', Math.round(trainees * warmShare));
  const seen = await world.ask('outcome', undefined);
  await bot.end();

  const bare = await startChild<Bare>(new URL('./bare.ts', import.meta.url), argument);
  const card = (await world.ask('card', undefined)) as object;
  const conversations = await world.ask('conversations', undefined);
  const rates: number[] = [];
  for (const atATime of [1, 8, 32]) {
    const before = await world.ask('messages', undefined);
    await bare.ask('send', { card, conversations, atATime });
    rates.push(await world.ask('rateAfter', before + Math.round(trainees * warmShare)));
  }
  await bare.end();
  await world.ask('close', undefined);
  await world.end();
  const [one = 0, eight = 0, many = 0] = rates;
  return {
    delivered: seen.delivered,
    lost: seen.lost,
    doubled: seen.doubled,
    perSecond: own,
    bareOneAtATime: one,
    bareEightAtATime: eight,
    bareThirtyTwoAtATime: many,
    ratioToOneAtATime: own / one,
    ratioToTheFastest: own / Math.max(one, eight, many),
  };
};
