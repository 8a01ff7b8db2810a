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
  // Nothing was said before the first: nobody need look.
  if (round.kind === 'T1') return undefined;
  return whatCameOf(await from.issues.ofTraining(training.code), (issue) =>
    itemName(from.questionnaires, latestFinding(issue).questionnaire, issue.key),
  );
};

/** One name may be several issues', of several instructors or found again: improved is what is so with all of them. */
export const whatCameOf = <One extends Pick<Issue, 'state'>>(
  issues: readonly One[],
  nameOf: (issue: One) => Text,
): WhatChanged | undefined => {
  const byName = [...Map.groupBy(issues, (issue) => nameOf(issue).en).values()];
  const names = (fits: (states: readonly Issue['state'][]) => boolean): Text[] =>
    byName
      .filter((same) => fits(same.map(({ state }) => state)))
      .flatMap(([first]) => (first === undefined ? [] : [nameOf(first)]));
  const improved = names((states) => states.every((state) => state === 'done'));
  const underWay = names((states) => states.includes('assigned'));
  return improved.length + underWay.length === 0 ? undefined : { improved, underWay };
};
