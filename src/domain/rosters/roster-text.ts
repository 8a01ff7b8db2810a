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
    .trim()
    // How systems keep Excel from making a number of a text.
    .replace(/^="([^"]*)"$/u, '$1');

/** Reads a name or title. What a spreadsheet would take for a formula is refused: it comes back in exported lists. */
export const readText = (text: string): Reading<string> => {
  if (isLikeFormula(text)) return trouble('text-like-formula');
  if (text.length > longestText) return trouble('text-too-long', { limit: longestText });
  return { value: text };
};

/** Where a name should be and none is known yet. */
const noName = /^(?:n\/?a|tb[dac]|none|null|unknown|name|x+|[?？-]+|无|待定|未知|未定|空缺|姓名)$/iu;

/** Reads somebody’s name: it has letters, is no address and does not stand for one that is missing. */
export const readName = (text: string): Reading<string> => {
  if (!/\p{L}/u.test(text) || text.includes('@') || noName.test(text)) return trouble('name-not-usable');
  // Two people in one cell: nobody’s name has these.
  return /\p{L}\s*[、;；/&＆]\s*\p{L}/u.test(text) ? trouble('several-people') : readText(text);
};

/** Reads a training code: letters, digits, hyphen, full stop, underscore; it is typed in commands and part of ids. */
export const readCode = (text: string): Reading<string> => {
  // Excel’s mark of a text that looks like a number.
  const code = text.normalize('NFKC').replace(/^'/u, '');
  if (code.length > longestCode) return trouble('text-too-long', { limit: longestCode });
  if (!/^[\p{L}\p{N}][\p{L}\p{N}._-]*$/u.test(code)) return trouble('code-not-usable');
  return { value: code };
};
