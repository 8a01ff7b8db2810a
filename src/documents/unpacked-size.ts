import { inflateRawSync } from 'node:zlib';

/** A roster of 6 MB packed is some 40 MB unpacked; what is far larger was made to fill the memory. */
const mostUnpacked = 96 * 1024 * 1024;
const mostEntries = 2000;

/**
 * How many bytes an archive (a workbook is one) holds, found by unpacking rather than by what it says of itself;
 * 'too-large' as soon as they are too many, undefined where it is no whole archive.
 */
export const unpackedSize = (archive: Buffer): number | 'too-large' | undefined => {
  try {
    const end = archive.lastIndexOf('PK\u0005\u0006', undefined, 'latin1');
    if (end === -1) return undefined;
    const entries = archive.readUInt16LE(end + 10);
    if (entries > mostEntries) return 'too-large';
    let at = archive.readUInt32LE(end + 16);
    let size = 0;
    for (let entry = 0; entry < entries; entry += 1) {
      if (archive.toString('latin1', at, at + 4) !== 'PK\u0001\u0002') return undefined;
      size += sizeOf(archive, at, mostUnpacked - size);
      if (size > mostUnpacked) return 'too-large';
      at +=
        46 + archive.readUInt16LE(at + 28) + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32);
    }
    return size;
  } catch (error) {
    return isTooLarge(error) ? 'too-large' : undefined;
  }
};

const sizeOf = (archive: Buffer, at: number, room: number): number => {
  const packed = archive.readUInt32LE(at + 20);
  const header = archive.readUInt32LE(at + 42);
  const from = header + 30 + archive.readUInt16LE(header + 26) + archive.readUInt16LE(header + 28);
  // 0: stored as it is, 8: deflated; spreadsheets write nothing else.
  if (archive.readUInt16LE(at + 10) === 0) return packed;
  return inflateRawSync(archive.subarray(from, from + packed), { maxOutputLength: Math.max(room, 1) }).length;
};

const isTooLarge = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
