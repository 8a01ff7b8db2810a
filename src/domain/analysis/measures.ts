import type { Estimate, Share } from './intervals.ts';
import type { Completion, Tally } from './result.ts';

/** The measures of DESIGN §5 and POLICY A2, S3: one definition each. All of them take n > 0 or say undefined. */

/** Arithmetic mean of the answers. */
export const meanOf = (tally: Tally): number | undefined => (tally.n === 0 ? undefined : tally.sum / tally.n);

/** Sample standard deviation (n − 1); undefined below two answers. */
export const deviationOf = (tally: Tally): number | undefined => {
  if (tally.n < 2) return undefined;
  // Sums of whole numbers are exact; rounding may still leave a hair below zero.
  return Math.sqrt(Math.max(0, (tally.sumOfSquares - tally.sum ** 2 / tally.n) / (tally.n - 1)));
};

/** Satisfied are those who answered 4 or 5. */
export const satisfiedOf = (tally: Tally): Share => ({ hits: counted(tally, 4, 5), n: tally.n });

/** Share of 4 and 5 among the answers, 0–1. */
export const satisfactionOf = (tally: Tally): number | undefined =>
  tally.n === 0 ? undefined : counted(tally, 4, 5) / tally.n;

/** Net promoter score, −100 to 100: % of 9–10 less % of 0–6 (F. F. Reichheld, HBR 81/12 (2003) 46–54). */
export const npsOf = (tally: Tally): number | undefined =>
  tally.n === 0 ? undefined : (100 * (counted(tally, 9, 10) - counted(tally, 0, 6))) / tally.n;

/** Scrap learning, 0–100: what people do not expect to apply, 100 % less the mean share they do. */
export const scrapOf = (tally: Tally): number | undefined =>
  tally.n === 0 ? undefined : 100 - tally.sum / tally.n;

/** Mean of a tally with what is needed to compare it; undefined below two answers. */
export const estimateOf = (tally: Tally): Estimate | undefined => {
  const deviation = deviationOf(tally);
  if (deviation === undefined) return undefined;
  return {
    mean: tally.sum / tally.n,
    standardError: deviation / Math.sqrt(tally.n),
    degrees: tally.n - 1,
  };
};

/** Dimension score: the mean of its items' means, each item weighing the same; items nobody answered do not count. */
export const dimensionScore = (items: readonly Tally[]): number | undefined =>
  average(items.map(meanOf).filter((mean) => mean !== undefined));

/**
 * Dimension score with what is needed to compare it. The same people answer all items, how alike is not
 * kept; the standard error of the mean is at most the mean of the standard errors (Cauchy–Schwarz), and
 * that is taken: a difference is rather overlooked than invented.
 */
export const dimensionEstimate = (items: readonly Tally[]): Estimate | undefined => {
  const estimates = items.map(estimateOf).filter((estimate) => estimate !== undefined);
  const mean = average(estimates.map((estimate) => estimate.mean));
  const standardError = average(estimates.map((estimate) => estimate.standardError));
  if (mean === undefined || standardError === undefined) return undefined;
  return { mean, standardError, degrees: Math.min(...estimates.map((estimate) => estimate.degrees)) };
};

/** Completion rate (S3), 0–1: people answered ÷ people due; `withoutExcused` leaves the excused out of those due. */
export const completionRates = (
  people: Pick<Completion, 'due' | 'answered' | 'excused'>,
): { readonly rate: number | undefined; readonly withoutExcused: number | undefined } => ({
  rate: people.due === 0 ? undefined : people.answered / people.due,
  withoutExcused: people.due === people.excused ? undefined : people.answered / (people.due - people.excused),
});

const counted = (tally: Tally, from: number, to: number): number => {
  let count = 0;
  for (let value = from; value <= to; value += 1) count += tally.histogram[value] ?? 0;
  return count;
};

const average = (values: readonly number[]): number | undefined =>
  values.length === 0 ? undefined : values.reduce((sum, value) => sum + value, 0) / values.length;
