/** Whether a sum over some people can be computed by adding, subtracting and scaling known sums (exact for 0/1 vectors this short). */
export const canBeDerived = (wanted: readonly number[], known: readonly (readonly number[])[]): boolean =>
  rank([...known, wanted]) === rank(known);

const tiny = 1e-9;

const rank = (vectors: readonly (readonly number[])[]): number => {
  const basis: { pivot: number; row: number[] }[] = [];
  for (const vector of vectors) {
    let row = [...vector];
    for (const { pivot, row: base } of basis) {
      const factor = (row[pivot] ?? 0) / (base[pivot] ?? 1);
      row = row.map((value, index) => value - factor * (base[index] ?? 0));
    }
    const pivot = row.findIndex((value) => Math.abs(value) > tiny);
    if (pivot >= 0) basis.push({ pivot, row });
  }
  return basis.length;
};
