import type { Item } from '../questionnaires/questionnaire.ts';
import { type AnswersOfRound, differentPeople } from './different-people.ts';
import { type Estimate, type Interval, type Share, wilsonInterval } from './intervals.ts';
import { countFrom, scaleOf } from './low-end.ts';
import { isStopped, type Told } from './told.ts';
import type { Ends } from './verdict.ts';

/** What is known of a figure that is told so far as a stop: it lies in here. */
export type Range = Ends<number>;

/** Answers to one question as far as they are told, from one part of a round or from many rounds. */
export interface Amount {
  readonly answers: number;
  /** How many different people gave them. */
  readonly people: number;
  /** As many as tell as much; an interval rests on these. */
  readonly weight: number;
  /** So many of the answers are told so far as a stop only. */
  readonly stopped: number;
  readonly satisfied: Range;
  readonly sum: Range;
  /** Σ², at most. */
  readonly squares: number;
}

const exactly = (value: number): Range => ({ least: value, most: value });
const add = (one: Range, other: Range): Range => ({
  least: one.least + other.least,
  most: one.most + other.most,
});

/** Of answers that are points or numbers; undefined of others and without any. */
export const amountOf = (item: Item, told: Told): Amount | undefined => {
  const scale = scaleOf(item);
  const { n } = told;
  if (scale === undefined || n === 0) return undefined;
  if (!isStopped(told)) {
    const satisfied = exactly(countFrom(told, scale.fair));
    return {
      ...{ answers: n, people: n, weight: n, stopped: 0 },
      satisfied,
      sum: exactly(told.sum),
      squares: told.sumOfSquares,
    };
  }
  if (told.stopped !== 'scores') return undefined;
  const { worst, fair, best } = scale;
  const [above, below] = [told.satisfied, n - told.satisfied];
  // The highest that is unsatisfied lies below `fair`; taking `fair` for it errs on the side of doubt.
  const most = told.sum ?? above * best + below * fair;
  const least = told.sum === undefined || told.sumAtMost === true ? n * worst : told.sum;
  return {
    ...{ answers: n, people: n, weight: n, stopped: n },
    satisfied: { least: 0, most: told.satisfied },
    sum: { least, most },
    squares: above * best ** 2 + below * fair ** 2,
  };
};

/** Answers of one round about one instructor, or about none, and who took part in it. */
export interface RoundAmount extends Pick<AnswersOfRound, 'roll'> {
  readonly amount: Amount;
}

/**
 * Answers of different rounds, and those of one round about several instructors: every answer counts, but one person's are
 * alike, so what is told rests on the people.
 */
export const addRounds = (
  rounds: readonly RoundAmount[],
  count: typeof differentPeople = differentPeople,
): Amount | undefined =>
  rounds.length === 0
    ? undefined
    : {
        ...count(rounds.map(({ amount, ...round }) => ({ ...round, n: amount.answers }))),
        ...rounds.reduce(
          (sum, { amount: one }) => ({
            answers: sum.answers + one.answers,
            stopped: sum.stopped + one.stopped,
            satisfied: add(sum.satisfied, one.satisfied),
            sum: add(sum.sum, one.sum),
            squares: sum.squares + one.squares,
          }),
          { answers: 0, stopped: 0, satisfied: exactly(0), sum: exactly(0), squares: 0 },
        ),
      };

/** Whether it is told so far as a stop only. */
export const isAtMost = ({ least, most }: Range): boolean => least < most;

export const over = ({ least, most }: Range, n: number): Range => ({ least: least / n, most: most / n });

/** The share satisfied, of as many people as it rests on, at both ends of what is told. */
export const shareEnds = ({ answers, weight: n, satisfied }: Amount): Ends<Share> => {
  const share = over(satisfied, answers);
  return { least: { hits: share.least * n, n }, most: { hits: share.most * n, n } };
};

/** The 95 % interval of the share satisfied; none where any of it is told so far as a stop (decision 10). */
export const satisfiedInterval = (amount: Amount): Interval | undefined => {
  return isAtMost(amount.satisfied) ? undefined : wilsonInterval(shareEnds(amount).most);
};

/** A mean and what is needed to compare it, by as many people as it rests on; undefined for fewer than two. */
export const estimateOf = ({ answers, weight, sum, squares }: Amount): Ends<Estimate> | undefined => {
  if (weight < 2) return undefined;
  // Sums of whole numbers are exact; dividing them may still leave a hair below zero. One person's answers being alike, it
  // is the people who vary.
  const variance = (Math.max(0, squares - sum.least ** 2 / answers) / answers) * (weight / (weight - 1));
  const doubt = { standardError: Math.sqrt(variance / weight), degrees: weight - 1 };
  const { least, most } = over(sum, answers);
  return { least: { mean: least, ...doubt }, most: { mean: most, ...doubt } };
};
