import type { Means } from '../means.ts';
import type { Stores } from '../stores.ts';
import type { RecordedAttempt } from './delivery-store.ts';

type Deps = Pick<Stores, 'deliveries'> & Pick<Means, 'pause'>;

/** The database may be away: what was sent is told to it for so long, or it would be sent a second time. */
const mostTries = 120;
const betweenMs = 1000;

/** Records attempts and does not give up easily. Throws what the database said last. */
export const recordUntilKept = async (deps: Deps, attempts: readonly RecordedAttempt[]): Promise<void> => {
  for (let left = mostTries; ; left -= 1) {
    try {
      await deps.deliveries.recordAll(attempts);
      return;
    } catch (error) {
      if (left <= 1) throw error;
      await deps.pause(betweenMs);
    }
  }
};
