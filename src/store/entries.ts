/** One entry of a map whose keys may hold dots or dollar signs, which a document's field names may not. */
export type Entry<Value> = { key: string; value: Value };

/** A map as the list it is stored as. */
export const toEntries = <Value, Stored>(
  map: Readonly<Record<string, Value>>,
  store: (value: Value) => Stored,
): Entry<Stored>[] => Object.entries(map).map(([key, value]) => ({ key, value: store(value) }));

/** The map again; a key such as `__proto__` is a key like any other. */
export const fromEntries = <Stored, Value>(
  entries: readonly Entry<Stored>[],
  read: (stored: Stored) => Value,
): Record<string, Value> => Object.fromEntries(entries.map(({ key, value }) => [key, read(value)]));
