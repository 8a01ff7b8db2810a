import type { TrainingCode } from '../kernel/ids.ts';

export interface ChangeCounts {
  readonly new: number;
  readonly changed: number;
  readonly unchanged: number;
}

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
}

export const nothingCounted: ChangeCounts = { new: 0, changed: 0, unchanged: 0 };

export const counted = (counts: ChangeCounts, what: keyof ChangeCounts): ChangeCounts => ({
  ...counts,
  [what]: counts[what] + 1,
});
