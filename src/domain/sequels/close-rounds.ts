import { type FreezeDeps, freezeResult } from '../analysis/freeze-result.ts';
import { byProduct } from '../audit/by.ts';
import { eachRound } from '../followups/tell-of-stuck-round.ts';
import type { Means } from '../means.ts';
import { recoverRound } from '../responses/recover-visits.ts';
import { type MergeDeps, settleMerges } from './same-person.ts';

type Deps = MergeDeps & FreezeDeps & Pick<Means, 'pause' | 'closingPauseMs'>;

/**
 * Closes every round whose due day is over, never early (DESIGN §3.7, 3.9). New pages are refused already; requests
 * under way are waited for; the ledger is brought up to date; then the result is frozen under a unique key. A
 * process that dies on the way starts over; a round that fails stops no other.
 */
export const closeRounds = async (deps: Deps): Promise<number> => {
  const rounds = await deps.rounds.toClose(deps.clock.now());
  if (rounds.length === 0) return 0;
  await deps.pause(deps.closingPauseMs);
  // Nobody counts twice because a process died while two were made one.
  await settleMerges(deps);
  return eachRound(deps, rounds, async (round) => {
    await recoverRound(deps, round);
    const now = deps.clock.now();
    await deps.visits.expire(round.id, now);
    await freezeResult(deps, round);
    await deps.rounds.markClosed(round.id, { ...byProduct('closing', deps), at: now });
    return true;
  });
};
