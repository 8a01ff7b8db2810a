/** People who cannot be told apart by the cells they are in, and how many of them answered. */
export interface CountedGroup {
  readonly cells: ReadonlySet<string>;
  readonly count: number;
}

/**
 * Which cells may be shown beside the whole so that nobody can get at fewer than `minimum` answers, however
 * they add and subtract what is shown (complementary suppression, P3).
 *
 * Shown cells part people into classes: same class, same shown cells. Whatever is computed from shown sums
 * weighs everybody of a class alike, so it tells about whole classes only. Hence: a cell is shown only while
 * every class is empty or has the minimum. The largest cells are tried first, then in the order of their
 * names, so that every request of everybody gets the same cells. If the whole itself is too small, nothing is shown.
 */
export const showableCells = (groups: readonly CountedGroup[], minimum: number): ReadonlySet<string> => {
  const shown = new Set<string>();
  const enough = (part: readonly CountedGroup[]): boolean => {
    const count = countOf(part);
    return count === 0 || count >= minimum;
  };
  if (countOf(groups) < minimum) return shown;
  let classes: readonly (readonly CountedGroup[])[] = [groups];
  for (const cell of largestFirst(groups, minimum)) {
    const parted = classes.flatMap((members) => [
      members.filter((group) => group.cells.has(cell)),
      members.filter((group) => !group.cells.has(cell)),
    ]);
    if (!parted.every(enough)) continue;
    classes = parted.filter((members) => members.length > 0);
    shown.add(cell);
  }
  return shown;
};

const countOf = (groups: readonly CountedGroup[]): number =>
  groups.reduce((sum, group) => sum + group.count, 0);

const largestFirst = (groups: readonly CountedGroup[], minimum: number): string[] => {
  const counts = new Map<string, number>();
  for (const group of groups) {
    for (const cell of group.cells) counts.set(cell, (counts.get(cell) ?? 0) + group.count);
  }
  return [...counts]
    .filter(([, count]) => count >= minimum)
    .sort(([one, n], [other, m]) => m - n || (one < other ? -1 : 1))
    .map(([cell]) => cell);
};
