/** What somebody may work out of sums that are told of sets of people, each set by the index of its people. */
export interface ToldSum {
  readonly people: ReadonlySet<number>;
  /** Bounds of how many were satisfied, and of the sum of the scores; equal where it is told exactly. */
  readonly satisfied: Range;
  readonly sum: Range;
}
export interface Range {
  readonly least: number;
  readonly most: number;
}

/** Every set of people that comes of adding and taking away what is told, with what follows of it. */
export function* derived(told: readonly ToldSum[], size: number): Generator<ToldSum> {
  const signs = told.map(() => 0);
  for (;;) {
    let at = 0;
    while (at < signs.length && signs[at] === 1) signs[at++] = -1;
    if (at === signs.length) return;
    signs[at] = (signs[at] ?? 0) + 1;
    const counts = new Array<number>(size).fill(0);
    let satisfied: Range = { least: 0, most: 0 };
    let sum: Range = { least: 0, most: 0 };
    for (const [index, one] of told.entries()) {
      const sign = signs[index] ?? 0;
      if (sign === 0) continue;
      for (const person of one.people) counts[person] = (counts[person] ?? 0) + sign;
      satisfied = add(satisfied, one.satisfied, sign);
      sum = add(sum, one.sum, sign);
    }
    if (counts.every((count) => count === 0 || count === 1) && counts.includes(1))
      yield {
        people: new Set(counts.flatMap((count, person) => (count === 1 ? [person] : []))),
        satisfied,
        sum,
      };
  }
}

const add = (to: Range, one: Range, sign: number): Range =>
  sign > 0
    ? { least: to.least + one.least, most: to.most + one.most }
    : { least: to.least - one.most, most: to.most - one.least };

/**
 * Whether whoever knows these scores of insiders among the people is certain of all others that they gave 3 at most: nobody
 * can have been satisfied, or nobody can have given a 4 for what the sum leaves.
 */
export const isCertain = ({ satisfied, sum }: ToldSum, others: number, own: readonly number[]): boolean => {
  if (others === 0) return false;
  const left = satisfied.most - own.filter((score) => score >= 4).length;
  const points = sum.most - own.reduce((total, score) => total + score, 0);
  return left <= 0 || points < 4 + (others - 1);
};
