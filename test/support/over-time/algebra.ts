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

type Row = readonly Fraction[];
/** Numerator and denominator, without a common divisor, the denominator positive. */
type Fraction = readonly [bigint, bigint];

const gcd = (a: bigint, b: bigint): bigint => (b === 0n ? (a < 0n ? -a : a) : gcd(b, a % b));
const fraction = (a: bigint, b = 1n): Fraction => {
  const by = gcd(a, b) || 1n;
  return b < 0n ? [-a / by, -b / by] : [a / by, b / by];
};
const times = ([a, b]: Fraction, [c, d]: Fraction): Fraction => fraction(a * c, b * d);
const less = ([a, b]: Fraction, [c, d]: Fraction): Fraction => fraction(a * d - c * b, b * d);
const over = (one: Fraction, [c, d]: Fraction): Fraction => times(one, fraction(d, c));
const zero = fraction(0n);
const isZero = ([a]: Fraction): boolean => a === 0n;

/** The sets whose sum follows from what is told exactly, by any additions, subtractions and divisions. */
export const determines = (told: readonly ReadonlySet<number>[], size: number) => {
  const indicator = (people: ReadonlySet<number>): Row =>
    Array.from({ length: size }, (_, at) => fraction(people.has(at) ? 1n : 0n));
  /** Rows in echelon form, each with the place of its first entry, which is 1. */
  const basis: { readonly at: number; readonly row: Row }[] = [];
  const reduced = (row: Row): Row =>
    basis.reduce((left, one) => {
      const factor = left[one.at] ?? zero;
      return isZero(factor) ? left : left.map((entry, at) => less(entry, times(factor, one.row[at] ?? zero)));
    }, row);
  for (const people of told) {
    const row = reduced(indicator(people));
    const at = row.findIndex((entry) => !isZero(entry));
    const first = row[at];
    if (first === undefined) continue;
    basis.push({ at, row: row.map((entry) => over(entry, first)) });
  }
  return (people: ReadonlySet<number>): boolean => reduced(indicator(people)).every(isZero);
};

/** Every set of so many of these at most, but the empty one. */
export function* subsets(of: readonly number[], most: number, from = 0): Generator<number[]> {
  for (let at = from; at < of.length; at += 1) {
    const one = of[at];
    if (one === undefined) continue;
    yield [one];
    if (most > 1) for (const rest of subsets(of, most - 1, at + 1)) yield [one, ...rest];
  }
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
