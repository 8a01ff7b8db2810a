const proving = process.env.PROVING === 'yes';

/** So often in `npm test`, and so often in `npm run prove`. */
export const times = (usually: number, inProofs: number): number => (proving ? inProofs : usually);

/** How often a property is drawn: usually so often, in proofs twenty times as often. */
export const drawn = (usually: number): { readonly numRuns: number } => ({
  numRuns: times(usually, 20 * usually),
});
