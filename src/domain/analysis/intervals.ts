/** An interval that holds the true value in 95 of 100 cases. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** So many of so many. */
export interface Share {
  readonly hits: number;
  readonly n: number;
}

/** A mean, its standard error and its degrees of freedom. */
export interface Estimate {
  readonly mean: number;
  readonly standardError: number;
  readonly degrees: number;
}

/** The normal distribution's 97.5 % point. */
const z = 1.959963984540054;

/**
 * The 95 % interval of a share, 0–1, by Wilson's score method without continuity correction: it stays
 * inside 0–1 and holds for small n (E. B. Wilson, JASA 22 (1927) 209–212). `n` must be above 0.
 */
export const wilsonInterval = ({ hits, n }: Share): Interval => {
  const p = hits / n;
  const centre = p + (z * z) / (2 * n);
  const spread = z * Math.sqrt((p * (1 - p)) / n + (z * z) / (4 * n * n));
  const scale = 1 + (z * z) / n;
  return {
    low: hits === 0 ? 0 : Math.max(0, (centre - spread) / scale),
    high: hits === n ? 1 : Math.min(1, (centre + spread) / scale),
  };
};

/**
 * The 95 % interval of `after − before` of two independent shares: Newcombe's hybrid score interval
 * (R. G. Newcombe, Statistics in Medicine 17 (1998) 873–890, method 10).
 */
export const shareDifference = (before: Share, after: Share): Interval => {
  const [p1, p2] = [after.hits / after.n, before.hits / before.n];
  const [i1, i2] = [wilsonInterval(after), wilsonInterval(before)];
  const difference = p1 - p2;
  return {
    low: difference - Math.hypot(p1 - i1.low, i2.high - p2),
    high: difference + Math.hypot(i1.high - p1, p2 - i2.low),
  };
};

/**
 * The 95 % interval of `after − before` of two independent means with unequal variances (B. L. Welch, Biometrika 34 (1947)
 * 28–35), where neither side varies less than both do together, pooled as Student has it (Biometrika 6 (1908) 1–25): ten
 * people who all say 5 are not sure of it, and beside many others Welch alone would say "better" of one in five such tens.
 */
export const meanDifference = (before: Estimate, after: Estimate): Interval => {
  const [s1, s2] = [variance(before), variance(after)];
  const all = before.degrees + after.degrees;
  const pooled = (before.degrees * s1 + after.degrees * s2) / all;
  const side = ({ degrees }: Estimate, own: number) =>
    own < pooled
      ? { square: pooled / (degrees + 1), degrees: all }
      : { square: own / (degrees + 1), degrees };
  const [one, other] = [side(before, s1), side(after, s2)];
  const spread = one.square + other.square;
  const degrees =
    spread === 0 ? 1 : spread ** 2 / (one.square ** 2 / one.degrees + other.square ** 2 / other.degrees);
  const reach = studentQuantile(degrees) * Math.sqrt(spread);
  const difference = after.mean - before.mean;
  return { low: difference - reach, high: difference + reach };
};

const variance = ({ standardError, degrees }: Estimate): number => standardError ** 2 * (degrees + 1);

/**
 * The 97.5 % point of Student's t: the expansion of Abramowitz & Stegun 26.7.5, right to 0.001 from
 * four degrees of freedom on (five answers), the fewest that are ever shown.
 */
export const studentQuantile = (degrees: number): number => {
  const g1 = (z ** 3 + z) / 4;
  const g2 = (5 * z ** 5 + 16 * z ** 3 + 3 * z) / 96;
  const g3 = (3 * z ** 7 + 19 * z ** 5 + 17 * z ** 3 - 15 * z) / 384;
  const g4 = (79 * z ** 9 + 776 * z ** 7 + 1482 * z ** 5 - 1920 * z ** 3 - 945 * z) / 92_160;
  return z + g1 / degrees + g2 / degrees ** 2 + g3 / degrees ** 3 + g4 / degrees ** 4;
};
