import type { Bot } from '../delivery/bot.ts';
import type { Child } from '../delivery/child.ts';
import type { Bare } from './bare.ts';
import { checkCards, checkPages } from './check.ts';
import { middleOf } from './figures.ts';
import { createLoad } from './load.ts';
import type { Submission } from './questionnaires.ts';

/** Side by side, as browsers and phones send them. */
export const crowds = [16, 32, 64];
export const turns = 3;

interface Round {
  readonly atATime: number;
  readonly pages: number;
  /** A second. */
  readonly own: number;
  readonly bare: number;
  /** Of each bot's process, for all pages. */
  readonly ownCpuMs: number;
  readonly bareCpuMs: number;
}

/** The same pages to the product and to the bare bot in turn, by crowds of several sizes; each answer is checked. */
export const compare = async (
  bot: Child<Bot>,
  bare: Child<Bare>,
  asked: {
    readonly token: string;
    readonly warming: readonly Submission[];
    readonly rounds: readonly (readonly Submission[])[];
  },
): Promise<Record<string, number>> => {
  const toProduct = createLoad(await bot.ask('url', undefined), asked.token);
  const toBare = createLoad(await bare.ask('url', undefined), asked.token);
  const both = async (pages: readonly Submission[], atATime: number): Promise<Round> => {
    const bodies = pages.map(({ body }) => body);
    const cpuBefore = await bot.ask('cpuMs', undefined);
    const own = await toProduct.crowd(bodies, atATime);
    const ownCpuMs = (await bot.ask('cpuMs', undefined)) - cpuBefore;
    const bareBefore = await bare.ask('cpuMs', undefined);
    const other = await toBare.crowd(bodies, atATime);
    const bareCpuMs = (await bare.ask('cpuMs', undefined)) - bareBefore;
    checkPages(pages, own);
    checkCards(other);
    const perSecond = (ms: number): number => (bodies.length / ms) * 1000;
    return {
      atATime,
      pages: pages.length,
      own: perSecond(own.tookMs),
      bare: perSecond(other.tookMs),
      ownCpuMs,
      bareCpuMs,
    };
  };
  await both(asked.warming, 32);
  const rounds: Round[] = [];
  for (const [index, pages] of asked.rounds.entries()) {
    rounds.push(await both(pages, crowds[index % crowds.length] ?? 1));
  }
  return figuresOf(rounds);
};

/** What the largest crowd gets, and the ratios of all; each the middle one of rounds right after each other. */
const figuresOf = (rounds: readonly Round[]): Record<string, number> => {
  const of = (crowd: number, figure: (round: Round) => number): number =>
    middleOf(rounds.filter(({ atATime }) => atATime === crowd).map(figure));
  const largest = Math.max(...crowds);
  return {
    submissionsPerSecond: of(largest, ({ own }) => own),
    barePerSecond: of(largest, ({ bare }) => bare),
    ratio: of(largest, ({ own, bare }) => own / bare),
    ...Object.fromEntries(
      crowds.map((crowd) => [`ratioOf${crowd}AtATime`, of(crowd, ({ own, bare }) => own / bare)]),
    ),
    cpuMsEach: of(largest, ({ ownCpuMs, pages }) => ownCpuMs / pages),
    bareCpuMsEach: of(largest, ({ bareCpuMs, pages }) => bareCpuMs / pages),
  };
};
