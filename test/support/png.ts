import { inflateSync } from 'node:zlib';

export interface Picture {
  readonly width: number;
  readonly height: number;
  /** Red, green, blue and alpha of each point, row by row. */
  readonly points: readonly (readonly number[])[];
}

const signature = '89504e470d0a1a0a';

const chunksOf = (bytes: Buffer): { type: string; data: Buffer }[] => {
  const chunks: { type: string; data: Buffer }[] = [];
  for (let at = 8; at < bytes.length; ) {
    const length = bytes.readUInt32BE(at);
    const type = bytes.toString('latin1', at + 4, at + 8);
    chunks.push({ type, data: bytes.subarray(at + 8, at + 8 + length) });
    at += length + 12;
  }
  return chunks;
};

const paeth = (left: number, above: number, corner: number): number => {
  const guess = left + above - corner;
  const [toLeft, toAbove, toCorner] = [
    Math.abs(guess - left),
    Math.abs(guess - above),
    Math.abs(guess - corner),
  ];
  if (toLeft <= toAbove && toLeft <= toCorner) return left;
  return toAbove <= toCorner ? above : corner;
};

/** Reads a PNG of 8 bits a channel, true colour with or without alpha, not interlaced. */
export const readPng = (file: Uint8Array): Picture => {
  const bytes = Buffer.from(file);
  if (bytes.toString('hex', 0, 8) !== signature) throw new Error('not a PNG');
  const chunks = chunksOf(bytes);
  const header = chunks.find(({ type }) => type === 'IHDR')?.data ?? Buffer.alloc(13);
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
  const channels = { 2: 3, 6: 4 }[header[9] ?? 0];
  if (channels === undefined || header[8] !== 8 || header[12] !== 0) throw new Error('another kind of PNG');
  const raw = inflateSync(Buffer.concat(chunks.flatMap(({ type, data }) => (type === 'IDAT' ? [data] : []))));
  const stride = width * channels;
  let above: number[] = new Array<number>(stride).fill(0);
  const points: number[][] = [];
  for (let row = 0; row < height; row += 1) {
    const start = row * (stride + 1);
    const line: number[] = [];
    for (let at = 0; at < stride; at += 1) {
      const [left, up, corner] = [line[at - channels] ?? 0, above[at] ?? 0, above[at - channels] ?? 0];
      const guesses = [0, left, up, (left + up) >> 1, paeth(left, up, corner)];
      line.push(((raw[start + 1 + at] ?? 0) + (guesses[raw[start] ?? 0] ?? 0)) & 0xff);
    }
    for (let at = 0; at < stride; at += channels) {
      const point = line.slice(at, at + channels);
      points.push(channels === 3 ? [...point, 255] : point);
    }
    above = line;
  }
  return { width, height, points };
};
