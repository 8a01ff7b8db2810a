import type { Means } from '../means.ts';
import type { Stores } from '../stores.ts';

/** So many records at once: small enough that a tick ends within its time, whatever an import has left. */
const recordsAtOnce = 200;

/**
 * Moves entries from the records they were written with into the trail: kept first, then let go, so that killed in
 * between none is missing, and kept by their ids, so that none is there twice. Returns how many.
 */
export const moveEntries = async (deps: Pick<Stores, 'trail'> & Pick<Means, 'stopping'>): Promise<number> => {
  for (let moved = 0; ; ) {
    const pending = await deps.trail.pending(recordsAtOnce);
    if (pending.length === 0) return moved;
    await deps.trail.keep(pending.map(({ entry }) => entry));
    await deps.trail.letGo(pending);
    moved += pending.length;
    if (deps.stopping?.() === true) return moved;
  }
};
