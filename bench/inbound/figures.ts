/** The middle one, by size. */
export const middleOf = (values: readonly number[]): number => shareOf(values, 0.5);

/** The smallest value that this share of all of them does not exceed. */
export const shareOf = (values: readonly number[], share: number): number => {
  const ordered = values.toSorted((a, b) => a - b);
  return ordered[Math.max(0, Math.ceil(ordered.length * share) - 1)] ?? Number.NaN;
};
