// Controls except line feed; marks that turn the writing direction or are not seen; tag characters.
const unseen =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is being removed
  /[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u00AD\u061C\u180E\u200B\u200E\u200F\u2028-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB\u{E0000}-\u{E007F}]/gu;

/**
 * Somebody's text as it may be shown to others: what cannot be seen is left out, be it a mark that turns the text around
 * it or a terminal's command. What joins letters of some scripts stays.
 */
export const seenText = (text: string): string =>
  text
    .toWellFormed()
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
    .replaceAll('\t', ' ')
    .replace(unseen, '')
    .normalize('NFC');

/** The same on one line: names, titles, what was typed. */
export const seenLine = (text: string): string => seenText(text).replace(/\s+/gu, ' ').trim();

/** Whether a spreadsheet would run it: it comes back in lists that people make. */
export const isLikeFormula = (text: string): boolean => /^[=+\-@#＝＋－＠]/u.test(text);
