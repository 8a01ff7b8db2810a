import { latestFinding } from '../../domain/issues/issue.ts';
import type { IssueId } from '../../domain/kernel/ids.ts';
import { Refusal } from '../../domain/kernel/refusal.ts';
import { type WeakItem, weakItem } from '../issues/weak-item.ts';
import type { ViewParts } from '../view-parts.ts';

export type IssueParts = Pick<ViewParts, 'issues' | 'questionnaires' | 'rounds' | 'trainings'>;

/** What an issue is about and in which training it was found last, as forms and confirmations say it. Throws `unknown-issue`. */
export const issueOf = async (
  from: IssueParts,
  id: IssueId,
): Promise<WeakItem & { readonly training: string }> => {
  const issue = await from.issues.byId(id);
  if (issue === undefined) throw new Refusal('unknown-issue');
  const finding = latestFinding(issue);
  const [round, training] = await Promise.all([
    from.rounds.byId(finding.round),
    from.trainings.byCode(finding.training),
  ]);
  if (round === undefined || training === undefined) throw new Refusal('unknown-issue');
  return { training: training.title, ...weakItem(from, issue, finding, round) };
};
