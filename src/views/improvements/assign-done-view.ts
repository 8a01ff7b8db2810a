import type { Improvement } from '../../domain/improvements/improvement.ts';
import type { WeakItem } from '../issues/weak-item.ts';
import { type IssueParts, issueOf } from './issue-of.ts';

export interface AssignDoneView extends WeakItem {
  readonly training: string;
  readonly owner: string;
  readonly measure: string;
  readonly dueDate: string;
}

/** What was assigned, and to whom. */
export const assignDoneView = async (
  from: IssueParts,
  { issue, measure, dueDate }: Improvement,
  owner: string,
): Promise<AssignDoneView> => ({ ...(await issueOf(from, issue)), owner, measure, dueDate });
