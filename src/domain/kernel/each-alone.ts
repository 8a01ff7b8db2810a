import type { Log } from './log.ts';
import { problemOf } from './problem.ts';

/** So many in a row are no bad items: the database is away, and each of the rest would wait for it as long. */
const mostInARow = 25;

/**
 * Does something with each, one after the other: one that fails is named in the log and keeps nothing from its
 * neighbours. How many went well; `false`: there was nothing to do for it. Throws what was said last where all seem to fail.
 */
export const eachAlone = async <Item>(
  deps: { readonly log?: Log },
  items: readonly Item[],
  /** What it is called in the log: an id, never a name. */
  idOf: (item: Item) => string,
  work: (item: Item) => Promise<unknown>,
): Promise<number> => {
  let done = 0;
  let inARow = 0;
  for (const item of items) {
    try {
      if ((await work(item)) !== false) done += 1;
      inARow = 0;
    } catch (error) {
      const failed = { item: idOf(item), problem: problemOf(error) };
      deps.log?.error(failed, 'one of several failed; the others go on');
      inARow += 1;
      if (inARow >= mostInARow) throw error;
    }
  }
  return done;
};
