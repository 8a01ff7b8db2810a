import type { TrainingCode } from '../kernel/ids.ts';
import type { ChangeCounts } from '../trainings/change-counts.ts';

/** What an import did in this run; what a run before it did, killed half-way, counts as unchanged here. */
export interface ImportSummary {
  readonly importId: string;
  readonly fileName: string;
  readonly rows: number;
  /** Rows a run before this one had applied already; 0 unless it was interrupted. */
  readonly resumedFrom: number;
  readonly trainings: ChangeCounts;
  /** Participants of trainings, counted once for each training. */
  readonly participants: ChangeCounts;
  /** Every training the roster names, changed or not. */
  readonly touched: readonly TrainingCode[];
  /** Those that could not be brought in; all others are. */
  readonly failed: readonly TrainingCode[];
}
