import type { DeliveryStore } from '../deliveries/delivery-store.ts';
import type { Round } from '../followups/round.ts';
import type { RoundStore } from '../followups/round-store.ts';
import type { VisitStore } from '../followups/visit-store.ts';
import type { Clock } from '../kernel/clock.ts';
import type { PersonStore } from '../people/person-store.ts';
import { questionnaireOf } from '../questionnaires/registry.ts';
import { recoverRound } from '../responses/recover-visits.ts';
import type { ResponseKeys } from '../responses/response-keys.ts';
import type { ResponseStore } from '../responses/response-store.ts';
import { buildResult } from './freeze-round.ts';
import type { Result } from './result.ts';
import type { ResultStore } from './result-store.ts';

export interface CloseDeps {
  readonly people: PersonStore;
  readonly rounds: RoundStore;
  readonly visits: VisitStore;
  readonly responses: ResponseStore;
  readonly responseKeys: ResponseKeys;
  readonly results: ResultStore;
  readonly deliveries: DeliveryStore;
  readonly clock: Clock;
  readonly pause: (ms: number) => Promise<void>;
  readonly closingPauseMs: number;
}

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
    questionnaire: questionnaireOf(round.questionnaire ?? ''),
    answered,
    frozenAt: deps.clock.now(),
    revision,
  });
};
