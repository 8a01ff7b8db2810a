/** Chance from a seed: the same every time (mulberry32). */
export const chance = (seed: number) => {
  let state = seed | 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return {
    next,
    /** Box and Muller's. */
    normal: (): number => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next()),
    /** Where a normal value passes from one point of a scale to the next, for these frequencies. */
    bounds: (frequencies: readonly number[]): number[] => {
      const all = frequencies.reduce((sum, one) => sum + one, 0);
      let sum = 0;
      return frequencies.slice(0, -1).map((one) => {
        sum += one;
        return normalQuantile(sum / all);
      });
    },
  };
};

const known = new Map<number, number>();

/** By Simpson's rule on the density and bisection. */
const normalQuantile = (p: number): number => {
  const before = known.get(p);
  if (before !== undefined) return before;
  const below = (x: number): number => {
    const steps = 400;
    const step = x / steps;
    let sum = 1 + Math.exp((-x * x) / 2);
    for (let at = 1; at < steps; at += 1) sum += Math.exp(-((at * step) ** 2) / 2) * (at % 2 === 1 ? 4 : 2);
    return 0.5 + (sum * step) / 3 / Math.sqrt(2 * Math.PI);
  };
  let [low, high] = [-8, 8];
  for (let round = 0; round < 60; round += 1) {
    const middle = (low + high) / 2;
    if (below(middle) < p) low = middle;
    else high = middle;
  }
  known.set(p, low);
  return low;
};
