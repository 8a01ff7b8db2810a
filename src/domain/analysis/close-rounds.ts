import type { Round } from '../followups/round.ts';
import type { Means } from '../means.ts';
import { recoverRound } from '../responses/recover-visits.ts';
import type { Stores } from '../stores.ts';
import { buildResult } from './freeze-round.ts';
import type { Result } from './result.ts';

export type CloseDeps = Pick<
  Stores,
  'people' | 'rounds' | 'visits' | 'responses' | 'results' | 'deliveries'
> &
  Pick<Means, 'questionnaires' | 'responseKeys' | 'clock' | 'pause' | 'closingPauseMs'>;

/**
 * Closes every round whose due day is over, never early (DESIGN §3.7, 3.9). New pages are refused already; requests
 * under way are waited for; the ledger is brought up to date; then the result is frozen under a unique key. A
 * process that dies on the way starts over.
 */
export const closeRounds = async (deps: CloseDeps): Promise<number> => {
  const rounds = await deps.rounds.toClose(deps.clock.now());
  if (rounds.length === 0) return 0;
  await deps.pause(deps.closingPauseMs);
  for (const round of rounds) {
    await recoverRound(deps, round);
    const now = deps.clock.now();
    await deps.visits.expire(round.id, now);
    await deps.results.freeze(await resultOf(deps, round, 1));
    await deps.rounds.markClosed(round.id, now);
  }
  return rounds.length;
};

/** An answer that still slipped in while its round closed makes a revision of the frozen result. */
export const refreezeIfChanged = async (deps: CloseDeps, round: Round): Promise<Result | undefined> => {
  const frozen = await deps.results.ofRound(round.id);
  if (frozen === undefined) return undefined;
  await recoverRound(deps, round);
  const fresh = await resultOf(deps, round, frozen.revision + 1);
  if (said(fresh) === said(frozen)) return frozen;
  await deps.results.freeze(fresh);
  return fresh;
};

const said = (result: Result): string => JSON.stringify([result.whole, result.comments]);

const resultOf = async (deps: CloseDeps, round: Round, revision: number): Promise<Result> => {
  const visits = await deps.visits.ofRound(round.id);
  const ids = visits.map((visit) =>
    deps.responseKeys.response(visit.person, round.training, round.kind, round.occurrence),
  );
  const responses = new Map((await deps.responses.byIds(ids)).map((response) => [response.id, response]));
  const answered = visits.map((visit, index) => {
    const id = ids[index];
    return { visit, response: id === undefined ? undefined : responses.get(id) };
  });
  return buildResult({
    round,
    questionnaire: deps.questionnaires.of(round.questionnaire ?? ''),
    answered,
    frozenAt: deps.clock.now(),
    revision,
  });
};
