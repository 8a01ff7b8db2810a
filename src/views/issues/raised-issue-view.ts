import { deviationIn } from '../../domain/analysis/measures.ts';
import type { Result } from '../../domain/analysis/result.ts';
import type { Round } from '../../domain/followups/round.ts';
import type { Improvement, ImprovementState } from '../../domain/improvements/improvement.ts';
import { findingOf } from '../../domain/issues/issue.ts';
import type { ImprovementId, IssueId } from '../../domain/kernel/ids.ts';
import { localDate } from '../../domain/kernel/local-date.ts';
import type { ViewParts } from '../view-parts.ts';
import { type WeakItem, weakItem } from './weak-item.ts';

/** A weak item of a closed round: open, or with its owner and how far it is. */
export interface RaisedIssueView extends WeakItem {
  /** None of what several trainings were found weak in together: it belongs to no one round. */
  readonly issue?: IssueId;
  /** Standard deviation, where it may be told. */
  readonly deviation?: number;
  readonly assigned?: {
    readonly improvement: ImprovementId;
    readonly owner: string;
    readonly state: ImprovementState;
    readonly dueDate: string;
    readonly overdue: boolean;
  };
}

/** The issues that a round speaks of, worst first, with its own figures. */
export const raisedIssues = async (
  from: Pick<ViewParts, 'clock' | 'improvements' | 'issues' | 'people' | 'questionnaires' | 'settings'>,
  round: Round,
  { whole }: Pick<Result, 'whole'>,
): Promise<RaisedIssueView[]> => {
  const raised = await from.issues.ofRound(round.id);
  const assigned = await from.improvements.ofIssues(raised.map(({ id }) => id));
  const owners = new Map(
    (await from.people.byIds(assigned.map(({ owner }) => owner))).map((person) => [person.id, person.name]),
  );
  const today = localDate(from.clock.now(), from.settings.organisation.timeZone);
  return raised.flatMap((issue): RaisedIssueView[] => {
    const finding = findingOf(issue, round.id);
    if (finding === undefined) return [];
    const improvement = assigned.find((one) => one.issue === issue.id);
    return [
      {
        issue: issue.id,
        ...weakItem(from, issue, finding, round),
        ...deviationIn(whole.items[issue.key]),
        ...(improvement === undefined
          ? {}
          : { assigned: assignedView(improvement, owners.get(improvement.owner) ?? '', today) }),
      },
    ];
  });
};

const assignedView = (improvement: Improvement, owner: string, today: string) => ({
  improvement: improvement.id,
  owner,
  state: improvement.state,
  dueDate: improvement.dueDate,
  overdue: improvement.state !== 'done' && improvement.dueDate < today,
});
