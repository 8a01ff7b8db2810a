import type { Comparison } from '../analysis/compare-figures.ts';
import type { DimensionFigure, Measured, Satisfaction } from '../analysis/figures.ts';
import type { ItemFigures } from '../analysis/item-figures.ts';
import type { Pool } from '../analysis/pool.ts';
import type { Roughly } from '../analysis/roughly.ts';
import type { Disclosed } from '../analysis/told.ts';
import type { Round } from '../followups/round.ts';
import type { Improvement } from '../improvements/improvement.ts';
import type { Finding, Issue } from '../issues/issue.ts';
import type { Judged } from '../issues/judged.ts';
import type { PersonId } from '../kernel/ids.ts';
import type { Training } from '../trainings/training.ts';
import type { Period } from './period.ts';

/** Whom a report is about: everybody, one manager's own people, one department as the rosters write it. */
export type ReportScope =
  | { readonly kind: 'all' }
  /** `name`: the manager's, where somebody stands in for them. */
  | { readonly kind: 'manager'; readonly person: PersonId; readonly name?: string }
  | { readonly kind: 'department'; readonly department: string };

/** People, each counted once a quarter however many visits they had: answered at least one; excused from every one. */
export interface PeopleCount {
  readonly due: number;
  readonly answered: number;
  readonly excused: number;
}

/** People as far as they may be told: in numbers, or in a word. */
export type PeopleFigure = Disclosed<PeopleCount | { readonly roughly: Roughly }>;

export interface ReportedRound {
  readonly round: Round;
  /** Undefined of a round that was missed or has not opened. */
  readonly people: PeopleFigure | undefined;
  /** Of a closed round; undefined when hidden. */
  readonly satisfaction: Satisfaction | undefined;
}

export interface ReportedTraining {
  readonly training: Training;
  readonly rounds: readonly ReportedRound[];
}

export interface ReportedDimension extends Pick<DimensionFigure, 'dimension' | 'score' | 'n'> {
  /** Over what was asked in both periods; undefined where there is nothing of it. */
  readonly comparison: Comparison | undefined;
}

/** A weak item; a manager's has the figures of their own people, and an issue only if one was raised. */
export interface ReportedIssue
  extends Pick<Issue, 'key' | 'dimension'>,
    Pick<Finding, 'training' | 'questionnaire'>,
    ItemFigures {
  readonly issue: Pick<Issue, 'id' | 'state'> | undefined;
  readonly improvement: Improvement | undefined;
}

/** What the footnote explains; its sentences are in `wording`. */
export const definitions = [
  'period',
  'people',
  'completion',
  'satisfaction',
  'dimension-score',
  'change',
  'nps',
  'scrap',
  'issue',
  'threshold',
] as const;
export type Definition = (typeof definitions)[number];

/** What is known of a period (A7, W4, S3): of closed rounds everything that may be shown, of open ones completion alone. */
export interface Report {
  readonly period: Period;
  readonly before: Period;
  readonly scope: ReportScope;
  /** By due day, then code. */
  readonly trainings: readonly ReportedTraining[];
  /** Small trainings told together, by course. */
  readonly pools: readonly { readonly pool: Pool; readonly satisfaction: Satisfaction | undefined }[];
  /** How many trainings had a round due in the period before. */
  readonly trainingsBefore: number;
  readonly people: PeopleFigure;
  readonly peopleBefore: PeopleFigure;
  /** Fewer than 60 % of the people due in closed rounds answered: read the figures with care. */
  readonly lowResponse: boolean;
  /** Closed rounds of which nothing could be shown for lack of answers. */
  readonly roundsTooSmall: number;
  readonly satisfaction: Satisfaction | undefined;
  readonly satisfactionBefore: Satisfaction | undefined;
  readonly satisfactionChange: Comparison | undefined;
  readonly dimensions: readonly ReportedDimension[];
  readonly nps: Measured | undefined;
  readonly scrap: Measured | undefined;
  /** Worst first, at most five, of `issueCount`. */
  readonly issues: readonly ReportedIssue[];
  readonly issueCount: number;
  /** Whether there might be more of them, for all that is known of the closed rounds. */
  readonly judged: Judged;
  /** Each improvement is one of the three; overdue: not done and past its day. */
  readonly improvements: { readonly open: number; readonly overdue: number; readonly done: number };
  readonly definitions: readonly Definition[];
  /** Rounds with comments that whoever sees a part of the people may read, and how many (P3). */
  readonly commented: readonly { readonly round: Round; readonly count: number }[];
}
