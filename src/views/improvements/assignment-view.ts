import type {
  Improvement,
  ImprovementState,
  ImprovementStep,
} from '../../domain/improvements/improvement.ts';
import { findingOf } from '../../domain/issues/issue.ts';
import type { ImprovementId } from '../../domain/kernel/ids.ts';
import { localDate } from '../../domain/kernel/local-date.ts';
import type { Text } from '../../domain/kernel/text.ts';
import { type WeakItem, weakItem } from '../issues/weak-item.ts';
import type { ViewParts } from '../view-parts.ts';

export interface AssignmentView extends WeakItem {
  readonly improvement: ImprovementId;
  readonly training: string;
  readonly measure: string;
  readonly dueDate: string;
  readonly assignedBy: string;
  readonly state: ImprovementState;
  /** A reminder says why it comes. */
  readonly notice?: 'due-soon' | 'overdue';
  /** Oldest first; `on`: local date; `what` comment: a comment that changed no state. */
  readonly history: readonly {
    readonly on: string;
    readonly by: string;
    readonly what: ImprovementState | 'comment' | 'passed-on';
    readonly comment?: string;
    /** Who answers for it from here on. */
    readonly to?: string;
  }[];
  /** It came to its owner because they noted that somebody had left: they may want to hand it on. */
  readonly mayPassOn?: true;
  /** What was typed before and refused, and why. */
  readonly typed?: string;
  readonly error?: Text;
}

/** What was typed before and refused, or why a reminder comes. */
export type AssignmentExtras = Partial<Pick<AssignmentView, 'notice' | 'typed' | 'error'>>;

/** An improvement as it stands, for its owner; undefined when what it is about is gone. */
export const assignmentView = async (
  from: Pick<ViewParts, 'issues' | 'people' | 'questionnaires' | 'rounds' | 'settings' | 'trainings'>,
  improvement: Improvement,
  extras: AssignmentExtras = {},
): Promise<AssignmentView | undefined> => {
  const [issue, round, training] = await Promise.all([
    from.issues.byId(improvement.issue),
    from.rounds.byId(improvement.round),
    from.trainings.byCode(improvement.training),
  ]);
  if (issue === undefined || round === undefined || training === undefined) return undefined;
  const involved = [
    improvement.assignedBy,
    ...improvement.steps.flatMap(({ by, passed }) => (passed === undefined ? [by] : [by, passed.to])),
  ];
  const names = new Map((await from.people.byIds(involved)).map(({ id, name }) => [id, name]));
  return {
    improvement: improvement.id,
    training: training.title,
    ...weakItem(from, issue, findingOf(issue, round.id) ?? issue.evidence[0], round),
    measure: improvement.measure,
    dueDate: improvement.dueDate,
    assignedBy: names.get(improvement.assignedBy) ?? '',
    state: improvement.state,
    history: improvement.steps.map((step, index) => ({
      on: localDate(step.at, from.settings.organisation.timeZone),
      by: names.get(step.by) ?? '',
      what: whatOf(step, improvement.steps[index - 1]),
      ...(step.passed === undefined ? {} : { to: names.get(step.passed.to) ?? '' }),
      ...(step.comment === undefined ? {} : { comment: step.comment }),
    })),
    ...(cameByLeaving(improvement) ? { mayPassOn: true as const } : {}),
    ...extras,
  };
};

const cameByLeaving = ({ owner, state, steps }: Improvement): boolean => {
  const last = steps.findLast(({ passed }) => passed !== undefined);
  return state !== 'done' && last?.passed?.to === owner && last.by === owner;
};

const whatOf = (
  { state, passed }: ImprovementStep,
  before: ImprovementStep | undefined,
): AssignmentView['history'][number]['what'] => {
  if (passed !== undefined) return 'passed-on';
  return state === before?.state ? 'comment' : state;
};

/** I2: what a reminder of an improvement says of its day. */
export const dueNotice = (
  { dueDate }: Improvement,
  { clock, settings }: Pick<ViewParts, 'clock' | 'settings'>,
): NonNullable<AssignmentView['notice']> =>
  dueDate < localDate(clock.now(), settings.organisation.timeZone) ? 'overdue' : 'due-soon';
