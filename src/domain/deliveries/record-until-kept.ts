import type { Means } from '../means.ts';
import type { Stores } from '../stores.ts';
import type { RecordedAttempt } from './delivery-store.ts';

type Deps = Pick<Stores, 'deliveries'> & Pick<Means, 'pause'>;

/** The database may be away: what was sent is told to it for so long, or it would be sent a second time. */
const mostTries = 120;
const betweenMs = 1000;

/**
 * Records attempts and does not give up easily. Where they cannot be kept together each is tried alone, so that one that
 * cannot be kept at all costs no other. Throws what the database said last.
 */
export const recordUntilKept = async (deps: Deps, attempts: readonly RecordedAttempt[]): Promise<void> => {
  let waiting = attempts;
  for (let left = mostTries; ; left -= 1) {
    try {
      await deps.deliveries.recordAll(waiting);
      return;
    } catch (error) {
      if (waiting.length > 1) waiting = await alone(deps, waiting);
      if (waiting.length === 0) return;
      if (left <= 1) throw error;
      await deps.pause(betweenMs);
    }
  }
};

/** Those that cannot be kept alone either. */
const alone = async (
  { deliveries }: Deps,
  attempts: readonly RecordedAttempt[],
): Promise<RecordedAttempt[]> => {
  const kept = await Promise.allSettled(attempts.map((one) => deliveries.recordAll([one])));
  return attempts.filter((_, index) => kept[index]?.status === 'rejected');
};
