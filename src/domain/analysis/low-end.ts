import type { Item, Option } from '../questionnaires/questionnaire.ts';
import type { Tally } from './tally.ts';
import { isStopped, type StoppedRecommendation, type StoppedScores, type Told } from './told.ts';

/** From so many answers on, two people may put theirs together (DESIGN, decision 10). */
const twoFrom = 10;

/** How many people who know each other's answers are reckoned with among so many. */
export const insidersAmong = (n: number): number => (n < twoFrom ? 1 : 2);

/** How a question's answers count: the lowest, the lowest that is no bad judgement, and the highest. */
export interface Scale {
  readonly worst: number;
  readonly fair: number;
  readonly best: number;
}

/** Of a number of times, none is bad; of a share, less than half is. */
export const scaleOf = (item: Item): Scale | undefined => {
  if (item.type === 'rating') return { worst: 1, fair: 4, best: 5 };
  // Of a two-sided scale only the middle is no bad judgement; it scores 5.
  if (item.type === 'two-sided') return { worst: 1, fair: 5, best: 5 };
  if (item.type !== 'number' || item.meaning === 'recommendation') return undefined;
  const { min: worst, max: best, step } = item;
  return { worst, best, fair: item.meaning === 'count' ? worst + step : (worst + best) / 2 };
};

/**
 * The lowest that is told of so many answers. Insiders who answered as well as can be take their answers away; at the
 * stop just one of the others may still be satisfied, so it is certain of nobody that they are not.
 */
export const stopsOf = (
  { worst, fair, best }: Scale,
  n: number,
  insiders: number,
): { readonly satisfied: number; readonly sum: number } => ({
  satisfied: insiders + 1,
  sum: insiders * best + fair + (n - insiders - 1) * worst,
});

/**
 * Nobody is known to have judged badly: what may be told of these answers, so that whoever knows it, and the answers of
 * so many insiders, is certain of nobody else that they answered 1–3, would not recommend (0–6), or chose what nearly
 * everybody chose and is not good to have chosen. A test goes through all answers of 5 to 12 people.
 */
export const tellTally = (item: Item, tally: Tally, insiders: number): Told => {
  const { n, none } = tally;
  const counts = none === undefined ? { n } : { n, none };
  if (item.type === 'choice' || item.type === 'choices')
    return tellChoices(item.options, tally, counts, insiders);
  const scale = scaleOf(item);
  if (scale === undefined) return tellRecommendation(tally, counts, insiders);
  const stops = stopsOf(scale, n, insiders);
  if (countFrom(tally, scale.fair) > stops.satisfied) return tally;
  const low: StoppedScores = { ...counts, stopped: 'scores', satisfied: stops.satisfied, sum: tally.sum };
  return tally.sum > stops.sum ? low : { ...low, sum: stops.sum, sumAtMost: true };
};

/** Whether these answers are so low that not everything may be told of them. */
export const isLow = (item: Item, tally: Tally, insiders: number): boolean =>
  isStopped(tellTally(item, tally, insiders));

type Counts = Pick<StoppedRecommendation, 'n' | 'none'>;

const tellRecommendation = (tally: Tally, counts: Counts, insiders: number): Told => {
  const stop = 2 * insiders + 1 - tally.n;
  const net = countFrom(tally, 9) - (tally.n - countFrom(tally, 7));
  return net > stop ? tally : { ...counts, stopped: 'recommendation', net: stop };
};

const tellChoices = (options: readonly Option[], tally: Tally, counts: Counts, insiders: number): Told => {
  const stop = tally.n - insiders - 1;
  const isGood = (id: string): boolean => options.find((option) => option.id === id)?.good === true;
  const common = Object.entries(tally.histogram).filter(([id, times]) => times >= stop && !isGood(id));
  if (common.length === 0) return tally;
  return {
    ...counts,
    stopped: 'choices',
    atLeast: Object.fromEntries(common.map(([option]) => [option, stop])),
  };
};

/** How many answered this or higher. */
export const countFrom = (tally: Tally, least: number): number =>
  Object.entries(tally.histogram).reduce(
    (sum, [value, times]) => (Number(value) >= least ? sum + times : sum),
    0,
  );
