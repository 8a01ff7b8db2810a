import { type Figures, figuresOf } from '../../domain/analysis/figures.ts';
import type { Result, ResultCell } from '../../domain/analysis/result.ts';
import { type Dimension, dimensions } from '../../domain/questionnaires/clauses.ts';
import { type Item, isOverall, isScored } from '../../domain/questionnaires/questionnaire.ts';
import type { Questionnaires } from '../../domain/questionnaires/registry.ts';
import {
  type MeasuredFigure,
  measuredFigure,
  type Score,
  type ShareFigure,
  type Shown,
  scoreOf,
  shareFigure,
} from './figure-view.ts';
import { itemOf } from './item-name.ts';

/** What a questionnaire's answers come to; what was not asked is absent. */
export interface ShownFigures {
  readonly satisfaction: Shown<ShareFigure>;
  /** −100 to 100, where asked. */
  readonly nps?: Shown<MeasuredFigure>;
  /** 0–100, where asked. */
  readonly scrap?: Shown<MeasuredFigure>;
  /** Those asked about; `n`: people who answered the question that most answered. */
  readonly dimensions: readonly {
    readonly dimension: Dimension;
    readonly score: Shown<Score & { readonly n: number }>;
  }[];
}

/** The figures of one result, with what is hidden told from what was never said (P3). */
export const shownFigures = (result: Result, questionnaires: Questionnaires): ShownFigures => {
  const { whole, questionnaire } = result;
  const figures = figuresOf([{ questionnaire, ...whole }], questionnaires);
  const absent = (wanted: (item: Item) => boolean) =>
    whyAbsent(whole, (key) => itemOf(questionnaires, questionnaire, key), wanted);
  const nps = absent((item) => item.type === 'number' && item.meaning === 'recommendation');
  const scrap = absent((item) => item.type === 'number' && item.meaning === 'share-applied');
  return {
    satisfaction: satisfactionOf(figures) ?? absent(isOverall) ?? 'none',
    ...optional('nps', figures.nps === undefined ? nps : measuredFigure(figures.nps, 'low')),
    ...optional('scrap', figures.scrap === undefined ? scrap : measuredFigure(figures.scrap, 'high')),
    dimensions: dimensions.flatMap((dimension): ShownFigures['dimensions'][number][] => {
      const figure = figures.dimensions.find((one) => one.dimension === dimension);
      const missing = absent((item) => isScored(item) && item.dimension === dimension);
      if (figure === undefined) return missing === undefined ? [] : [{ dimension, score: missing }];
      return [{ dimension, score: { ...scoreOf(figure.score), n: figure.n } }];
    }),
  };
};

const satisfactionOf = ({ satisfaction }: Figures): ShareFigure | undefined =>
  satisfaction === undefined ? undefined : shareFigure(satisfaction);

const whyAbsent = (
  cell: ResultCell,
  itemBehind: (key: string) => Item | undefined,
  wanted: (item: Item) => boolean,
): Extract<Shown<never>, string> | undefined => {
  const keys = Object.keys(cell.items).filter((key) => {
    const item = itemBehind(key);
    return item !== undefined && wanted(item);
  });
  if (keys.length === 0) return undefined;
  return keys.some((key) => cell.items[key] === 'hidden') ? 'hidden' : 'none';
};

const optional = <Key extends string, Value>(
  key: Key,
  value: Value | undefined,
): { readonly [K in Key]?: Value } =>
  value === undefined ? {} : ({ [key]: value } as { readonly [K in Key]?: Value });
