/** No fraction of fewer than ten million people lies so close to a half without being one. */
const hair = 1e-9;

/**
 * Rounds half up, as the fraction stands: 23/40 is 58 %, although its binary number lies a hair below. Every figure that is
 * shown is rounded here.
 */
export const halfUp = (value: number, digits = 0): number => {
  const scale = 10 ** digits;
  const rounded = Math.floor(value * scale + 0.5 + hair) / scale;
  return rounded === 0 ? 0 : rounded;
};

/** Rounds up: of a figure that is told as "at most", so that it is true. */
export const upwards = (value: number, digits = 0): number => -downwards(-value, digits);

/** Rounds down: of a figure that is told as "or more". */
export const downwards = (value: number, digits = 0): number => {
  const scale = 10 ** digits;
  const rounded = Math.floor(value * scale + hair) / scale;
  return rounded === 0 ? 0 : rounded;
};
