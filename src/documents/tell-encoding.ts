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
  const written = (leastCommon: number): Reading[] =>
    different(
      decoded.filter(({ encoding, text }) =>
        isLatin(encoding) ? isLatinText(text) : isAsianText(text, encoding, leastCommon),
      ),
    );
  const plain = written(0.8);
  if (plain.length > 0) return { readings: plain, sure: plain.length === 1 };
  return { readings: written(0.3), sure: false };
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
const usual = new Set('àáâãäåæçèéêëìíîïñòóôõöøùúûüýÿœßšž');

const asianLetter = String.raw`[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]`;
const asianSign = String.raw`[\u3000-\u303f\uff01-\uff5e·—“”‘’…]`;
const foreign = /[^\p{ASCII}]/gu;
const isAsian = new RegExp(`^(?:${asianLetter}|${asianSign})$`, 'u');
/** One such letter alone against a Latin one. */
const glued = new RegExp(
  `(?<!${asianLetter})${asianLetter}[a-z]|[a-z]${asianLetter}(?!${asianLetter})`,
  'iu',
);

/** Names and words of East Asia: as many as that are such as everybody writes, and none alone is glued to a Latin letter. */
const isAsianText = (text: string, encoding: Candidate, leastCommon: number): boolean => {
  const letters = text.match(foreign) ?? [];
  if (!letters.every((letter) => isAsian.test(letter)) || glued.test(text)) return false;
  if (encoding !== 'shift_jis' && /[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text)) return false;
  const written = letters.filter((letter) => new RegExp(asianLetter, 'u').test(letter));
  return written.filter((letter) => isCommon(letter, encoding)).length >= leastCommon * written.length;
};

/** By where the standards put the characters of every day: GB 2312 level 1, Big5 level 1, JIS level 1 and the kana. */
const isCommon = (letter: string, encoding: Candidate): boolean => {
  const [lead = 0, trail = 0] = iconv.encode(letter, encoding);
  if (encoding === 'gb18030') return lead >= 0xb0 && lead <= 0xd7 && trail >= 0xa1;
  if (encoding === 'big5') return lead >= 0xa4 && lead <= 0xc6;
  return lead >= 0x82 && lead <= 0x98;
};
