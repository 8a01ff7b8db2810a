import { describe, expect, it } from 'vitest';
import { compareDimension, compareSatisfaction } from '../../../src/domain/analysis/compare-figures.ts';
import { type AskedCell, figuresOf } from '../../../src/domain/analysis/figures.ts';
import { type Roll, rollOf } from '../../../src/domain/analysis/roll.ts';
import type { Tally } from '../../../src/domain/analysis/tally.ts';
import { chance } from '../../support/chance.ts';
import { questionnaires } from '../../support/questionnaires.ts';

/** Said without any change, "better" and "worse" together may not come oftener than this. */
const most = 0.065;
const runs = 4000;
/** The standard error of a rate of 5 % in so many runs: 0.34 %, so that 6.5 % is four of them away. */
const doubt = Math.sqrt((0.05 * 0.95) / runs);

/** How many of a hundred say 1, 2, 3, 4, 5. */
const scales = {
  usual: [3, 7, 20, 40, 30],
  middling: [10, 20, 30, 25, 15],
  delighted: [1, 2, 7, 20, 70],
  divided: [30, 10, 10, 10, 40],
} as const;
const sizes = [
  [10, 10],
  [10, 40],
  [10, 200],
  [20, 20],
  [40, 40],
  [100, 100],
  [200, 200],
  [20, 200],
] as const;

/** How often each person is asked, and how alike one person's answers are (intra-class correlation). */
interface Habit {
  readonly name: string;
  readonly times: (person: number) => number;
  readonly alike: number;
}
const habits: readonly Habit[] = [
  ...[0.6, 0.9, 1].flatMap((alike) =>
    [1, 2, 3, 6].map((times) => ({ name: `${times}×, ${alike} alike`, times: () => times, alike })),
  ),
  // Some in one round, some in six: n is people, and yet fewer than that.
  { name: '1× or 6×, 1 alike', times: (person) => (person % 2 === 0 ? 1 : 6), alike: 1 },
];

/** One period's rounds as they are frozen: every round with the people in it who are asked so often. */
const play = (
  people: number,
  { times, alike }: Habit,
  probabilities: readonly number[],
  random: ReturnType<typeof chance>,
): AskedCell[] => {
  const bounds = random.bounds(probabilities);
  const person = Array.from({ length: people }, (_, index) => ({
    self: random.normal(),
    times: times(index),
  }));
  const rounds = Math.max(...person.map((one) => one.times));
  return Array.from({ length: rounds }, (_, round) => {
    const there = person.flatMap((one, index) => (one.times > round ? [{ ...one, index }] : []));
    const said = there.map(({ self }) => {
      const mood = Math.sqrt(alike) * self + Math.sqrt(1 - alike) * random.normal();
      return 1 + bounds.filter((bound) => mood > bound).length;
    });
    return cellOf(said, rollOf(there.map(({ index }) => index)));
  });
};

const cellOf = (said: readonly number[], roll: Roll): AskedCell => {
  const histogram: Record<string, number> = {};
  for (const one of said) histogram[one] = (histogram[one] ?? 0) + 1;
  const tally: Tally = {
    n: said.length,
    sum: said.reduce((sum, one) => sum + one, 0),
    sumOfSquares: said.reduce((sum, one) => sum + one ** 2, 0),
    histogram,
  };
  return { questionnaire: 't1.1', items: { 'd5-overall': tally, 'd1-depth': tally }, roll };
};

const verdicts = (before: readonly AskedCell[], now: readonly AskedCell[]) => {
  const [then, late] = [figuresOf(before, questionnaires), figuresOf(now, questionnaires)];
  const content = (figures: typeof then) => figures.dimensions.find(({ dimension }) => dimension === 'D1');
  return {
    share: compareSatisfaction(then.satisfaction, late.satisfaction)?.verdict,
    mean: compareDimension(content(then), content(late))?.verdict,
  };
};

/** How often a change is told of two periods, the second of people who answer `after`. */
const rates = (
  [before, now]: readonly [number, number],
  habit: Habit,
  asked: readonly number[],
  after: readonly number[],
  random: ReturnType<typeof chance>,
  often = runs,
): { readonly share: number; readonly mean: number } => {
  const told = { share: 0, mean: 0 };
  for (let run = 0; run < often; run += 1) {
    const { share, mean } = verdicts(play(before, habit, asked, random), play(now, habit, after, random));
    if (share !== 'no-clear-change') told.share += 1;
    if (mean !== 'no-clear-change') told.mean += 1;
  }
  return { share: told.share / often, mean: told.mean / often };
};

const percent = (rate: number): string => `${(100 * rate).toFixed(1)} %`.padStart(7);

/** The same scale with its mean 0.3 higher: so many of each point move one up. */
const raised = (scale: readonly number[]): number[] => {
  const movable = scale.slice(0, 4).reduce((sum, one) => sum + one, 0);
  const part = 30 / movable;
  return scale.map((one, at) => one * (at < 4 ? 1 - part : 1) + (at > 0 ? (scale[at - 1] ?? 0) * part : 0));
};

describe('"better" and "worse"', () => {
  const rows: string[] = [];
  it.each(Object.entries(scales).map(([name, scale]) => ({ name, scale })))(
    'are said of the same as before in 6.5 of 100 cases at most, however often people are asked and however alike ($name)',
    ({ name, scale }) => {
      const random = chance(20_261_127);
      for (const size of sizes) {
        for (const habit of habits) {
          const said = rates(size, habit, scale, scale, random);
          rows.push(
            `${name.padEnd(10)} ${size.join(' | ').padEnd(10)} ${habit.name.padEnd(18)} share ${percent(said.share)}  mean ${percent(said.mean)}`,
          );
          expect(Math.max(said.share, said.mean), rows.at(-1)).toBeLessThanOrEqual(most);
        }
      }
      console.log(
        `No change, ${runs} runs each (standard error ${percent(doubt).trim()}):\n${rows.splice(0).join('\n')}`,
      );
    },
  );

  it('are said of a real change of 0.3 points the oftener the more people there are', () => {
    const random = chance(3);
    for (const habit of habits) {
      const found = [10, 40, 100, 200].map(
        (n) => [n, rates([n, n], habit, scales.usual, raised(scales.usual), random, 1000)] as const,
      );
      console.log(
        `Change of 0.3 (usual), ${habit.name.padEnd(18)} ${found.map(([n, { share, mean }]) => `${n} people: share ${percent(share)} mean ${percent(mean)}`).join(' · ')}`,
      );
      const means = found.map(([, { mean }]) => mean);
      expect(means.at(-1)).toBeGreaterThan(means[0] ?? 1);
    }
  });
});
