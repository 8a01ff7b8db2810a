import type { Improvement } from '../../domain/improvements/improvement.ts';
import type { ImprovementId, PersonId } from '../../domain/kernel/ids.ts';
import type { Text } from '../../domain/kernel/text.ts';
import type { WeakItem } from '../issues/weak-item.ts';
import type { ViewParts } from '../view-parts.ts';
import { type IssueParts, issueOf } from './issue-of.ts';

export interface PassOnFormView extends WeakItem {
  readonly improvement: ImprovementId;
  readonly training: string;
  /** Who answers for it now. */
  readonly from: PersonId;
  readonly owner: string;
  readonly measure: string;
  readonly dueDate: string;
  /** What was picked before and refused (a directory object id), and why. */
  readonly picked?: string;
  readonly error?: Text;
}

/** The form that gives a measure to somebody else. Throws `unknown-issue`. */
export const passOnFormView = async (
  from: IssueParts & Pick<ViewParts, 'people'>,
  { id, issue, owner, measure, dueDate }: Improvement,
  again: Pick<PassOnFormView, 'picked' | 'error'> = {},
): Promise<PassOnFormView> => {
  const person = await from.people.byId(owner);
  return {
    improvement: id,
    ...(await issueOf(from, issue)),
    from: owner,
    owner: person?.name || person?.email || '',
    measure,
    dueDate,
    ...again,
  };
};
