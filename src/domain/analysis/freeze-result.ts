import type { Round } from '../followups/round.ts';
import type { Means } from '../means.ts';
import type { Stores } from '../stores.ts';
import { buildResult } from './build-result.ts';
import type { Result } from './result.ts';

export type FreezeDeps = Pick<Stores, 'visits' | 'responses' | 'results'> &
  Pick<Means, 'questionnaires' | 'responseKeys' | 'clock'>;

/** Freezes what a round's people said, once (A2); frozen already, it stays. The ledger must be up to date. */
export const freezeResult = async (deps: FreezeDeps, round: Round): Promise<void> =>
  deps.results.freeze(await resultOf(deps, round, 1));

/** An answer that still slipped in while its round closed makes a revision of the frozen result. */
export const refreezeIfChanged = async (deps: FreezeDeps, round: Round): Promise<Result | undefined> => {
  const frozen = await deps.results.ofRound(round.id);
  if (frozen === undefined) return undefined;
  const fresh = await resultOf(deps, round, frozen.revision + 1);
  if (said(fresh) === said(frozen)) return frozen;
  await deps.results.freeze(fresh);
  return fresh;
};

const said = (result: Result): string => JSON.stringify([result.whole, result.comments]);

const resultOf = async (deps: FreezeDeps, round: Round, revision: number): Promise<Result> => {
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
