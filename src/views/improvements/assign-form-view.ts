import type { IssueId } from '../../domain/kernel/ids.ts';
import { daysLater, localDate } from '../../domain/kernel/local-date.ts';
import type { Text } from '../../domain/kernel/text.ts';
import type { WeakItem } from '../issues/weak-item.ts';
import type { ViewParts } from '../view-parts.ts';
import { type IssueParts, issueOf } from './issue-of.ts';

export interface AssignFormView extends WeakItem {
  readonly issue: IssueId;
  readonly training: string;
  /** What was typed before and refused. `owner`: directory object id. */
  readonly typed?: { readonly owner?: string; readonly measure?: string; readonly due?: string };
  readonly errors?: { readonly owner?: Text; readonly measure?: Text; readonly due?: Text };
  /** Local date. */
  readonly proposedDue: string;
}

/** Proposed when the form opens. */
const proposedDays = 30;

/** The form for an issue, empty or with what was typed and refused. Throws `unknown-issue`. */
export const assignFormView = async (
  from: IssueParts & Pick<ViewParts, 'clock' | 'settings'>,
  id: IssueId,
  again: Pick<AssignFormView, 'typed' | 'errors'> = {},
): Promise<AssignFormView> => {
  const today = localDate(from.clock.now(), from.settings.organisation.timeZone);
  return {
    issue: id,
    ...(await issueOf(from, id)),
    ...again,
    proposedDue: daysLater(today, proposedDays),
  };
};
