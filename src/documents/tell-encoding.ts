import iconv from 'iconv-lite';

/** The encodings that spreadsheets and older systems save text in, the likelier first. */
const candidates = ['gb18030', 'big5', 'shift_jis', 'windows-1252', 'macintosh'] as const;
type Candidate = (typeof candidates)[number];

export interface Reading {
  readonly encoding: string;
  readonly text: string;
}

export interface Readings {
  /** What the bytes may say; none where they are no text. */
  readonly readings: readonly Reading[];
  /** There is one, and it is written as people write. */
  readonly sure: boolean;
}

/**
 * What bytes that are no UTF-8 may say, by evidence: words as people write them in one encoding are hardly ever words in another.
 * `isHeading` knows a roster's headings: a reading in which one is written in other than English letters is beyond doubt.
 */
export const readingsOf = (bytes: Buffer, isHeading: (cell: string) => boolean): Readings => {
  const decoded = candidates.flatMap((encoding): (Reading & { readonly encoding: Candidate })[] => {
    const text = iconv.decode(bytes, encoding);
    return text.includes('\ufffd') || !isWhole(bytes, text, encoding) ? [] : [{ encoding, text }];
  });
  const known = different(decoded.filter(({ text }) => hasOwnHeading(text, isHeading)));
  if (known.length > 0) return { readings: known, sure: known.length === 1 };
  const latin = decoded.filter(({ encoding, text }) => isLatin(encoding) && isLatinText(text));
  const asian = decoded
    .filter(({ encoding, text }) => !isLatin(encoding) && isAsianText(text, encoding))
    .map((reading) => ({ reading, ...lettersOf(reading) }))
    .sort((one, other) => one.rare - other.rare);
  const readings = different([...asian.map(({ reading }) => reading), ...latin]);
  if (asian.length === 0) return { readings, sure: readings.length === 1 };
  // Beside words that are Latin without fault, East Asian ones count only where they are such as everybody writes.
  const common = asian.filter(({ all, rare }) => rare <= 0.2 * all);
  if (latin.length > 0) {
    const plain = different([...common.map(({ reading }) => reading), ...latin]);
    return { readings: plain, sure: plain.length === 1 };
  }
  const [best, next] = asian;
  if (best === undefined) return { readings, sure: false };
  const lead = best.reading.encoding === 'gb18030' ? 1 : 2;
  return {
    readings,
    sure: best.rare <= best.all / 2 && (next === undefined || next.rare - best.rare >= lead),
  };
};

/** Short Chinese words can be sound UTF-8 by chance, of signs and odd letters: 陆伟 in GB18030 is ½ΰ. */
export const chanceUtf8 = (bytes: Buffer, text: string): readonly Reading[] => {
  // Three bytes and more in a letter hardly come about by chance.
  if (/[\u0800-\u{10ffff}]/u.test(text) || isLatinText(text)) return [];
  const chinese = { encoding: 'gb18030', text: iconv.decode(bytes, 'gb18030') } as const;
  if (!isWhole(bytes, chinese.text, 'gb18030') || !isAsianText(chinese.text, 'gb18030')) return [];
  return lettersOf(chinese).rare === 0 ? [{ encoding: 'utf-8', text }, chinese] : [];
};

const different = (readings: readonly Reading[]): Reading[] =>
  readings.filter(({ text }, index) => readings.findIndex((other) => other.text === text) === index);

const isLatin = (encoding: Candidate): boolean => encoding === 'windows-1252' || encoding === 'macintosh';

/** Whether writing it again gives the same bytes: a decoder passes over what means nothing. */
const isWhole = (bytes: Buffer, text: string, encoding: Candidate): boolean =>
  iconv.encode(text, encoding).equals(bytes);

const hasOwnHeading = (text: string, isHeading: (cell: string) => boolean): boolean =>
  text
    .split(/\r\n?|\n/u)
    .slice(0, mostRowsAbove)
    .flatMap((line) => line.split(/[,;\t]/u))
    .some((cell) => /[^\p{ASCII}]/u.test(cell) && isHeading(cell.replaceAll('"', '')));

/** Titles and notes may stand above the headings. */
const mostRowsAbove = 20;

/** Words of Latin letters: accents inside words, capitals where capitals stand, no signs among the letters. */
const isLatinText = (text: string): boolean => foreignWords(text).every(isLatinWord);

const foreignWords = (text: string): readonly string[] =>
  text
    .split(/[\s,;:."'’“”()/&|+<>@!?_-]+/u)
    .filter((word) => /[^\p{ASCII}]/u.test(word) && !/^[–—…€°§«»]+$/u.test(word));

const isLatinWord = (word: string): boolean =>
  /^[\p{Script=Latin}\d]+$/u.test(word) &&
  /[a-z]/iu.test(word) &&
  !/[^\p{ASCII}]{3}/u.test(word) &&
  !(/\p{Ll}/u.test(word) && /.\p{Lu}/u.test(word)) &&
  [...word].every((letter) => /\p{ASCII}/u.test(letter) || usual.has(letter.toLowerCase()));

/** The letters of the languages that are written in these two encodings. */
const usual = new Set('àáâãäåæçèéêëìíîïðñòóôõöøùúûüýþÿœßšž');

const asianLetter = String.raw`[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー\uff9e\uff9f]`;
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

/** Letters of East Asia, none of them alone glued to a Latin one. */
const isAsianText = (text: string, encoding: Candidate): boolean => {
  const letters = text.match(foreign) ?? [];
  if (!letters.every((letter) => isAsian.test(letter)) || glued.test(text)) return false;
  if (encoding === 'shift_jis') return (text.match(narrow) ?? []).every((word) => narrowWord.test(word));
  return !/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text);
};

/** How many letters a reading has, and how many of them are not such as everybody writes. */
const lettersOf = ({ text, encoding }: { readonly text: string; readonly encoding: Candidate }) => {
  const letters = (text.match(foreign) ?? []).filter((letter) => isLetter.test(letter));
  return { all: letters.length, rare: letters.filter((letter) => !isCommon(letter, encoding)).length };
};

/** By where the standards put the characters of every day: GB 2312 level 1, Big5 level 1, JIS level 1 and the kana. */
const isCommon = (letter: string, encoding: Candidate): boolean => {
  const [lead = 0, trail = 0] = iconv.encode(letter, encoding);
  if (encoding === 'gb18030') return lead >= 0xb0 && lead <= 0xd7 && trail >= 0xa1;
  if (encoding === 'big5') return lead >= 0xa4 && lead <= 0xc6;
  return (lead >= 0x82 && lead <= 0x98) || (lead >= 0xa6 && lead <= 0xdf);
};
