import type { Round } from '../followups/round.ts';
import type { Means } from '../means.ts';
import type { Questionnaire } from '../questionnaires/questionnaire.ts';
import type { Stores } from '../stores.ts';
import { contributionsOf } from './contribution.ts';
import { counting } from './count-answers.ts';
import { disclose, type Shown } from './disclosure.ts';
import { countLate } from './late-answers.ts';
import { readAnswers } from './read-answers.ts';
import type { FrozenResult, Result } from './result.ts';
import { reviseResult } from './revise-result.ts';
import { sumUp } from './sums.ts';
import { takingRolls } from './take-rolls.ts';

export type FreezeDeps = Pick<Stores, 'visits' | 'responses' | 'results'> &
  Pick<Means, 'questionnaires' | 'responseKeys' | 'clock' | 'settings'>;

/**
 * Freezes what a round's people said, once, as far as it may be shown (A2, P3); frozen already, it stays. The ledger must be
 * up to date.
 */
export const freezeResult = async (deps: FreezeDeps, round: Round): Promise<void> => {
  const questionnaire = questionnaireOf(deps, round);
  const count = counting();
  const rolls = takingRolls(deps.responseKeys.person);
  const marks: string[] = [];
  for await (const some of readAnswers(deps, round)) {
    for (const one of contributionsOf(round, questionnaire, some)) {
      count.add(one);
      rolls.add(one);
    }
    for (const { response } of some) {
      const pages = new Set(response?.revisions.map(({ page }) => page));
      if (response !== undefined)
        for (const page of pages) marks.push(deps.responseKeys.mark(response.id, page));
    }
  }
  const shown = rolls.with(disclose(sumUp(count.counted()), questionnaire, deps.settings));
  // In no order that tells anything.
  await deps.results.freeze(resultOf(deps, round, 1, shown), marks.sort());
};

/**
 * Answers that still slipped in while their round closed stay uncounted until enough people gave some: then they make a
 * second revision of the frozen result, that differs from the first by no fewer (P3). There is no third: what comes later
 * than the last seconds is refused. A round that is told together with others has none: it would be the others' answers away.
 */
export const refreezeIfEnough = async (deps: FreezeDeps, round: Round): Promise<Result | undefined> => {
  const frozen = await deps.results.ofRound(round.id);
  if (frozen === undefined || frozen.revision > 1 || round.pool !== undefined) return frozen;
  const questionnaire = questionnaireOf(deps, round);
  const marks = await deps.results.marks(round.id);
  if (marks === undefined) return frozen;
  const late = countLate((response, page) => marks.has(deps.responseKeys.mark(response, page)));
  const all = counting();
  const rolls = takingRolls(deps.responseKeys.person);
  for await (const some of readAnswers(deps, round)) {
    for (const { visit, response } of some) {
      for (const one of contributionsOf(round, questionnaire, [{ visit, response }])) {
        all.add(one);
        rolls.add(one);
        if (response !== undefined) late.add(one, response, questionnaire);
      }
    }
  }
  if (late.people() < deps.settings.minimumGroup.scores) return frozen;
  const texts = (
    await Promise.all(
      Object.keys(frozen.comments).map((key) => deps.results.comments(round.id, key, Infinity)),
    )
  ).flat();
  const shown = reviseResult(
    { frozen, texts },
    sumUp(all.counted()),
    late.counted(),
    questionnaire,
    deps.settings,
  );
  const revised = resultOf(deps, round, 2, rolls.with(shown));
  await deps.results.freeze(revised, []);
  return revised;
};

const questionnaireOf = ({ questionnaires }: FreezeDeps, round: Round): Questionnaire =>
  questionnaires.of(round.questionnaire ?? '');

const resultOf = ({ clock }: FreezeDeps, round: Round, revision: number, shown: Shown): FrozenResult => ({
  round: round.id,
  training: round.training,
  kind: round.kind,
  questionnaire: round.questionnaire ?? '',
  dueDate: round.dueDate,
  revision,
  frozenAt: clock.now(),
  ...shown,
});
