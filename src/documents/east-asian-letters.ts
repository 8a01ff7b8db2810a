import iconv from 'iconv-lite';

/** The encodings of East Asia, the likelier first. */
export const eastAsianEncodings = ['gb18030', 'big5', 'shift_jis', 'cp949'] as const;
export type EastAsianEncoding = (typeof eastAsianEncodings)[number];

const asianLetter = String.raw`[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}ー\uff9e\uff9f]`;
const asianSign = String.raw`[\u3000-\u303f\uff01-\uff5e·—“”‘’…]`;
const foreign = /[^\p{ASCII}]/gu;
const isLetter = new RegExp(asianLetter, 'u');
const isAsian = new RegExp(`^(?:${asianLetter}|${asianSign})$`, 'u');
/** One such letter alone against a Latin one. */
const glued = new RegExp(
  `(?<!${asianLetter})${asianLetter}[a-z]|[a-z]${asianLetter}(?!${asianLetter})`,
  'iu',
);
/** Narrow kana as people write them: voiced where a sound can be, small ones and the long sign after others. */
const narrow = /[\uff66-\uff9f]+/gu;
const narrowWord = /^(?:[ｳｶ-ﾄﾊ-ﾎ]ﾞ?[ｧ-ｰ]?|[ﾊ-ﾎ]ﾟ[ｧ-ｰ]?|[ｦｱ-ﾝ][ｧ-ｰ]?)+$/u;

/** Letters of East Asia, none of them alone glued to a Latin one; Korean is Hangul alone. */
export const isEastAsianText = (text: string, encoding: EastAsianEncoding): boolean => {
  const letters = text.match(foreign) ?? [];
  if (!letters.every((letter) => isAsian.test(letter)) || glued.test(text)) return false;
  if (encoding === 'shift_jis') return (text.match(narrow) ?? []).every((word) => narrowWord.test(word));
  const others =
    encoding === 'cp949'
      ? /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u
      : /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;
  return !others.test(text);
};

/** How many letters a reading has, and how many of them are not such as everybody writes. */
export const eastAsianLettersOf = (text: string, encoding: EastAsianEncoding) => {
  const times = new Map<string, number>();
  for (const letter of text.match(foreign) ?? []) times.set(letter, (times.get(letter) ?? 0) + 1);
  const letters = [...times].filter(([letter]) => isLetter.test(letter));
  const rare = letters.filter(([letter]) => !isCommon(letter, encoding));
  return { all: sumOf(letters), rare: sumOf(rare) };
};

const sumOf = (times: readonly (readonly [letter: string, times: number])[]): number =>
  times.reduce((sum, [, count]) => sum + count, 0);

/** By where the standards put the characters of every day: GB 2312 level 1, Big5 level 1, JIS level 1 and the kana. */
const isCommon = (letter: string, encoding: EastAsianEncoding): boolean => {
  if (encoding === 'cp949') return isNameSyllable(letter);
  const [lead = 0, trail = 0] = iconv.encode(letter, encoding);
  if (encoding === 'gb18030') return lead >= 0xb0 && lead <= 0xd7 && trail >= 0xa1;
  if (encoding === 'big5') return lead >= 0xa4 && lead <= 0xc6;
  return (lead >= 0x82 && lead <= 0x98) || (lead >= 0xa6 && lead <= 0xdf);
};

/** Syllables that Chinese characters have in Korean, as nearly all names have: first sounds, and ends by vowel. */
const firstSounds = 'ㄱㄴㄷㄹㅁㅂㅅㅇㅈㅊㅌㅍㅎ';
const endsByVowel: Readonly<Record<string, string>> = {
  ㅏ: ' ㄱㄴㄹㅁㅂㅇ',
  ㅐ: ' ㄱㅇ',
  ㅑ: ' ㄱㅇ',
  ㅓ: ' ㄱㄴㄹㅁㅂㅇ',
  ㅔ: ' ',
  ㅕ: ' ㄱㄴㄹㅁㅂㅇ',
  ㅖ: ' ',
  ㅗ: ' ㄱㄴㄹㅇ',
  ㅘ: ' ㄱㄴㄹㅇ',
  ㅙ: ' ',
  ㅚ: ' ㄱㅇ',
  ㅛ: ' ㄱㅇ',
  ㅜ: ' ㄱㄴㄹㅁㅇ',
  ㅝ: 'ㄴㄹ',
  ㅞ: ' ',
  ㅟ: ' ',
  ㅠ: ' ㄱㄴㄹㅇ',
  ㅡ: 'ㄱㄴㄹㅁㅂㅇ',
  ㅢ: ' ',
  ㅣ: ' ㄱㄴㄹㅁㅂㅇ',
};
/** As Unicode counts them: 19 first sounds, 21 vowels, 28 ends. */
const sounds = {
  first: 'ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ',
  vowel: 'ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ',
  end: ' ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ',
};

const isNameSyllable = (letter: string): boolean => {
  const at = (letter.codePointAt(0) ?? 0) - 0xac00;
  const first = sounds.first[Math.floor(at / (21 * 28))] ?? '';
  const end = sounds.end[at % 28] ?? '';
  const ends = endsByVowel[sounds.vowel[Math.floor(at / 28) % 21] ?? ''];
  return firstSounds.includes(first) && ends?.includes(end) === true;
};
