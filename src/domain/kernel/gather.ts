/** Answers one question at a time from answers to many: `undefined` where there is none. */
export type Ask<Key, Value> = (key: Key) => Promise<Value>;

/** A request that takes longer holds nobody else up: its connection may have died without a word. */
const longestMs = 1000;

/**
 * Gathers questions that come up while the last ones are being answered and asks them together, so that many at
 * work side by side cost one request to the database and not many. `answer` gives one value per key, in order, and may be
 * asked again: where it fails, each is asked about alone.
 */
export const gather = <Key, Value>(
  answer: (keys: readonly Key[]) => Promise<readonly Value[]>,
  most = 100,
): Ask<Key, Value> => {
  interface Asked {
    readonly key: Key;
    readonly resolve: (value: Value) => void;
    readonly reject: (error: unknown) => void;
  }
  let waiting: Asked[] = [];
  let busy = false;

  const settle = async (asked: readonly Asked[]): Promise<void> => {
    try {
      const values = await answer(asked.map(({ key }) => key));
      for (const [index, { resolve }] of asked.entries()) resolve(values[index] as Value);
    } catch (error) {
      const [only, ...others] = asked;
      if (only !== undefined && others.length === 0) only.reject(error);
      // Whichever it was fails alone: its neighbours are asked about again without it.
      else await Promise.all(asked.map((one) => settle([one])));
    }
  };
  const work = (): void => {
    busy = waiting.length > 0;
    if (!busy) return;
    const asked = waiting.slice(0, most);
    waiting = waiting.slice(most);
    let goesOn = false;
    const goOn = (): void => {
      if (goesOn) return;
      goesOn = true;
      clearTimeout(alarm);
      work();
    };
    const alarm = setTimeout(goOn, longestMs);
    void settle(asked).then(goOn);
  };

  return (key) =>
    new Promise((resolve, reject) => {
      waiting.push({ key, resolve, reject });
      if (busy) return;
      busy = true;
      setImmediate(work);
    });
};

/** `gather` for what is looked up by id and may not be there. */
export const gatherById = <Id, Found>(
  load: (ids: readonly Id[]) => Promise<readonly Found[]>,
  idOf: (found: Found) => Id | undefined,
): Ask<Id, Found | undefined> =>
  gather(async (ids) => {
    const found = new Map<Id | undefined, Found>();
    // The first of several counts: the stores give the one that matters first.
    for (const one of await load([...new Set(ids)])) if (!found.has(idOf(one))) found.set(idOf(one), one);
    return ids.map((id) => found.get(id));
  });
