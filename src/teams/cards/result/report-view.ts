import type { RoundState } from '../../../domain/followups/round.ts';
import type { Settings } from '../../../domain/kernel/settings.ts';
import type { Text } from '../../../domain/kernel/text.ts';
import type { Dimension } from '../../../domain/questionnaires/questionnaire.ts';
import type { ItemFigures } from '../../../wording/figure-words.ts';
import type { ShareFigure, Shown } from '../lay-figures.ts';

export type Trend = 'better' | 'worse' | 'no-clear-change' | 'unknown';

/** People of a period, each counted once; `none` when nobody was due. */
export type PeriodCompletion = Shown<{
  readonly due: number;
  readonly answered: number;
  readonly excused: number;
}>;

export interface ReportView {
  /** `quarterName`, `yearName`: this period and the one before. */
  readonly period: Text;
  readonly before: Text;
  /** A manager's report is about their own people. */
  readonly scope: 'all' | { readonly people: number };
  /** Local date of today. */
  readonly today: string;
  /** No round of the period is closed. */
  readonly empty: boolean;
  /** Each figure for the period and the one before. */
  readonly trainings: { readonly now: number; readonly before: number };
  /** Each training with its rounds due in the period. */
  readonly list: readonly {
    readonly training: string;
    readonly rounds: readonly {
      readonly questionnaire: Text;
      readonly state: RoundState;
      readonly completion: PeriodCompletion;
      /** 0–1. */
      readonly satisfaction: Shown<number>;
    }[];
  }[];
  readonly completion: { readonly now: PeriodCompletion; readonly before: PeriodCompletion };
  readonly satisfaction: {
    readonly now: Shown<ShareFigure>;
    readonly before: Shown<ShareFigure>;
    readonly trend: Trend;
  };
  readonly dimensions: readonly {
    readonly dimension: Dimension;
    readonly now: Shown<number>;
    readonly before: Shown<number>;
    readonly trend: Trend;
  }[];
  /** Worst first, of all trainings; what does not fit is counted. */
  readonly issues: readonly {
    readonly training: string;
    readonly name: Text;
    readonly instructor?: string;
    readonly figures: ItemFigures;
  }[];
  readonly moreIssues: number;
  readonly improvements: { readonly open: number; readonly done: number; readonly overdue: number };
  /** `reportWarnings`. */
  readonly warnings: readonly Text[];
  readonly settings: Pick<Settings, 'minimumGroup' | 'issueRule'>;
}
