import { foreignWords } from './latin-words.ts';

/** Words as they are written in a script: `cased` first letters large, or all, or none. */
interface Script {
  readonly word: RegExp;
  readonly never: RegExp;
  readonly cased?: true;
}

const cyrillic: Script = {
  word: /^\p{Script=Cyrillic}+$/u,
  // Every word has a vowel, no five consonants follow each other, signs stand behind consonants, й behind vowels.
  never:
    /^[^аеёиоуыэюяіїєъ]{2,}$|[^аеёиоуыэюяіїєьъ]{5}|^[ьъы]|[аеёиоуыэюяіїєьъ][ьъ]|[аеёиоуыэюяіїє]{4}|[^аеёиоуыэюяіїє]й(?!о)|ъ$/u,
  cased: true,
};
const greek: Script = {
  word: /^\p{Script=Greek}+$/u,
  never: /^[^αεηιουωάέήίόύώϊϋΐΰ]{3,}$|ς.|σ$|[άέήίόύώΐΰ].*[άέήίόύώΐΰ]|^[βγδζθκλμνξπρστφχψ]{4}/u,
  cased: true,
};
const hebrew: Script = { word: /^[א-ת׳״]+$/u, never: /[ךםןףץ]./u };
const arabic: Script = {
  word: /^[ء-غف-يپچژگکیہھںے]{2,}$/u,
  never: /[ةى].|^[ءؤئةى]/u,
};
const thai: Script = {
  word: /^(?:[เ-ไ]?[ก-ฮ]{1,2}[ัิ-ฺ็ํ]?[่-๋]?[์]?[ะาำๆ]*)+ฯ?$/u,
  never: /^.$/u,
};

const scriptOf = {
  'windows-1251': cyrillic,
  'koi8-r': cyrillic,
  cp866: cyrillic,
  'windows-1253': greek,
  'windows-1255': hebrew,
  'windows-1256': arabic,
  'windows-874': thai,
} satisfies Readonly<Record<string, Script>>;

export type OneScriptEncoding = keyof typeof scriptOf;
export const oneScriptEncodings = Object.keys(scriptOf) as OneScriptEncoding[];

/** Whether each word that is not English is one of this encoding's script. */
export const isOneScriptText = (text: string, encoding: OneScriptEncoding): boolean => {
  const { word, never, cased }: Script = scriptOf[encoding];
  return foreignWords(text).every((foreign) => {
    if (!word.test(foreign)) return false;
    if (cased && !/^(?:.\p{Ll}*|\p{Lu}+)$/u.test(foreign)) return false;
    return !never.test(foreign.toLowerCase());
  });
};
