import { isLikeFormula, seenLine } from '../kernel/seen-text.ts';
import type { Reading } from './reading.ts';
import { trouble } from './reading.ts';

/** Long enough for any title, short enough to be shown. */
export const longestText = 200;
const longestCode = 40;

/** The cell without what cannot be seen: outer and doubled spaces, zero-width characters, direction marks. */
export const cleanCell = (text: string): string =>
  seenLine(text)
    .replace(/[\u200c\u200d]/gu, '')
    .trim();

/** Reads a name or title. What a spreadsheet would take for a formula is refused: it comes back in exported lists. */
export const readText = (text: string): Reading<string> => {
  if (isLikeFormula(text)) return trouble('text-like-formula');
  if (text.length > longestText) return trouble('text-too-long', { limit: longestText });
  return { value: text };
};

/** Reads a training code: letters, digits, hyphen, full stop, underscore; it is typed in commands and part of ids. */
export const readCode = (text: string): Reading<string> => {
  const code = text.normalize('NFKC');
  if (code.length > longestCode) return trouble('text-too-long', { limit: longestCode });
  if (!/^[\p{L}\p{N}][\p{L}\p{N}._-]*$/u.test(code)) return trouble('code-not-usable');
  return { value: code };
};
