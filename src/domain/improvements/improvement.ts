import type { ImprovementId, IssueId, PersonId, RoundId, TrainingCode } from '../kernel/ids.ts';

export const improvementStates = ['assigned', 'started', 'done'] as const;
export type ImprovementState = (typeof improvementStates)[number];

export interface ImprovementStep {
  readonly at: Date;
  readonly by: PersonId;
  readonly state: ImprovementState;
  readonly comment?: string;
  /** Somebody else answers for it from here on; the state stays. */
  readonly passed?: { readonly from: PersonId; readonly to: PersonId };
}

/** A measure somebody answers for, until a day (I1, I2). Steps are added, never edited. */
export interface Improvement {
  readonly id: ImprovementId;
  readonly issue: IssueId;
  /** The first that found the issue. */
  readonly round: RoundId;
  readonly training: TrainingCode;
  readonly owner: PersonId;
  readonly measure: string;
  /** Local date in the organisation's zone; due at its end. */
  readonly dueDate: string;
  readonly assignedBy: PersonId;
  readonly assignedAt: Date;
  readonly state: ImprovementState;
  readonly steps: readonly ImprovementStep[];
  readonly remindersDone: number;
}
