import iconv from 'iconv-lite';
import type { RosterProblemCode } from '../domain/trainings/roster-problem.ts';

const startsWith = (bytes: Uint8Array, ...mark: number[]): boolean =>
  mark.every((byte, index) => bytes[index] === byte);

/** Control characters other than tab and line ends, or the mark of bytes that mean nothing. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: looking for control characters is the purpose
const notText = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffd]/u;

/**
 * Bytes as a spreadsheet saves them → text: UTF-8 with or without mark, UTF-16 with mark ("Unicode text"),
 * GB18030 (what Excel in Chinese means by CSV) where the bytes are not UTF-8.
 */
export const decodeRoster = (
  bytes: Uint8Array,
  encoding?: string,
): { text: string } | { code: RosterProblemCode } => {
  if (startsWith(bytes, 0x50, 0x4b, 0x03, 0x04) || startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) {
    return { code: 'file-is-workbook' };
  }
  if (encoding !== undefined && !iconv.encodingExists(encoding)) return { code: 'encoding-unknown' };
  const text =
    encoding === undefined ? decode(Buffer.from(bytes)) : iconv.decode(Buffer.from(bytes), encoding);
  if (text === undefined || notText.test(text)) return { code: 'file-not-text' };
  return text.trim() === '' ? { code: 'file-empty' } : { text };
};

const decode = (bytes: Buffer): string | undefined => {
  if (startsWith(bytes, 0xff, 0xfe)) return iconv.decode(bytes, 'utf-16le');
  if (startsWith(bytes, 0xfe, 0xff)) return iconv.decode(bytes, 'utf-16be');
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // Not UTF-8: either GB18030 or a UTF-8 file that was damaged.
    return isDamagedUtf8(bytes) ? undefined : iconv.decode(bytes, 'gb18030');
  }
};

/** Reading a damaged UTF-8 file as GB18030 would quietly give everybody another name. */
const isDamagedUtf8 = (bytes: Buffer): boolean => {
  if (startsWith(bytes, 0xef, 0xbb, 0xbf)) return true;
  const text = bytes.toString('utf-8');
  const broken = text.match(/\ufffd/gu)?.length ?? 0;
  const sound = text.match(/[^\p{ASCII}\ufffd]/gu)?.length ?? 0;
  return sound > broken;
};
