/** No fraction of fewer than ten million people lies so close to a half without being one. */
const hair = 1e-9;

/**
 * Rounds half up, as the fraction stands: 23/40 is 58 %, although its binary number lies a hair below. Up is towards more:
 * −12.5 is −12. Every figure that is shown is rounded here.
 */
export const halfUp = (value: number, digits = 0): number => {
  const scale = 10 ** digits;
  return withoutSign(Math.floor(value * scale + 0.5 + hair) / scale);
};

/** Rounds up: of a figure that is told as "at most", so that it is true. */
export const upwards = (value: number, digits = 0): number => withoutSign(-downwards(-value, digits));

/** Rounds down: of a figure that is told as "or more". */
export const downwards = (value: number, digits = 0): number => {
  const scale = 10 ** digits;
  return withoutSign(Math.floor(value * scale + hair) / scale);
};

/** There is no zero below zero. */
const withoutSign = (value: number): number => (value === 0 ? 0 : value);
