/** More keys than this at once, and the embedded server reads the whole collection instead of an index. */
const mostKeys = 500;

/** A look-up by many keys as several by some of them. */
export const inParts =
  <Key, Found>(lookUp: (keys: readonly Key[]) => Promise<readonly Found[]>) =>
  async (keys: readonly Key[]): Promise<Found[]> => {
    const found: Found[] = [];
    for (let from = 0; from < keys.length; from += mostKeys)
      found.push(...(await lookUp(keys.slice(from, from + mostKeys))));
    return found;
  };
