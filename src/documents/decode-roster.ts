import iconv from 'iconv-lite';
import { meaningOfHeading } from '../domain/rosters/heading-meaning.ts';
import type { RosterProblem, RosterProblemCode } from '../domain/rosters/roster-problem.ts';
import { chanceUtf8, type Reading, readingsOf } from './tell-encoding.ts';

/** Where it cannot be told what bytes say, and what they may say there. */
type Doubt = Required<Pick<RosterProblem, 'line' | 'details'>>;
type Undecoded = { readonly code: RosterProblemCode } & Partial<Doubt>;

const startsWith = (bytes: Uint8Array, ...mark: number[]): boolean =>
  mark.every((byte, index) => bytes[index] === byte);

/** Control characters other than tab and line ends, or the mark of bytes that mean nothing. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: looking for control characters is the purpose
const notText = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffd]/u;

/**
 * Bytes as a spreadsheet saves them → text: UTF-8 with or without mark, UTF-16 with mark ("Unicode text"),
 * where the bytes are not UTF-8, what the evidence says they are in (`readingsOf`); what it does not say is asked.
 */
export const decodeRoster = (all: Uint8Array, encoding?: string): { readonly text: string } | Undecoded => {
  if (encoding !== undefined && !iconv.encodingExists(encoding)) return { code: 'encoding-unknown' };
  // The mark at which MS-DOS ends a file.
  const bytes = all.at(-1) === 0x1a ? all.subarray(0, -1) : all;
  const text =
    encoding === undefined ? decode(Buffer.from(bytes)) : iconv.decode(Buffer.from(bytes), encoding);
  if (typeof text === 'object') return { code: 'encoding-unclear', ...text };
  if (text === undefined || notText.test(text)) return { code: 'file-not-text' };
  return text.trim() === '' ? { code: 'file-empty' } : { text };
};

const decode = (bytes: Buffer): string | Doubt | undefined => {
  if (startsWith(bytes, 0xff, 0xfe)) return iconv.decode(bytes, 'utf-16le');
  if (startsWith(bytes, 0xfe, 0xff)) return iconv.decode(bytes, 'utf-16be');
  const wide = utf16Of(bytes);
  if (wide !== undefined) return iconv.decode(bytes, wide);
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return startsWith(bytes, 0xef, 0xbb, 0xbf) ? text : (doubtOf(chanceUtf8(bytes, text)) ?? text);
  } catch {
    if (isDamagedUtf8(bytes)) return undefined;
    const { readings, sure } = readingsOf(bytes, isHeading);
    return sure ? readings[0]?.text : doubtOf(readings);
  }
};

/** A single letter may be what other bytes come to by chance. */
const isHeading = (cell: string): boolean => cell.trim().length > 1 && meaningOfHeading(cell) !== undefined;

/** UTF-16 without its mark: every other byte of what is English is nothing. */
const utf16Of = (bytes: Buffer): 'utf-16le' | 'utf-16be' | undefined => {
  if (!bytes.includes(0)) return undefined;
  const nothing = [0, 0];
  for (const [index, byte] of bytes.entries())
    if (byte === 0) nothing[index % 2] = (nothing[index % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = nothing;
  const most = bytes.length / 2;
  if (bytes.length % 2 === 1 || even + odd < most / 10 || Math.min(even, odd) * 10 > even + odd)
    return undefined;
  // A few on the other side are letters such as 一 (4E 00).
  return even < odd ? 'utf-16le' : 'utf-16be';
};

/** The first line that the readings do not agree about, in each of them. */
const doubtOf = (readings: readonly Reading[]): Doubt | undefined => {
  const lines = readings.map(({ text }) => text.split(/\r\n?|\n/u));
  const at = lines[0]?.findIndex(
    (line, index) =>
      /[^\p{ASCII}]/u.test(line) && lines.some((other) => other[index] !== line || lines.length === 1),
  );
  if (at === undefined || at === -1) return undefined;
  const said = readings.map(({ encoding }, index) => {
    const cells = (lines[index]?.[at] ?? '').split(/[,;\t]/u);
    return `${encoding}: ${cells.find((cell) => /[^\p{ASCII}]/u.test(cell)) ?? ''}`;
  });
  return { line: at + 1, details: { readings: said.join(' / '), encoding: readings[0]?.encoding ?? '' } };
};

/** Reading a damaged UTF-8 file as GB18030 would quietly give everybody another name. */
const isDamagedUtf8 = (bytes: Buffer): boolean => {
  if (startsWith(bytes, 0xef, 0xbb, 0xbf)) return true;
  const text = bytes.toString('utf-8');
  const broken = text.match(/\ufffd/gu)?.length ?? 0;
  const sound = text.match(/[^\p{ASCII}\ufffd]/gu)?.length ?? 0;
  return sound > broken;
};
