import type { ItemFigures } from '../analysis/item-figures.ts';
import type { IssueId, PersonId, RoundId, TrainingCode } from '../kernel/ids.ts';
import type { Dimension } from '../questionnaires/clauses.ts';

/** What one closed round says about an issue: the weak item's figures in it, as the frozen result tells them (A5). */
export interface Finding extends ItemFigures {
  readonly round: RoundId;
  readonly training: TrainingCode;
  /** What was asked, `t1.1`. */
  readonly questionnaire: string;
  readonly rule: 'low-mean' | 'low-satisfaction';
  readonly mean: number;
  readonly at: Date;
}

/**
 * A weak item of a course, about one instructor where it asks about instructors. It gathers what rounds find until it is
 * done; what is found after that is another issue. Every one gets a decision (P4).
 */
export interface Issue {
  readonly id: IssueId;
  readonly course: string;
  /** `item` or `item@person`. */
  readonly key: string;
  readonly dimension: Dimension;
  readonly instructor?: PersonId;
  /** One a round, the first first. */
  readonly evidence: readonly [Finding, ...Finding[]];
  readonly raisedAt: Date;
  readonly state: 'open' | 'assigned' | 'done';
}

/** What this round says about it, if it says anything. */
export const findingOf = ({ evidence }: Pick<Issue, 'evidence'>, round: RoundId): Finding | undefined =>
  evidence.find((finding) => finding.round === round);

export const latestFinding = ({ evidence }: Pick<Issue, 'evidence'>): Finding =>
  evidence.at(-1) ?? evidence[0];
