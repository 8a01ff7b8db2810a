/** Of these texts those that look like what was asked for, most alike first, at most so many. */
export const nearest = (asked: string, texts: readonly string[], most: number): string[] => {
  const wanted = asked.trim().toLowerCase();
  return texts
    .map((text) => ({ text, likeness: likeness(wanted, text.trim().toLowerCase()) }))
    .filter(({ likeness: much }) => much >= alikeEnough)
    .toSorted((one, other) => other.likeness - one.likeness || (one.text < other.text ? -1 : 1))
    .slice(0, most)
    .map(({ text }) => text);
};

/** Tried on names of departments in both languages: below it the likeness is no help. */
const alikeEnough = 0.5;

/** From 0 (nothing in common) to 1 (the same): one contains the other, or they share steps of writing. */
const likeness = (one: string, other: string): number => {
  if (one === '' || other === '') return 0;
  const longest = Math.max(one.length, other.length);
  const contained = one.includes(other) || other.includes(one) ? 0.5 : 0;
  return Math.max(contained, 1 - distance(one, other) / longest);
};

/** How many letters must be added, dropped or changed (Levenshtein). */
const distance = (one: string, other: string): number => {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (const [at, letter] of [...one].entries()) {
    const next = [at + 1];
    for (let index = 1; index <= other.length; index += 1) {
      const same = letter === other[index - 1] ? 0 : 1;
      const [left = 0, above = 0, diagonal = 0] = [next[index - 1], row[index], row[index - 1]];
      next.push(Math.min(left + 1, above + 1, diagonal + same));
    }
    row = next;
  }
  return row[other.length] ?? 0;
};
