import { startChild } from './delivery/child.ts';
import { startBot } from './delivery/start-bot.ts';
import type { Bare } from './inbound/bare.ts';
import { compare, crowds, turns } from './inbound/compare.ts';
import { duringCampaign } from './inbound/during-campaign.ts';
import type { Submission } from './inbound/questionnaires.ts';
import type { World } from './inbound/world.ts';

/** Of the short training's first questionnaire. */
const pagesEach = 4;
/** People who answer before anything is measured, and while the campaign runs. */
const warming = 200;
const later = 1500;
/** Milliseconds after which the second training's round opens, by the product's clock. */
const campaignAfterMs = 30 * 60_000;

const inPageOrder = (people: readonly (readonly Submission[])[]): Submission[] =>
  (people[0] ?? []).flatMap((_, page) => people.flatMap((pages) => pages[page] ?? []));

/**
 * `npm run bench -- inbound [submissions]`: pages submitted per second through HTTP, authentication, validation and
 * the database, beside a bare bot of the same SDKs that verifies the token and does one insert; then how long a page
 * takes at half the product's load while a campaign runs. Teams and the database are one process, each bot another.
 */
export const run = async (): Promise<Record<string, number>> => {
  const submissions = Number(process.argv[3] ?? 5400);
  const rounds = crowds.length * turns;
  // Enough that nobody's next page is on its way before the last is answered.
  const inARound = Math.max(2 * Math.max(...crowds), Math.ceil(submissions / rounds / pagesEach));
  const people = 1 + warming + inARound * rounds + later;
  const world = await startChild<World>(new URL('./inbound/world.ts', import.meta.url), null);
  const prepared = await world.ask('prepare', {
    trainees: 2 * people,
    trainings: 2,
    chatsKnown: true,
    secondAfterMs: campaignAfterMs,
  });
  const argument = { ...prepared, startedAt: Date.now(), byItself: false, requestsPerSecond: 0 };
  const bot = await startBot(argument);
  await bot.ask('open', undefined);
  await bot.ask('ticks', undefined);
  await world.ask('connect', await bot.ask('url', undefined));
  const { questionnaires, card, token } = await world.ask('questionnaires', undefined);
  if (questionnaires.length < people - 1) throw new Error('not everybody was invited');
  const take = (count: number): Submission[] => inPageOrder(questionnaires.splice(0, count));

  const bare = await startChild<Bare>(new URL('./inbound/bare.ts', import.meta.url), { ...argument, card });
  const before = await world.ask('stored', undefined);
  const asked = {
    token,
    warming: take(warming),
    rounds: Array.from({ length: rounds }, () => take(inARound)),
  };
  const figures = await compare(bot, bare, asked);
  const after = await world.ask('stored', undefined);
  const handedIn = warming + inARound * rounds;
  const pages = handedIn * pagesEach;
  if (after.pages - before.pages !== pages) throw new Error('a page is not stored');
  if (after.complete - before.complete !== handedIn) throw new Error('a questionnaire is not complete');
  if (after.answered - before.answered !== handedIn) throw new Error('the ledger lags behind the answers');
  if (after.bare !== pages) throw new Error('the bare bot lost a page');
  await bare.end();
  await bot.end();

  const campaign = await duringCampaign(world, {
    argument: { ...argument, startedAt: Date.now() - campaignAfterMs - 60_000 },
    token,
    pages: inPageOrder(questionnaires),
    perSecond: (figures.submissionsPerSecond ?? 0) / 2,
  });
  await world.ask('close', undefined);
  await world.end();
  return { submissions: inARound * rounds * pagesEach, ...figures, ...campaign };
};
