/** How many of a kind are new, changed, or as before. */
export interface ChangeCounts {
  readonly new: number;
  readonly changed: number;
  readonly unchanged: number;
}

export const nothingCounted: ChangeCounts = { new: 0, changed: 0, unchanged: 0 };

export const counted = (counts: ChangeCounts, what: keyof ChangeCounts): ChangeCounts => ({
  ...counts,
  [what]: counts[what] + 1,
});
