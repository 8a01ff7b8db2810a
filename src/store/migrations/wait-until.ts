import { setTimeout as pause } from 'node:timers/promises';

const usualLookMs = 250;
/** After so many looks it is said what is waited for: a second, which whoever is not in trouble hardly needs. */
const saidFirst = 4;
/** And from then on each half minute. */
const saidAgain = 120;

/** Looks again and again until it is so. A wait that lasts is spoken of: soon, then now and then. */
export const waitUntil = async (
  isSo: () => Promise<boolean>,
  say: () => void,
  lookMs = usualLookMs,
): Promise<void> => {
  for (let looks = 1; !(await isSo()); looks += 1) {
    if (looks % saidAgain === saidFirst) say();
    await pause(lookMs);
  }
};
