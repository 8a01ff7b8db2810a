import { seenText } from '../kernel/seen-text.ts';

/** What a person typed, as text that is shown to others: no control or direction marks, no pile of blank lines. */
export const plainText = (typed: string): string =>
  seenText(typed)
    .replace(/[^\S\n]+\n/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
