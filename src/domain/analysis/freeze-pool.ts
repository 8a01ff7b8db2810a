import type { Round } from '../followups/round.ts';
import { whose } from '../followups/visit.ts';
import type { PersonId, RoundId, TrainingCode } from '../kernel/ids.ts';
import { type Contribution, contributionsOf } from './contribution.ts';
import { counting } from './count-answers.ts';
import { disclose } from './disclosure.ts';
import type { FreezeDeps } from './freeze-result.ts';
import { isEnough, type Pool } from './pool.ts';
import { readAnswers } from './read-answers.ts';
import type { Result } from './result.ts';
import { sumUp } from './sums.ts';
import { takingRolls } from './take-rolls.ts';
import { hidden } from './told.ts';

/** Whether something was said in a round, and nothing of it may be shown, so that it may be pooled. */
export const isTooSmall = ({ whole, comments }: Pick<Result, 'whole' | 'comments'>): boolean => {
  const told = [...Object.values(whole.items), ...Object.values(comments)];
  return told.length > 0 && told.every((one) => one === hidden);
};

/** What the people of some rounds said together. */
export interface PooledAnswers {
  readonly people: readonly Contribution[];
  readonly isEnough: boolean;
}

/**
 * Reads the answers of rounds too small to be shown, each person's once: of the latest round they took part in. What came too
 * late for its round is not counted here either.
 */
export const readPool = async (deps: FreezeDeps, rounds: readonly Round[]): Promise<PooledAnswers> => {
  const said = new Map<PersonId, { readonly one: Contribution; readonly round: RoundId }>();
  for (const round of rounds.toSorted(latestFirst)) {
    const questionnaire = deps.questionnaires.of(round.questionnaire ?? '');
    const marks = await deps.results.marks(round.id);
    for await (const some of readAnswers(deps, round)) {
      const counted = some.map(({ visit, response }) => {
        if (response === undefined || marks === undefined) return { visit, response };
        const revisions = response.revisions.filter(({ page }) =>
          marks.has(deps.responseKeys.mark(response.id, page)),
        );
        return { visit, response: { ...response, revisions } };
      });
      for (const one of contributionsOf(round, questionnaire, counted)) {
        const known = said.get(whose(one.visit));
        if (known === undefined || (one.tookPart && !known.one.tookPart))
          said.set(whose(one.visit), { one, round: round.id });
      }
    }
  }
  const tookPart = [...said.values()].filter(({ one }) => one.tookPart);
  const from = new Set(tookPart.map(({ round }) => round));
  return {
    people: [...said.values()].map(({ one }) => one),
    isEnough: isEnough(tookPart.length, from.size, deps.settings),
  };
};

const latestFirst = (one: Round, other: Round): number =>
  other.dueAt.getTime() - one.dueAt.getTime() || (one.id < other.id ? -1 : 1);

/**
 * Freezes what they said as far as it may be shown, once, by the same rule as a round (P3). Nothing is kept of parts of the
 * people: with those of other rounds they would tell too much.
 */
export const freezePool = async (
  deps: FreezeDeps,
  pool: Pool,
  { people }: PooledAnswers,
  dueDate: string,
): Promise<void> => {
  const count = counting();
  const rolls = takingRolls(deps.responseKeys.person);
  for (const one of people) {
    count.add(one);
    rolls.add(one);
  }
  const questionnaire = deps.questionnaires.of(pool.questionnaire);
  const shown = rolls.with({ ...disclose(sumUp(count.counted()), questionnaire, deps.settings), parts: [] });
  await deps.results.freeze(
    {
      round: pool.id,
      training: '' as TrainingCode,
      kind: pool.kind,
      questionnaire: pool.questionnaire,
      dueDate,
      revision: 1,
      frozenAt: deps.clock.now(),
      ...shown,
    },
    [],
  );
};
