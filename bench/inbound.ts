import type { Bot } from './delivery/bot.ts';
import { startChild } from './delivery/child.ts';
import type { Bare } from './inbound/bare.ts';
import { checkCards, checkPages } from './inbound/check.ts';
import { duringCampaign } from './inbound/during-campaign.ts';
import { middleOf } from './inbound/figures.ts';
import { createLoad } from './inbound/load.ts';
import type { Submission } from './inbound/questionnaires.ts';
import type { World } from './inbound/world.ts';

/** Side by side, as browsers and phones send them. */
const crowds = [16, 32, 64];
const turns = 3;
/** Of the short training's first questionnaire. */
const pagesEach = 4;
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
  const world = await startChild<World>(new URL('./inbound/world.ts', import.meta.url), null);
  const perRound = Math.ceil(submissions / (crowds.length * turns) / pagesEach);
  const answering = perRound * crowds.length * turns;
  const warming = 200;
  const later = 700;
  const people = answering + warming + later + 1;
  const prepared = await world.ask('prepare', {
    trainees: 2 * people,
    trainings: 2,
    chatsKnown: true,
    secondAfterMs: campaignAfterMs,
  });
  const argument = { ...prepared, startedAt: Date.now(), byItself: false, requestsPerSecond: 0 };
  const bot = await startChild<Bot>(new URL('./delivery/bot.ts', import.meta.url), argument);
  await bot.ask('open', undefined);
  await bot.ask('ticks', undefined);
  const botUrl = await bot.ask('url', undefined);
  await world.ask('connect', botUrl);
  const { questionnaires, card, token } = await world.ask('questionnaires', undefined);
  if (questionnaires.length < people - 1) throw new Error('not everybody was invited');
  const take = (count: number): Submission[] => inPageOrder(questionnaires.splice(0, count));
  const before = await world.ask('stored', undefined);

  const bare = await startChild<Bare>(new URL('./inbound/bare.ts', import.meta.url), { ...argument, card });
  const toProduct = createLoad(botUrl, token);
  const toBare = createLoad(await bare.ask('url', undefined), token);
  const pages: Submission[] = [];
  const both = async (people: number, atATime: number): Promise<{ own: number; bare: number }> => {
    const asked = take(people);
    const bodies = asked.map(({ body }) => body);
    const own = await toProduct.crowd(bodies, atATime);
    const other = await toBare.crowd(bodies, atATime);
    checkPages(asked, own);
    checkCards(other);
    pages.push(...asked);
    return { own: (bodies.length / own.tookMs) * 1000, bare: (bodies.length / other.tookMs) * 1000 };
  };
  await both(warming, 32);
  const rates: { own: number; bare: number; atATime: number }[] = [];
  for (let turn = 0; turn < turns; turn += 1) {
    for (const atATime of crowds) rates.push({ ...(await both(perRound, atATime)), atATime });
  }
  const stored = await world.ask('stored', undefined);
  const handedIn = pages.filter(({ next }) => next === undefined).length;
  if (stored.pages - before.pages !== pages.length) throw new Error('a page is not stored');
  if (stored.complete - before.complete !== handedIn) throw new Error('a questionnaire is not complete');
  if (stored.answered - before.answered !== handedIn) throw new Error('the ledger lags behind the answers');
  if (stored.bare !== pages.length) throw new Error('the bare bot lost a page');
  await bare.end();
  await bot.end();

  const ratioAt = (crowd: number): number =>
    middleOf(rates.filter(({ atATime }) => atATime === crowd).map(({ own, bare }) => own / bare));
  const submissionsPerSecond = middleOf(rates.map(({ own }) => own));
  const campaign = await duringCampaign(world, {
    argument: { ...argument, startedAt: Date.now() - campaignAfterMs - 60_000 },
    token,
    pages: inPageOrder(questionnaires),
    perSecond: submissionsPerSecond / 2,
  });
  await world.ask('close', undefined);
  await world.end();
  return {
    submissions: answering * pagesEach,
    submissionsPerSecond,
    barePerSecond: middleOf(rates.map(({ bare }) => bare)),
    ratio: middleOf(rates.map(({ own, bare }) => own / bare)),
    ...Object.fromEntries(crowds.map((crowd) => [`ratioOf${crowd}AtATime`, ratioAt(crowd)])),
    ...campaign,
  };
};
