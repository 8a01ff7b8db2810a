import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

/** Closes texts up so that whoever lacks the secret can neither read them, nor change them, nor pass one off as another. */
export interface Seal {
  /**
   * The text as it may be stored. `about` is what it belongs to: it opens there alone. All texts with as much room, in
   * bytes, are equally long; one that needs more gets twice the room, and again.
   */
  close(about: string, text: string, room: number): Uint8Array;
  /** The text; undefined for what this secret never closed, for this, in just these bytes. */
  open(about: string, sealed: Uint8Array): string | undefined;
}

/** What the first byte says: how the rest is to be read. */
const format = 1;
const cipher = 'aes-256-gcm';
const nonceBytes = 12;
const tagBytes = 16;
const headBytes = 1 + nonceBytes + tagBytes;
/** Sizes are counted in these, so that there are but a few. */
const stepBytes = 256;
const label = 'training follow-up: sealed answers, 1';

/**
 * AES-256-GCM under a key of its own derived from the secret (HKDF-SHA-256). Nonces are random: one key bears 2^32 texts (NIST
 * SP 800-38D), and 50,000 people who save 20 pages in each of 100 rounds make 10^8.
 */
export const createSeal = (secret: string, random: (bytes: number) => Uint8Array = randomBytes): Seal => {
  const key = Buffer.from(hkdfSync('sha256', secret, '', label, 32));
  return {
    close: (about, text, room) => {
      const plain = Buffer.alloc(roomFor(Buffer.byteLength(text), room), ' ');
      plain.write(text);
      const nonce = random(nonceBytes);
      const closing = createCipheriv(cipher, key, nonce, { authTagLength: tagBytes });
      closing.setAAD(Buffer.from(about));
      const closed = Buffer.concat([closing.update(plain), closing.final()]);
      return Buffer.concat([Buffer.from([format]), nonce, closing.getAuthTag(), closed]);
    },
    open: (about, sealed) => {
      if (sealed.length <= headBytes || sealed[0] !== format) return undefined;
      const nonce = sealed.subarray(1, 1 + nonceBytes);
      const opening = createDecipheriv(cipher, key, nonce, { authTagLength: tagBytes });
      opening.setAAD(Buffer.from(about));
      opening.setAuthTag(sealed.subarray(1 + nonceBytes, headBytes));
      const plain = opening.update(sealed.subarray(headBytes));
      try {
        opening.final();
      } catch {
        return undefined;
      }
      return plain.toString('utf8').trimEnd();
    },
  };
};

/** What tells one closed text from every other. */
export const sealMark = (sealed: Uint8Array): string =>
  Buffer.from(sealed.subarray(1 + nonceBytes, headBytes)).toString('base64url');

/** How much room, in bytes, a closed text was given. */
export const roomOf = (sealed: Uint8Array): number => sealed.length - headBytes;

const roomFor = (needed: number, asked: number): number => {
  let room = Math.max(asked, 1);
  while (room < needed) room *= 2;
  return Math.ceil(room / stepBytes) * stepBytes;
};
