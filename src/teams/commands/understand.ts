import type { Command } from './command.ts';

export interface Understood {
  readonly command: Command;
  readonly args: string;
}

/**
 * Finds the command in what somebody typed, with or without a slash, in any case and either language.
 * The longest word that fits wins. Undefined when nothing fits.
 */
export const understand = (text: string, commands: readonly Command[]): Understood | undefined => {
  const typed = text.replace(/^[/／]\s*/, '');
  const folded = fold(typed);
  let best: { readonly command: Command; readonly length: number } | undefined;
  for (const command of commands) {
    for (const word of [...command.words.zh, ...command.words.en]) {
      if (word.length > (best?.length ?? 0) && startsWithWord(folded, fold(word))) {
        best = { command, length: word.length };
      }
    }
  }
  return best && { command: best.command, args: argumentsIn(typed.slice(best.length)) };
};

/** Letter by letter, so that lengths stay: full-width forms as plain ones, capitals as small ones. */
const fold = (text: string): string =>
  text.replace(/[\s\S]/g, (letter) => {
    const code = letter.charCodeAt(0);
    const plain = code >= 0xff01 && code <= 0xff5e ? String.fromCharCode(code - 0xfee0) : letter;
    const small = plain.toLowerCase();
    return small.length === 1 ? small : plain;
  });

const han = /\p{Script=Han}/u;

/** A word ends where another begins; in Chinese, where no space does, only a count or a time may follow at once. */
const startsWithWord = (text: string, word: string): boolean => {
  if (!text.startsWith(word)) return false;
  const next = text.charAt(word.length);
  if (next === '' || !/[\p{L}\p{N}_-]/u.test(next)) return true;
  const afterHan = han.test(word.charAt(word.length - 1));
  return afterHan ? /[a-z0-9第今本上去全]/.test(next) : han.test(next);
};

const argumentsIn = (rest: string): string => rest.replace(/^[\s:：,，.。、!！?？]+/u, '').trim();
