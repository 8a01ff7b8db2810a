import type { ItemFigures } from '../../domain/analysis/item-figures.ts';
import type { Round } from '../../domain/followups/round.ts';
import type { Finding, Issue } from '../../domain/issues/issue.ts';
import type { Text } from '../../domain/kernel/text.ts';
import { aboutWhom, itemName } from '../analysis/item-name.ts';
import type { ViewParts } from '../view-parts.ts';

/** What an issue is about, as people read of it. */
export interface WeakItem {
  /** Short name of the item. */
  readonly item: Text;
  /** Whom it is about, where there are several to tell apart. */
  readonly instructor?: string;
  readonly figures: ItemFigures;
}

/** By what one of its rounds found. */
export const weakItem = (
  { questionnaires }: Pick<ViewParts, 'questionnaires'>,
  { key }: Pick<Issue, 'key'>,
  { questionnaire, n, mean, satisfaction, atMost }: Pick<Finding, 'questionnaire'> & ItemFigures,
  round: Pick<Round, 'instructors'>,
): WeakItem => ({
  item: itemName(questionnaires, questionnaire, key),
  ...aboutWhom(round, key),
  figures: {
    n,
    ...(mean === undefined ? {} : { mean }),
    satisfaction,
    ...(atMost === undefined ? {} : { atMost }),
  },
});
