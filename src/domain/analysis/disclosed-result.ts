import type { PersonId, RoundId, TrainingCode, VisitKind } from '../kernel/ids.ts';
import type { Comment, Completion, Tally } from './result.ts';

/** Stands where a figure would tell about fewer people than the policy allows (P3). */
export const hidden = 'hidden';
export type Disclosed<Value> = Value | typeof hidden;

export interface DisclosedCell {
  readonly completion: Disclosed<Completion>;
  /** By answer key. */
  readonly items: Readonly<Record<string, Disclosed<Tally>>>;
}

/** What may be shown of a frozen result. Made by `disclosure.ts` alone; everything that shows results takes this. */
export interface DisclosedResult {
  readonly round: RoundId;
  readonly training: TrainingCode;
  readonly kind: VisitKind;
  readonly questionnaire: string;
  readonly dueDate: string;
  readonly revision: number;
  readonly whole: DisclosedCell;
  readonly departments: Readonly<Record<string, DisclosedCell>>;
  readonly managers: Readonly<Record<PersonId, DisclosedCell>>;
  readonly comments: Disclosed<readonly Comment[]>;
}
