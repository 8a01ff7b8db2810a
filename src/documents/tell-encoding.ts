import iconv from 'iconv-lite';
import {
  type EastAsianEncoding,
  eastAsianEncodings,
  eastAsianLettersOf,
  isEastAsianText,
} from './east-asian-letters.ts';
import { isLatinText, latinEncodings } from './latin-words.ts';
import { isOneScriptText, oneScriptEncodings } from './one-script-words.ts';

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

/** What the cells that are not English say in an encoding. */
interface CellsReading<Encoding extends string = string> {
  readonly encoding: Encoding;
  readonly cells: readonly string[];
}

/**
 * What bytes that are no UTF-8 may say, by evidence: words as people write them in one encoding are hardly ever words in another.
 * `isHeading` knows a roster's headings: a reading in which one is written in other than English letters is beyond doubt.
 */
export const readingsOf = (bytes: Buffer, isHeading: (cell: string) => boolean): Readings => {
  const { readings, sure } = tell(foreignCells(bytes), firstRows(bytes), isHeading);
  return {
    sure,
    readings: readings.map(({ encoding }) => ({ encoding, text: iconv.decode(bytes, encoding) })),
  };
};

const tell = (
  foreign: Buffer,
  above: Buffer,
  isHeading: (cell: string) => boolean,
): { readonly readings: readonly CellsReading[]; readonly sure: boolean } => {
  const decoded = eastAsianEncodings.flatMap((encoding) => read(foreign, encoding));
  const known = different(
    decoded.filter(({ encoding }) => hasOwnHeading(iconv.decode(above, encoding), isHeading)),
  );
  if (known.length > 0) return { readings: known, sure: known.length === 1 };
  const alphabetic = fewFaults([
    ...latinEncodings.flatMap((encoding) => judged(foreign, encoding, isLatinText)),
    ...oneScriptEncodings.flatMap((encoding) => judged(foreign, encoding, isOneScriptText)).filter(hasWord),
  ]);
  const asian = weighedWithKorean(
    decoded
      .filter(({ encoding, cells }) => isEastAsianText(cells.join('\n'), encoding))
      .map((reading) => ({ reading, ...eastAsianLettersOf(reading.cells.join('\n'), reading.encoding) })),
  ).toSorted((one, other) => one.rare - other.rare);
  const readings = different([...asian.map(({ reading }) => reading), ...alphabetic]);
  if (asian.length === 0) return { readings, sure: readings.length === 1 };
  // Beside words that are Latin without fault, East Asian ones count only where they are such as everybody writes.
  const isLatin = alphabetic.every(({ encoding }) => latinEncodings.some((latin) => latin === encoding));
  const common = asian.filter(({ all, rare }) => rare <= mostRare(all, isLatin) * all);
  if (alphabetic.length > 0) {
    const plain = different([...common.map(({ reading }) => reading), ...alphabetic]);
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

/** Two letters alone are a word in every script. */
const hasWord = ({ cells }: CellsReading): boolean => cells.some((cell) => /[^\p{ASCII}]{3}/u.test(cell));

/** A word in one foreign script comes about by chance more easily: it does not outweigh a few letters, rare as they are. */
const mostRare = (all: number, isLatin: boolean): number => (isLatin ? 0.2 : all <= 4 ? 1 : 0.5);

/** Short Chinese words can be sound UTF-8 by chance, of signs and odd letters: 陆伟 in GB18030 is ½ΰ. */
export const chanceUtf8 = (bytes: Buffer, text: string): readonly Reading[] => {
  // Three bytes and more in a letter hardly come about by chance.
  if (/[\u0800-\u{10ffff}]/u.test(text)) return [];
  if (latinEncodings.some((encoding) => isLatinText(text, encoding))) return [];
  const chinese = { encoding: 'gb18030', text: iconv.decode(bytes, 'gb18030') } as const;
  if (!isWhole(bytes, chinese.text, 'gb18030') || !isEastAsianText(chinese.text, 'gb18030')) return [];
  return eastAsianLettersOf(chinese.text, 'gb18030').rare === 0 ? [{ encoding: 'utf-8', text }, chinese] : [];
};

/** Each cell that holds other than English letters, once, a line each: separators are no part of a letter in any encoding. */
const foreignCells = (bytes: Buffer): Buffer => {
  const cells = new Set(bytes.toString('latin1').split(/[\r\n,;\t]/u));
  return Buffer.from([...cells].filter((cell) => /[^\p{ASCII}]/u.test(cell)).join('\n'), 'latin1');
};

/** Headings stand here: titles and notes may be above them. */
const firstRows = (bytes: Buffer): Buffer =>
  Buffer.from(
    bytes
      .toString('latin1')
      .split(/\r\n?|\n/u, 20)
      .join('\n'),
    'latin1',
  );

/** What the cells say in an encoding, if anything; `isFirstRight` may rule it out before a large file is read in it. */
const read = <Encoding extends string>(
  foreign: Buffer,
  encoding: Encoding,
  isFirstRight: (cells: readonly string[]) => boolean = () => true,
): CellsReading<Encoding>[] => {
  const first = wholeTextOf(firstOf(foreign), encoding);
  if (first === undefined || !isFirstRight(first.split('\n'))) return [];
  const text = wholeTextOf(foreign, encoding);
  return text === undefined ? [] : [{ encoding, cells: text.split('\n') }];
};

const wholeTextOf = (foreign: Buffer, encoding: string): string | undefined => {
  const text = iconv.decode(foreign, encoding);
  return text.includes('\ufffd') || !isWhole(foreign, text, encoding) ? undefined : text;
};

/** Whether writing it again gives the same bytes: a decoder passes over what means nothing. */
const isWhole = (bytes: Buffer, text: string, encoding: string): boolean =>
  iconv.encode(text, encoding).equals(bytes);

/** One cell in ten may hold what the rules do not know. */
const mostFaults = 0.1;

interface JudgedReading extends CellsReading {
  readonly faults: ReadonlySet<number>;
}

const judged = <Encoding extends string>(
  foreign: Buffer,
  encoding: Encoding,
  isRight: (cell: string, encoding: Encoding) => boolean,
): JudgedReading[] => {
  const isWord = remembering((cell) => isRight(cell, encoding));
  const isMostlyRight = (cells: readonly string[]): boolean =>
    cells.filter(isWord).length >= cells.length / 2;
  return read(foreign, encoding, isMostlyRight).flatMap((reading) => {
    const faults = new Set<number>();
    for (const [at, cell] of reading.cells.entries()) {
      // Digits and other English say nothing, and make every cell another.
      if (!cell.split(' ').every(isWord)) faults.add(at);
      if (faults.size > mostFaults * reading.cells.length) return [];
    }
    return [{ ...reading, faults }];
  });
};

const remembering = (judge: (word: string) => boolean): ((word: string) => boolean) => {
  const known = new Map<string, boolean>();
  return (word) => {
    const right = known.get(word) ?? judge(word);
    known.set(word, right);
    return right;
  };
};

/** So many cells tell whether an encoding may be it at all. */
const few = 100;

const firstOf = (foreign: Buffer): Buffer =>
  Buffer.from(foreign.toString('latin1').split('\n', few).join('\n'), 'latin1');

/** Not those that are at fault in more than a few of the cells in which they differ from the best. */
const fewFaults = (all: readonly JudgedReading[]): JudgedReading[] => {
  const best = all.toSorted((one, other) => one.faults.size - other.faults.size)[0];
  return all.filter(({ cells, faults }) => {
    const differing = cells.flatMap((cell, at) => (cell === best?.cells[at] ? [] : [at]));
    return differing.filter((at) => faults.has(at)).length <= mostFaults * differing.length;
  });
};

/** So many letters are not all Hangul by chance: of the common Chinese ones six in ten are. */
const surelyKorean = 10;

interface Weighed {
  readonly reading: CellsReading<EastAsianEncoding>;
  readonly all: number;
  readonly rare: number;
}

/** Korean is as likely as the best where a third of its letters may be rare; with many letters it is sure. */
const weighedWithKorean = (asian: readonly Weighed[]): readonly Weighed[] => {
  const korean = asian.find(({ reading }) => reading.encoding === 'cp949');
  const others = asian.filter((one) => one !== korean);
  if (korean === undefined || korean.rare > korean.all / 3) return others;
  return korean.all >= surelyKorean ? [{ ...korean, rare: 0 }] : [{ ...korean, rare: 0 }, ...others];
};

const different = <R extends CellsReading>(readings: readonly R[]): R[] => {
  const texts = readings.map(({ cells }) => cells.join('\n'));
  return readings.filter((_, index) => texts.indexOf(texts[index] ?? '') === index);
};

const hasOwnHeading = (text: string, isHeading: (cell: string) => boolean): boolean =>
  text
    .split('\n')
    .flatMap((line) => line.split(/[,;\t]/u))
    .some((cell) => /[^\p{ASCII}]/u.test(cell) && isHeading(cell.replaceAll('"', '')));
