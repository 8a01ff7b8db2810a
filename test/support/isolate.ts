/** A number that is shown of some of the people: whose it is, by place. */
export type Row = readonly number[];

/**
 * The smallest group that is neither empty nor at least `minimum` and whose own number follows from those shown, by any sums
 * and differences; undefined if there is none. People of whom the same numbers are shown cannot be told apart, and are taken
 * together.
 */
export const isolated = (rows: readonly Row[], people: number, minimum: number): number[] | undefined => {
  const basis = reduced(rows);
  const alike = Map.groupBy(
    Array.from({ length: people }, (_, at) => at),
    (at) => rows.map((row) => row[at]).join(),
  );
  // Of whom nothing is shown, nothing follows.
  const classes = [...alike].flatMap(([shown, own]) => (shown.includes('1') ? [own] : []));
  const small: number[][] = [[]];
  for (const own of classes) {
    const fitting = small.filter((one) => one.length + own.length < minimum);
    small.push(...fitting.map((one) => [...one, ...own]));
  }
  return small.find((group) => {
    if (group.length === 0) return false;
    const wanted = Array.from({ length: people }, (_, at) => (group.includes(at) ? 1 : 0));
    return reduced([...rows, wanted]).length === basis.length;
  });
};

/** Independent rows that say the same, in whole numbers and so exactly. */
const reduced = (rows: readonly Row[]): bigint[][] => {
  const basis: bigint[][] = [];
  for (const row of rows) {
    let left = row.map(BigInt);
    for (const one of basis) {
      const at = one.findIndex((value) => value !== 0n);
      const [pivot = 1n, here = 0n] = [one[at], left[at]];
      left = left.map((value, column) => value * pivot - (one[column] ?? 0n) * here);
    }
    if (left.some((value) => value !== 0n)) basis.push(left);
  }
  return basis;
};
