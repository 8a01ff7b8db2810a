import type { DeliveryStore } from '../deliveries/delivery-store.ts';
import type { Round } from '../followups/round.ts';
import type { RoundStore } from '../followups/round-store.ts';
import type { VisitStore } from '../followups/visit-store.ts';
import type { Clock } from '../kernel/clock.ts';
import type { PersonStore } from '../people/person-store.ts';
import type { ResponseKeys } from './response-keys.ts';
import type { ResponseStore } from './response-store.ts';
import { tellOfAbsence } from './tell-of-absence.ts';

export interface RecoverDeps {
  readonly people: PersonStore;
  readonly deliveries: DeliveryStore;
  readonly visits: VisitStore;
  readonly responses: ResponseStore;
  readonly responseKeys: ResponseKeys;
  readonly clock: Clock;
}

/**
 * What was said is the truth; the ledger follows. Where a process died between the two writes, this reads the
 * responses of a round's visits and moves the ledger forward; then staff hear of the absences they were not told of.
 * Safe to repeat.
 */
export const recoverRound = async (deps: RecoverDeps, round: Round): Promise<void> => {
  const visits = await deps.visits.ofRound(round.id);
  // Answered ones too: an answer may have been withdrawn after it was handed in.
  const mayMove = visits.filter(({ state }) => state !== 'excused' && state !== 'declined');
  const keyed = new Map(
    mayMove.map((visit) => [
      deps.responseKeys.response(visit.person, round.training, round.kind, round.occurrence),
      visit,
    ]),
  );
  const now = deps.clock.now();
  const absent = visits.filter(({ excuse }) => excuse === 'did-not-attend');
  for (const response of await deps.responses.byIds([...keyed.keys()])) {
    const visit = keyed.get(response.id);
    if (visit === undefined) continue;
    if (response.withdrawn) {
      await deps.visits.markExcused(visit.id, now, 'did-not-attend');
      if (visit.state !== 'expired') absent.push(visit);
    } else if (visit.state === 'answered') continue;
    else if (response.complete) {
      await deps.visits.markAnswered(visit.id, now, response.source, visit.person);
    } else if (response.revisions.length > 0) await deps.visits.markStarted(visit.id, now, visit.page);
  }
  await tellOfAbsence(deps, absent);
};

/** At start: every open round. */
export const recoverOpenRounds = async (
  deps: RecoverDeps & { readonly rounds: RoundStore },
): Promise<void> => {
  for (const round of await deps.rounds.open()) await recoverRound(deps, round);
};
