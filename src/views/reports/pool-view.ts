import type { Text } from '../../domain/kernel/text.ts';
import type { Report } from '../../domain/reports/report.ts';
import { type ShareFigure, type Shown, shareFigure } from '../analysis/figure-view.ts';
import { titleOfPool } from '../analysis/pooled-result-view.ts';
import type { ViewParts } from '../view-parts.ts';

/** Small trainings of a course that are told together. */
export interface PoolView {
  readonly course: string;
  readonly questionnaire: Text;
  readonly trainings: number;
  readonly satisfaction: Shown<ShareFigure>;
}

export const poolView = (
  from: Pick<ViewParts, 'questionnaires'>,
  { pool, satisfaction }: Report['pools'][number],
): PoolView => ({
  course: pool.course,
  questionnaire: titleOfPool(from, pool),
  trainings: pool.rounds.length,
  satisfaction: satisfaction === undefined ? 'hidden' : shareFigure(satisfaction),
});
