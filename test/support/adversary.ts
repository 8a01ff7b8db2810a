import { insidersAmong, stopsOf, tellTally } from '../../src/domain/analysis/low-end.ts';
import { addTallies, tallyAnswer } from '../../src/domain/analysis/tally.ts';
import type { Told } from '../../src/domain/analysis/told.ts';
import type { Answer } from '../../src/domain/questionnaires/answers.ts';
import type { Item } from '../../src/domain/questionnaires/questionnaire.ts';

/** How often each of the possible answers was given. */
type Counts = readonly number[];

export interface Guessing {
  readonly n: number;
  /** Every answer that can be given. */
  readonly answers: readonly Answer[];
  /** What nobody may be known to have answered. */
  readonly accusations: readonly ((answer: Answer) => boolean)[];
  /** All that is shown together of these answers; equal texts cannot be told apart. */
  readonly shown: (counts: Counts) => string;
  /** The most people who put their own answers together. */
  readonly insiders: number;
  /** Which sets of answers are gone through; all of them if not given. */
  readonly sets?: Iterable<Counts>;
}

/**
 * Goes through sets of answers as somebody does who sees what is shown and knows the answers of some insiders: what is
 * certain is what holds in every set that would be shown alike and has these answers in it. How many looks there were, and
 * how many of them made it certain of each other person, and so of any, that they answered badly.
 */
export const guess = ({ n, answers, accusations, shown, insiders, sets }: Guessing) => {
  const spared = new Map<string, number>();
  for (const counts of sets ?? multisets(answers.length, n)) {
    const text = shown(counts);
    for (const own of ownAnswers(counts, insiders)) {
      for (const [number, isBad] of accusations.entries()) {
        // Of the others, who are alike to whoever looks, so many did not answer so.
        let others = 0;
        for (const [at, answer] of answers.entries()) {
          if (!isBad(answer)) others += (counts[at] ?? 0) - own.filter((one) => one === at).length;
        }
        const look = `${text}|${own}|${number}`;
        spared.set(look, Math.max(spared.get(look) ?? 0, others));
      }
    }
  }
  return { looks: spared.size, certain: [...spared.values()].filter((others) => others === 0).length };
};

/** Every way in which `n` people can spread over so many answers. */
export function* multisets(kinds: number, n: number): Generator<Counts> {
  if (kinds === 1) yield [n];
  else
    for (let first = 0; first <= n; first += 1) {
      for (const rest of multisets(kinds - 1, n - first)) yield [first, ...rest];
    }
}

/** Every choice of at most so many of the answers that were given, by index. */
const ownAnswers = (counts: Counts, most: number): number[][] => {
  let all: number[][] = [[]];
  for (let size = 0, grown = all; size < most; size += 1) {
    grown = grown.flatMap((own) =>
      counts.flatMap((count, at) =>
        at >= (own.at(-1) ?? 0) && count > own.filter((one) => one === at).length ? [[...own, at]] : [],
      ),
    );
    all = [...all, ...grown];
  }
  return all;
};

/** The product's own word on these answers to a question. */
export const toldOf = (item: Item, answers: readonly Answer[], counts: Counts, insiders?: number): Told => {
  const parts = answers.flatMap((answer, at) => {
    const tally = tallyAnswer(item, answer);
    return tally === undefined ? [] : Array.from({ length: counts[at] ?? 0 }, () => tally);
  });
  const tally = addTallies(...parts);
  return tellTally(item, tally, insiders ?? insidersAmong(tally.n));
};

/** The lowest stops of a 1–5 scale under which nothing is certain, found by trying them all from below. */
export const lowestStops = (n: number, insiders: number): { satisfied: number; sum: number } => {
  const answers = [1, 2, 3, 4, 5];
  const isSafe = (satisfied: number, sum: number): boolean =>
    guess({
      n,
      answers,
      accusations: [(answer) => Number(answer) <= 3],
      insiders,
      shown: (counts) => {
        const total = counts.reduce((all, count, at) => all + count * (at + 1), 0);
        const happy = (counts[3] ?? 0) + (counts[4] ?? 0);
        return happy > satisfied ? `${counts}` : `${Math.max(total, sum)}`;
      },
    }).certain === 0;
  for (let satisfied = 0; satisfied <= n; satisfied += 1) {
    for (let sum = n; sum <= 5 * n; sum += 1) if (isSafe(satisfied, sum)) return { satisfied, sum };
  }
  throw new Error('nothing is safe');
};

export const stopsOfRatings = (n: number): { satisfied: number; sum: number } =>
  stopsOf({ worst: 1, fair: 4, best: 5 }, n, insidersAmong(n));
