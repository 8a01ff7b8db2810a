import { setTimeout as pause } from 'node:timers/promises';
import type { BotArgument } from '../delivery/bot.ts';
import type { Child } from '../delivery/child.ts';
import { startBot } from '../delivery/start-bot.ts';
import { checkPages } from './check.ts';
import { shareOf } from './figures.ts';
import { createLoad } from './load.ts';
import type { Submission } from './questionnaires.ts';
import type { World } from './world.ts';

const measuredSeconds = 15;
const messagesPerSecond = 50;
/** The process is a new one: its code is slow at first. */
const warmingPages = 1500;

/** Pages submitted at a steady pace while the product, by its own ticks, delivers the other training's invitations. */
export const duringCampaign = async (
  world: Child<World>,
  asked: {
    readonly argument: BotArgument;
    readonly token: string;
    readonly pages: readonly Submission[];
    readonly perSecond: number;
  },
): Promise<Record<string, number>> => {
  const { token, perSecond } = asked;
  const argument = { ...asked.argument, byItself: true, requestsPerSecond: messagesPerSecond };
  const before = await world.ask('messages', undefined);
  const bot = await startBot(argument);
  const load = createLoad(await bot.ask('url', undefined), token);
  for (let tries = 0; ; tries += 1) {
    if ((await world.ask('messages', undefined)).arrived > before.arrived + messagesPerSecond) break;
    if (tries > 300) throw new Error('the campaign does not begin');
    await pause(100);
  }
  const warming = asked.pages.slice(0, warmingPages);
  checkPages(
    warming,
    await load.crowd(
      warming.map(({ body }) => body),
      32,
    ),
  );
  const stored = await world.ask('stored', undefined);
  const begun = await world.ask('messages', undefined);
  const pages = asked.pages.slice(warmingPages).slice(0, Math.floor(perSecond * measuredSeconds));
  const bodies = pages.map(({ body }) => body);
  const answered = await load.pace(bodies, perSecond);
  const ended = await world.ask('messages', undefined);
  checkPages(pages, answered);
  const now = await world.ask('stored', undefined);
  if (now.pages - stored.pages !== pages.length) throw new Error('a page is not stored');
  if (ended.waiting === 0) throw new Error('the campaign ended before the measuring did');
  await bot.end();
  const times = answered.answers.map(({ ms }) => ms);
  return {
    halfLoadPerSecond: (pages.length / answered.tookMs) * 1000,
    campaignPerSecond: ((ended.arrived - begun.arrived) / answered.tookMs) * 1000,
    p50Ms: shareOf(times, 0.5),
    p99Ms: shareOf(times, 0.99),
  };
};
