import type { Round } from '../followups/round.ts';
import type { RoundStore } from '../followups/round-store.ts';
import type { VisitStore } from '../followups/visit-store.ts';
import type { Clock } from '../kernel/clock.ts';
import type { ResponseKeys } from './response-keys.ts';
import type { ResponseStore } from './response-store.ts';

interface Deps {
  readonly visits: VisitStore;
  readonly responses: ResponseStore;
  readonly responseKeys: ResponseKeys;
  readonly clock: Clock;
}

/**
 * What was said is the truth; the ledger follows. Where a process died between the two writes, this reads the
 * responses of a round's unfinished visits and moves the ledger forward. Safe to repeat.
 */
export const recoverRound = async (deps: Deps, round: Round): Promise<void> => {
  const open = (await deps.visits.ofRound(round.id)).filter(
    ({ state }) => state === 'due' || state === 'started' || state === 'expired',
  );
  const keyed = new Map(
    open.map((visit) => [
      deps.responseKeys.response(visit.person, round.training, round.kind, round.occurrence),
      visit,
    ]),
  );
  const now = deps.clock.now();
  for (const response of await deps.responses.byIds([...keyed.keys()])) {
    const visit = keyed.get(response.id);
    if (visit === undefined) continue;
    if (response.withdrawn) await deps.visits.markExcused(visit.id, now, 'did-not-attend');
    else if (response.complete) {
      await deps.visits.markAnswered(visit.id, now, response.source, visit.person);
    } else if (response.revisions.length > 0) await deps.visits.markStarted(visit.id, now, visit.page);
  }
};

/** At start: every open round. */
export const recoverOpenRounds = async (deps: Deps & { readonly rounds: RoundStore }): Promise<void> => {
  for (const round of await deps.rounds.open()) await recoverRound(deps, round);
};
