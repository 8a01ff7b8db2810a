import type { Language, Text } from '../../../domain/kernel/text.ts';
import type { Dimension } from '../../../domain/questionnaires/clauses.ts';
import type { Score } from '../../../views/analysis/figure-view.ts';
import type { FigureTable } from '../../../views/figure-table.ts';
import { dimensionNames } from '../../../wording/dimension-words.ts';
import { scoreCell } from '../../../wording/figure-words.ts';
import { shownScore } from '../../../wording/format.ts';
import { barName } from '../../../wording/result-words.ts';
import type { Json } from '../adaptive-card.ts';
import { tableOf } from '../lay-figures.ts';

interface Bar {
  readonly dimension: Dimension;
  /** 1–5, or at most this. */
  readonly score: Score;
}

/**
 * A bar for each dimension; clients without charts get the table instead. Below `weakBelow` the bar warns. The figure stands
 * beside the name: at the end of the longest bar the client cuts it off, and drops a last zero.
 */
export const dimensionChart = (
  bars: readonly Bar[],
  weakBelow: number,
  title: Text,
  table: FigureTable,
  language: Language,
): Json => ({
  title: title[language],
  bars: bars.map(({ dimension, score }) => ({
    x: barName(dimensionNames[dimension], scoreCell(score.value, score.atMost === true))[language],
    y: shownScore(score.value, score.atMost),
    color: score.value < weakBelow ? 'warning' : 'good',
  })),
  ...tableOf(table, language),
});
