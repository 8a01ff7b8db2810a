import { itemIdOf } from '../analysis/answer-key.ts';
import type { ResultCell } from '../analysis/result.ts';
import { hidden } from '../analysis/told.ts';
import type { Settings } from '../kernel/settings.ts';
import { isScored } from '../questionnaires/questionnaire.ts';
import type { Questionnaires } from '../questionnaires/registry.ts';

/** Of how many of the scored questions that somebody answered it can be said whether they are weak (A5). */
export type Judged = 'all' | 'some' | 'none';

/** By the answers of one round or of many; undefined where nothing of a round may be shown. */
export const judgedIn = (
  cells: readonly ((Pick<ResultCell, 'items'> & { readonly questionnaire: string }) | undefined)[],
  questionnaires: Questionnaires,
  { issueRule }: Pick<Settings, 'issueRule'>,
): Judged => {
  const scored = cells.flatMap((cell) =>
    cell === undefined
      ? [false]
      : Object.entries(cell.items)
          .filter(([key]) => isScored(questionnaires.item(cell.questionnaire, itemIdOf(key))))
          .map(([, told]) => told !== hidden && told.n >= issueRule.minimumN),
  );
  if (!scored.includes(true)) return 'none';
  return scored.includes(false) ? 'some' : 'all';
};
