import { type Amount, estimateOf, over, type Range } from './amount.ts';
import type { Estimate } from './intervals.ts';
import { countFrom } from './low-end.ts';
import type { Recommendation } from './recommendation.ts';
import type { Completion } from './result.ts';
import type { Tally } from './tally.ts';
import { type Disclosed, hidden, isStopped, type Told } from './told.ts';
import type { Ends } from './verdict.ts';

/** The measures of DESIGN §5 and POLICY A2, S3: one definition each. All of them take n > 0 or say undefined. */

/** Arithmetic mean of the answers. */
export const meanOf = (tally: Tally): number | undefined => (tally.n === 0 ? undefined : tally.sum / tally.n);

/** Sample standard deviation (n − 1); undefined below two answers. */
export const deviationOf = (tally: Tally): number | undefined => {
  if (tally.n < 2) return undefined;
  // Sums of whole numbers are exact; rounding may still leave a hair below zero.
  return Math.sqrt(Math.max(0, (tally.sumOfSquares - tally.sum ** 2 / tally.n) / (tally.n - 1)));
};

/** Of what may be told; nothing where it may not, or there is none. */
export const deviationIn = (told: Disclosed<Told> | undefined): { readonly deviation?: number } => {
  if (told === undefined || told === hidden || isStopped(told)) return {};
  const deviation = deviationOf(told);
  return deviation === undefined ? {} : { deviation };
};

/** Share of 4 and 5 among the answers, 0–1. */
export const satisfactionOf = (tally: Tally): number | undefined =>
  tally.n === 0 ? undefined : countFrom(tally, 4) / tally.n;

/** Dimension score: the mean of its items' means, each item weighing the same. */
export const dimensionScore = (items: readonly Amount[]): Range | undefined =>
  averageRange(items.map(({ sum, answers }) => over(sum, answers)));

/**
 * Dimension score with what is needed to compare it. The same people answer all items, how alike is not
 * kept; the standard error of the mean is at most the mean of the standard errors (Cauchy–Schwarz), and
 * that is taken: a difference is rather overlooked than invented.
 */
export const dimensionEstimate = (items: readonly Amount[]): Ends<Estimate> | undefined => {
  const estimates = items.map(estimateOf).filter((estimate) => estimate !== undefined);
  const mean = averageRange(estimates.map(({ least, most }) => ({ least: least.mean, most: most.mean })));
  const standardError = average(estimates.map(({ most }) => most.standardError));
  if (mean === undefined || standardError === undefined) return undefined;
  const degrees = Math.min(...estimates.map(({ most }) => most.degrees));
  return {
    least: { mean: mean.least, standardError, degrees },
    most: { mean: mean.most, standardError, degrees },
  };
};

/** Net promoter score, −100 to 100: % of 9–10 less % of 0–6 (F. F. Reichheld, HBR 81/12 (2003) 46–54). */
export const npsOf = ({ answers, net }: Recommendation): Range => {
  const { least, most } = over(net, answers);
  return { least: 100 * least, most: 100 * most };
};

/** Scrap learning, 0–100: what people do not expect to apply, 100 % less the mean share they do. */
export const scrapOf = ({ answers, sum }: Amount): Range => {
  const { least, most } = over(sum, answers);
  return { least: 100 - most, most: 100 - least };
};

/** Completion rate (S3), 0–1: people answered ÷ people due; `withoutExcused` leaves the excused out of those due. */
export const completionRates = (
  people: Pick<Completion, 'due' | 'answered' | 'excused'>,
): { readonly rate: number | undefined; readonly withoutExcused: number | undefined } => ({
  rate: people.due === 0 ? undefined : people.answered / people.due,
  withoutExcused: people.due === people.excused ? undefined : people.answered / (people.due - people.excused),
});

const averageRange = (ranges: readonly Range[]): Range | undefined => {
  const [least, most] = [average(ranges.map((one) => one.least)), average(ranges.map((one) => one.most))];
  return least === undefined || most === undefined ? undefined : { least, most };
};

const average = (values: readonly number[]): number | undefined =>
  values.length === 0 ? undefined : values.reduce((sum, value) => sum + value, 0) / values.length;
