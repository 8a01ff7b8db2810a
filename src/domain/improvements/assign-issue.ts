import type { By } from '../audit/by.ts';
import { type IssueId, newImprovementId, type PersonId } from '../kernel/ids.ts';
import { isLocalDate, localDate } from '../kernel/local-date.ts';
import { Refusal } from '../kernel/refusal.ts';
import type { Means } from '../means.ts';
import { plainText } from '../questionnaires/plain-text.ts';
import type { Stores } from '../stores.ts';
import type { Improvement } from './improvement.ts';

export type AssignDeps = Pick<Stores, 'issues' | 'improvements' | 'deliveries'> &
  Pick<Means, 'clock' | 'settings'>;

export interface Assignment {
  readonly issue: IssueId;
  readonly owner: PersonId;
  readonly measure: string;
  /** Local date in the organisation's zone; due at its end. */
  readonly dueDate: string;
  readonly assignedBy: PersonId;
}

/** In characters. */
export const longestMeasure = 1000;

/**
 * I1, I2, P4: gives an issue an owner, a measure and a day. One improvement an issue: pressing twice, or two people
 * at once, makes one; whoever came second is told who has it.
 */
export const assignIssue = async (deps: AssignDeps, assignment: Assignment): Promise<Improvement> => {
  const issue = await deps.issues.byId(assignment.issue);
  if (issue === undefined) throw new Refusal('unknown-issue');
  const measure = plainText(assignment.measure);
  if (measure === '') throw new Refusal('measure-missing');
  if (measure.length > longestMeasure) throw new Refusal('text-too-long', { most: longestMeasure });
  checkDueDate(deps, assignment.dueDate);
  const at = deps.clock.now();
  const by: By = { who: { person: assignment.assignedBy }, at };
  const assigned: Improvement = {
    ...assignment,
    measure,
    id: newImprovementId(),
    round: issue.evidence[0].round,
    training: issue.evidence[0].training,
    assignedAt: at,
    state: 'assigned',
    steps: [{ at, by: assignment.assignedBy, state: 'assigned' }],
    remindersDone: 0,
  };
  const improvement = await deps.improvements.assign(assigned, by);
  const same =
    improvement.owner === assignment.owner &&
    improvement.measure === measure &&
    improvement.dueDate === assignment.dueDate;
  if (!same) throw new Refusal('issue-already-assigned');
  await spreadAssignment(deps, improvement, by);
  return improvement;
};

/** What follows from an assignment: the issue knows, the owner is told, the department is shown it. Safe to repeat. */
export const spreadAssignment = async (
  deps: Pick<AssignDeps, 'issues' | 'deliveries' | 'clock'>,
  improvement: Improvement,
  by: By,
): Promise<void> => {
  await deps.issues.advance(improvement.issue, improvement.state === 'done' ? 'done' : 'assigned', by);
  await deps.deliveries.plan([
    {
      subject: { kind: 'assignment', improvement: improvement.id },
      recipient: { person: improvement.owner },
      notBefore: deps.clock.now(),
    },
  ]);
  const issue = await deps.issues.byId(improvement.issue);
  for (const { round } of issue?.evidence ?? []) {
    await deps.deliveries.wantUpdate({
      subject: { kind: 'result', round },
      recipient: { group: 'department' },
    });
  }
};

const checkDueDate = (deps: AssignDeps, dueDate: string): void => {
  if (!isLocalDate(dueDate)) throw new Refusal('date-not-understood');
  const today = localDate(deps.clock.now(), deps.settings.organisation.timeZone);
  if (dueDate < today) throw new Refusal('date-not-ahead');
};
