import { type Issue, latestFinding } from '../../domain/issues/issue.ts';
import type { Text } from '../../domain/kernel/text.ts';
import type { OpenVisit } from '../../domain/responses/visit-page.ts';
import { itemName } from '../analysis/item-name.ts';
import type { ViewParts } from '../view-parts.ts';

/** What a training's earlier rounds found weak, by its short names, and what became of it. */
export interface WhatChanged {
  readonly improved: readonly Text[];
  readonly underWay: readonly Text[];
}

/**
 * Told to whoever said so, at the end of a later visit: before it, it would colour their answers. Whom a weak item is
 * about is not told. Undefined where nothing has come of it yet.
 */
export const whatChanged = async (
  from: Pick<ViewParts, 'issues' | 'questionnaires'>,
  { round, training }: Pick<OpenVisit, 'round' | 'training'>,
): Promise<WhatChanged | undefined> => {
  // Nothing was said before the first.
  if (round.kind === 'T1') return undefined;
  const issues = await from.issues.ofTraining(training.code);
  const named = (state: Issue['state']): readonly Text[] => {
    const names = issues
      .filter((issue) => issue.state === state)
      .map((issue) => itemName(from.questionnaires, latestFinding(issue).questionnaire, issue.key));
    // Of several instructors the same may be weak.
    return [...new Map(names.map((name) => [name.en, name])).values()];
  };
  const [improved, underWay] = [named('done'), named('assigned')];
  return improved.length + underWay.length === 0 ? undefined : { improved, underWay };
};
