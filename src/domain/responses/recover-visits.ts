import { byProduct } from '../audit/by.ts';
import type { Round } from '../followups/round.ts';
import { whose } from '../followups/visit.ts';
import type { Means } from '../means.ts';
import type { Stores } from '../stores.ts';
import { tellOfAbsence } from './tell-of-absence.ts';

export type RecoverDeps = Pick<Stores, 'people' | 'deliveries' | 'visits' | 'responses'> &
  Pick<Means, 'settings' | 'responseKeys' | 'clock'>;

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
      await deps.visits.markExcused(visit.id, 'did-not-attend', byProduct('recovering', deps));
      if (visit.state !== 'expired') absent.push(visit);
    } else if (visit.state === 'answered') continue;
    else if (response.complete) {
      await deps.visits.markAnswered(visit.id, now, response.source, whose(visit));
    } else if (response.revisions.length > 0) await deps.visits.markStarted(visit.id, now, visit.page);
  }
  await tellOfAbsence(deps, absent);
};

/** At start: every open round. */
export const recoverOpenRounds = async (deps: RecoverDeps & Pick<Stores, 'rounds'>): Promise<void> => {
  for (const round of await deps.rounds.open()) await recoverRound(deps, round);
};
