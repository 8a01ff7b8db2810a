/** What nobody sees in a text: zero-width characters, direction marks, soft hyphens, variation selectors and the like. */
const invisible = /[\p{Default_Ignorable_Code_Point}\p{Cf}]/gu;

/** Stops of Chinese keyboards, which stand for the dots of an address and are no compatibility forms of them. */
const stops = /[。｡]/gu;

/**
 * An e-mail address as it is compared: lower-cased, full-width letters, dots and @ as plain ones, without what cannot be
 * seen inside it or around it. Directories, rosters and people copy such marks along.
 */
export const cleanAddress = (text: string): string => plain(plain(text).toLowerCase()).trim();

/** Twice: what is taken away may have kept two characters apart, and what is written out may be invisible. */
const plain = (text: string): string =>
  String(text)
    .replace(invisible, '')
    .normalize('NFKC')
    .replace(invisible, '')
    .replace(stops, '.')
    .normalize('NFKC');
