import { eachAlone } from '../kernel/each-alone.ts';
import type { Means } from '../means.ts';
import type { Stores } from '../stores.ts';
import type { PendingEntry } from './trail-store.ts';

type Deps = Pick<Stores, 'trail'> & Pick<Means, 'stopping' | 'log'>;

/** So many records at once: small enough that a tick ends within its time, whatever an import has left. */
const recordsAtOnce = 200;

/**
 * Moves entries from the records they were written with into the trail: kept first, then let go, so that killed in
 * between none is missing, and kept by their ids, so that none is there twice. Returns how many.
 */
export const moveEntries = async (deps: Deps): Promise<number> => {
  for (let moved = 0; ; ) {
    const pending = await deps.trail.pending(recordsAtOnce);
    if (pending.length === 0) return moved;
    const kept = await keepThem(deps, pending);
    moved += kept;
    // Those that cannot be kept stay where they are, and would be found again at once.
    if (kept < pending.length) return moved;
    if (deps.stopping?.() === true) return moved;
  }
};

const keepThem = async (deps: Deps, pending: readonly PendingEntry[]): Promise<number> => {
  try {
    await keepTogether(deps, pending);
    return pending.length;
  } catch {
    return eachAlone(
      deps,
      pending,
      ({ entry }) => entry.id,
      (one) => keepTogether(deps, [one]),
    );
  }
};

const keepTogether = async ({ trail }: Deps, pending: readonly PendingEntry[]): Promise<void> => {
  await trail.keep(pending.map(({ entry }) => entry));
  await trail.letGo(pending);
};
