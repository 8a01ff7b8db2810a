/** Two who may be meant, as typed: whose name and address stay, and who is the same. */
export type TypedPair = readonly [kept: string, other: string];

/** What may stand between two names; a word that may be part of one only with spaces around it. */
const between = /\s*[,，、;；=|]\s*|\s+(?:and|is|和|与|跟|同|就是|是)\s+/iu;

/**
 * Reads what follows `/same`: `anna.berg@contoso.com berg@contoso.com`, `Anna Berg, Anna Berger`, `李伟 和 李玮`. Without
 * anything in between every way to part it may be meant; none: it is not two.
 */
export const pairsIn = (text: string): TypedPair[] => {
  const plain = text.normalize('NFKC').replace(/\s+/gu, ' ').trim();
  const parts = plain.split(between).filter((part) => part !== '');
  const [kept, other, more] = parts;
  if (kept !== undefined && other !== undefined) return more === undefined ? [[kept, other]] : [];
  const words = plain.split(' ');
  const splits = words
    .slice(1)
    .map((_, index): TypedPair => [words.slice(0, index + 1).join(' '), words.slice(index + 1).join(' ')]);
  // An address is one word, and nobody's name.
  return splits.filter((pair) => pair.every((part) => !part.includes('@') || !part.includes(' ')));
};
