/** The documents the database is measured with. */
export type Entry = { _id: number; group: string; n: number; text: string; at: Date };

export const size = 100_000;

export const entry = (i: number): Entry => ({
  _id: i,
  group: `g${i % 1000}`,
  n: i,
  text: `answer number ${i} `.repeat(6),
  at: new Date(i),
});

/** All of them, in batches as an import would send them. */
export async function fill(insertMany: (entries: Entry[]) => Promise<unknown>): Promise<void> {
  for (let from = 0; from < size; from += 1000) {
    await insertMany(Array.from({ length: 1000 }, (_, i) => entry(from + i)));
  }
}
