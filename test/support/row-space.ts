/** Exact: rows of whole numbers that grow as they must. */
type Row = readonly bigint[];

/** What can be computed by adding, subtracting and scaling sums over people, without rounding. */
export const rowSpace = (known: readonly (readonly number[])[]) => {
  const basis: { readonly pivot: number; readonly row: Row }[] = [];
  const reduce = (row: Row): Row =>
    basis.reduce((left, { pivot, row: base }) => {
      const [own, other] = [left[pivot] ?? 0n, base[pivot] ?? 1n];
      return own === 0n ? left : left.map((value, at) => value * other - own * (base[at] ?? 0n));
    }, row);
  for (const row of known) {
    const left = reduce(row.map(BigInt));
    const pivot = left.findIndex((value) => value !== 0n);
    if (pivot >= 0) basis.push({ pivot, row: left });
  }
  return {
    rank: basis.length,
    has: (wanted: readonly number[]): boolean => reduce(wanted.map(BigInt)).every((value) => value === 0n),
  };
};

/** Every choice of one to so many of these. */
export function* fewOf<Value>(all: readonly Value[], most: number): Generator<readonly Value[]> {
  if (most === 0) return;
  for (const [at, one] of all.entries()) {
    yield [one];
    for (const others of fewOf(all.slice(at + 1), most - 1)) yield [one, ...others];
  }
}
