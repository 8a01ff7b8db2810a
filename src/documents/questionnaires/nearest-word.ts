/** Letters to change before one word is another (Levenshtein). */
const distance = (one: string, other: string): number => {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (const [i, letter] of [...one].entries()) {
    const next = [i + 1];
    for (const [j, wanted] of [...other].entries()) {
      const replaced = (row[j] ?? 0) + (letter === wanted ? 0 : 1);
      next.push(Math.min(replaced, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
};

/** The word that was probably meant: two letters off at most, and no more than a third of it. */
export const nearestWord = (typed: string, words: readonly string[]): string | undefined => {
  const [best] = words
    .map((word) => ({ word, off: distance(typed.toLowerCase(), word.toLowerCase()) }))
    .filter(({ word, off }) => off <= Math.min(2, Math.ceil(word.length / 3)))
    .toSorted((one, other) => one.off - other.off);
  return best?.word;
};
