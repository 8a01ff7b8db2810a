import type { Command } from './command.ts';
import { type Reading, readingsOf } from './courtesies.ts';

export interface Understood {
  readonly command: Command;
  readonly args: string;
}

/** Whether a command takes what stands beside its word, where no slash says that it is meant. */
export type Takes = (command: Command, args: string) => boolean | Promise<boolean>;

/**
 * Finds the command in what somebody typed, in any case and either language. A slash says that a command is meant.
 * Without one the whole sentence has to be it: its word, what the command takes before or behind it, and courtesies;
 * with anything left over it is something else that somebody says. The longest word that fits wins.
 */
export const understand = async (
  text: string,
  commands: readonly Command[],
  takes: Takes,
): Promise<Understood | undefined> => {
  const folded = fold(text);
  let meant: Understood | undefined;
  for (const reading of readingsOf(folded)) {
    const typed = text.slice(reading.from, reading.to);
    const slash = /^[/／]\s*/.exec(typed)?.[0].length ?? 0;
    const sentence = typed.slice(slash);
    const found = await wholeCommand(
      sentence,
      commands,
      takes,
      slash > 0 ? { ...reading, whole: true, asked: false } : reading,
    );
    if (found !== undefined) return found;
    if (slash > 0) meant ??= atStart(sentence, commands);
  }
  return meant;
};

/** A whole sentence that means a command is short; more is an opinion, and takes long to be ruled out. */
const longestSaid = 80;

const wholeCommand = async (
  sentence: string,
  commands: readonly Command[],
  takes: Takes,
  { whole, asked }: Reading,
): Promise<Understood | undefined> => {
  const folded = fold(sentence);
  const possible = asked ? commands.filter(({ notAskedFor }) => notAskedFor !== true) : commands;
  const said =
    folded.length > longestSaid
      ? undefined
      : possible.find((command) => command.said?.some((one) => one.test(folded)));
  if (said !== undefined) return { command: said, args: '' };
  for (const { command, args } of candidatesIn(sentence, possible)) {
    if (args === '') {
      if (whole || command.wantsMore !== true) return { command, args };
      continue;
    }
    for (const one of [...withoutJoints(args), args]) {
      if (await takes(command, one)) return { command, args: one };
    }
  }
  return undefined;
};

/** Letter by letter, so that lengths stay: full-width forms and apostrophes as plain ones, capitals as small ones. */
const fold = (text: string): string =>
  text.replace(/[\s\S]/g, (typed) => {
    const letter = /[‘’]/.test(typed) ? "'" : typed;
    const code = letter.charCodeAt(0);
    const plain = code >= 0xff01 && code <= 0xff5e ? String.fromCharCode(code - 0xfee0) : letter;
    const small = plain.toLowerCase();
    return small.length === 1 ? small : plain;
  });

const atStart = (sentence: string, commands: readonly Command[]): Understood | undefined => {
  const folded = fold(sentence);
  const found = wordsOf(commands).find(({ word }) => startsWithWord(folded, word));
  return found && { command: found.command, args: argumentsIn(sentence.slice(found.word.length)) };
};

/** Each command whose word stands at the beginning or, else, at the end; longest words first. */
const candidatesIn = (sentence: string, commands: readonly Command[]): Understood[] => {
  const folded = fold(sentence);
  const words = wordsOf(commands);
  const first = words.filter(({ word }) => startsWithWord(folded, word));
  const last = words.filter(({ word }) => folded !== word && endsWithWord(folded, word));
  return [
    ...first.map(({ command, word }) => ({ command, args: argumentsIn(sentence.slice(word.length)) })),
    ...last.map(({ command, word }) => ({ command, args: argumentsIn(sentence.slice(0, -word.length)) })),
  ];
};

const wordsOf = (commands: readonly Command[]) =>
  commands
    .flatMap((command) =>
      [...command.words.zh, ...command.words.en].map((word) => ({ command, word: fold(word) })),
    )
    .toSorted((one, other) => other.word.length - one.word.length);

const han = /\p{Script=Han}/u;
const inWord = /[\p{L}\p{N}_-]/u;

/** A word ends where another begins. Chinese has no spaces: there what is beside it decides. */
const startsWithWord = (text: string, word: string): boolean =>
  text.startsWith(word) && areApart(word.charAt(word.length - 1), text.charAt(word.length));

const endsWithWord = (text: string, word: string): boolean =>
  text.endsWith(word) && areApart(word.charAt(0), text.charAt(text.length - word.length - 1));

/** What an address is made of besides: `left@contoso.com` is no command. */
const inAddress = /[@+]/;

const areApart = (own: string, next: string): boolean =>
  next === '' || han.test(own) || han.test(next) || !(inWord.test(next) || inAddress.test(next));

const marks = /^[\s:：,，.。、!！?？]+|[\s:：,，.。、!！?？]+$/gu;
const argumentsIn = (rest: string): string => rest.replace(marks, '');

/** `status of SALES-26`, `SALES-26 的进度`: what only joins the two. */
const joints =
  /^(?:(?:of|for|on|about|from|in|the|is|关于|的|是)(?:\s+|(?<=\p{Script=Han})))+|\s*(?:的|['’]s)$/giu;
const withoutJoints = (args: string): string[] => {
  const rest = args.replace(joints, '').trim();
  return rest === args || rest === '' ? [] : [rest];
};
