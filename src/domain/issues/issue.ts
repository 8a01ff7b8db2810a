import type { IssueId, PersonId, RoundId, TrainingCode } from '../kernel/ids.ts';
import type { Dimension } from '../questionnaires/questionnaire.ts';

/** A weak item of a closed round (A5). Every one gets a decision (P4). */
export interface Issue {
  readonly id: IssueId;
  readonly round: RoundId;
  readonly training: TrainingCode;
  readonly questionnaire: string;
  /** `item` or `item@person`. */
  readonly key: string;
  readonly dimension: Dimension;
  readonly instructor?: PersonId;
  readonly rule: 'low-mean' | 'low-satisfaction';
  readonly n: number;
  readonly mean: number;
  /** Share of 4 and 5. */
  readonly satisfaction: number;
  readonly raisedAt: Date;
  readonly state: 'open' | 'assigned' | 'done';
}
