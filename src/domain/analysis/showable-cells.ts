import { addTallies, subtractTally, type Tally } from './tally.ts';

/** People who cannot be told apart by the cells they are in, and what they said; of `count` people nothing else may be known. */
export interface CellGroup {
  readonly cells: ReadonlySet<string>;
  readonly count: number;
  readonly tally?: Tally;
}

export interface CellRules {
  readonly whole: Tally;
  /** Everything said in a cell. */
  readonly inCell: (cell: string) => Tally;
  readonly minimum: number;
  /** Whether answers are so low that they may not be told as they are; none are if not given. */
  readonly isLow?: (tally: Tally) => boolean;
}

/**
 * Which cells may be shown beside the whole so that nobody can get at fewer than `minimum` answers, nor at answers that are
 * too low to be told, however they add and subtract what is shown (complementary suppression, P3).
 *
 * Shown cells part people into classes: same class, same shown cells. Whatever is computed from shown sums weighs everybody
 * of a class alike, so it tells about whole classes only. Hence: a cell may be shown only while every class is empty or has the
 * minimum. The largest cells are tried first, then in the order of their names, so that every request of everybody gets the
 * same cells. Which they are depends on numbers of answers alone, and those tell nothing of what was said.
 *
 * Classes that are too low are told together only, with one that is not, if they are too low together. So it shows that one of
 * them is low, not which: anybody in it who was not satisfied could change places with somebody of the others who was, and
 * nothing that is shown, and no rule by which it is shown, would be different.
 */
export const showableCells = (groups: readonly CellGroup[], rules: CellRules): ReadonlySet<string> => {
  const { cells, classes } = largeEnough(groups, rules);
  const together = new Set(toldTogether(classes, rules.isLow ?? (() => false)));
  const isWhole = (cell: string): boolean => {
    const inside = [...together].filter((one) => one.cells.has(cell)).length;
    return inside === 0 || inside === together.size;
  };
  return new Set([...cells].filter(isWhole));
};

interface Class {
  tally: Tally;
  /** Those of the shown cells that its people are in. */
  readonly cells: ReadonlySet<string>;
}

/** The cells that may be shown by their numbers, and the classes they make, in an order that tells nothing. */
const largeEnough = (
  groups: readonly CellGroup[],
  { whole, minimum, inCell }: CellRules,
): { readonly cells: ReadonlySet<string>; readonly classes: readonly Class[] } => {
  const cells = new Set<string>();
  const isFine = (count: number): boolean => count === 0 || count >= minimum;
  if (whole.n < minimum) return { cells, classes: [] };
  const ofCell = groupsByCell(groups);
  const everybody: Class = { tally: whole, cells: new Set() };
  const classOf = new Map<CellGroup, Class>(groups.map((group) => [group, everybody]));
  for (const cell of largestFirst(ofCell, minimum)) {
    const within = [...Map.groupBy(ofCell.get(cell) ?? [], (group) => classOf.get(group) ?? everybody)];
    const split = within.map(([home, members]) => ({
      home,
      members,
      tally: within.length === 1 ? inCell(cell) : tallyOf(members),
    }));
    if (!split.every(({ home, tally }) => tally && isFine(tally.n) && isFine(home.tally.n - tally.n)))
      continue;
    cells.add(cell);
    for (const { home, members, tally } of split) {
      if (tally === undefined) continue;
      const own: Class = { tally, cells: new Set([...home.cells, cell]) };
      home.tally = subtractTally(home.tally, tally);
      for (const group of members) classOf.set(group, own);
    }
  }
  const classes = new Set([everybody, ...groups.map((group) => classOf.get(group) ?? everybody)]);
  return { cells, classes: [...classes].filter(({ tally }) => tally.n > 0) };
};

const toldTogether = (classes: readonly Class[], isLow: (tally: Tally) => boolean): readonly Class[] => {
  const low = classes.filter(({ tally }) => isLow(tally));
  const [first] = low;
  if (first === undefined) return [];
  if (low.length > 1 && !isLow(addTallies(...low.map(({ tally }) => tally)))) return low;
  const inCommon = (one: Class): number => [...one.cells].filter((cell) => first.cells.has(cell)).length;
  const [companion] = classes
    .filter((one) => !low.includes(one))
    .sort((one, other) => inCommon(other) - inCommon(one));
  return companion === undefined ? low : [...low, companion];
};

const tallyOf = (groups: readonly CellGroup[]): Tally | undefined => {
  const tallies = groups.map(({ tally }) => tally).filter((tally) => tally !== undefined);
  return tallies.length < groups.length ? undefined : addTallies(...tallies);
};

const groupsByCell = (groups: readonly CellGroup[]): ReadonlyMap<string, readonly CellGroup[]> => {
  const found = new Map<string, CellGroup[]>();
  for (const group of groups.filter(({ count }) => count > 0)) {
    for (const cell of group.cells) {
      const known = found.get(cell);
      if (known === undefined) found.set(cell, [group]);
      else known.push(group);
    }
  }
  return found;
};

const largestFirst = (ofCell: ReadonlyMap<string, readonly CellGroup[]>, minimum: number): string[] =>
  [...ofCell]
    .map(([cell, groups]) => [cell, groups.reduce((sum, { count }) => sum + count, 0)] as const)
    .filter(([, count]) => count >= minimum)
    .sort(([one, n], [other, m]) => m - n || (one < other ? -1 : 1))
    .map(([cell]) => cell);
