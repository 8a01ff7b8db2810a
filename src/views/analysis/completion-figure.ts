import type { ResultCell } from '../../domain/analysis/result.ts';
import { hidden } from '../../domain/analysis/told.ts';
import type { Shown } from './figure-view.ts';

/** People of a round. */
export interface CompletionFigure {
  readonly due: number;
  readonly answered: number;
  readonly excused: number;
  /** How many more answered some of it: they are in the figures beside it. */
  readonly partly?: number;
}

/** S3, as it is shown; `none`: nobody was due. */
export const completionFigureOf = ({ completion, items, roll }: ResultCell): Shown<CompletionFigure> => {
  if (completion === hidden) return 'hidden';
  const { due, answered, excused } = completion;
  if (due === 0) return 'none';
  const most = Math.max(0, ...Object.values(items).map((told) => (told === hidden ? 0 : told.n)));
  const partly = (roll?.people ?? most) - answered;
  return { due, answered, excused, ...(partly > 0 ? { partly } : {}) };
};
