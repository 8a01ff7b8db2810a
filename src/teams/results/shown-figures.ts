import type { DisclosedCell, DisclosedResult } from '../../domain/analysis/disclosed-result.ts';
import { type Figures, figuresOf, type Satisfaction } from '../../domain/analysis/figures.ts';
import { dimensions, type Item } from '../../domain/questionnaires/questionnaire.ts';
import type { Questionnaires } from '../../domain/questionnaires/registry.ts';
import type { ShareFigure, Shown } from '../cards/lay-figures.ts';
import type { ResultView } from '../cards/result/result-card.ts';
import { itemOf } from './item-name.ts';

/** The figures of one disclosed result, with what is hidden told from what was never said (P3). */
export const shownFigures = (
  result: DisclosedResult,
  questionnaires: Questionnaires,
): Pick<ResultView, 'satisfaction' | 'nps' | 'scrap' | 'dimensions'> => {
  const { whole, questionnaire } = result;
  const figures = figuresOf([{ questionnaire, items: whole.items }], questionnaires);
  const absent = (wanted: (item: Item) => boolean) =>
    whyAbsent(whole, (key) => itemOf(questionnaires, questionnaire, key), wanted);
  const nps = absent((item) => item.type === 'number' && item.meaning === 'recommendation');
  const scrap = absent((item) => item.type === 'number' && item.meaning === 'share-applied');
  return {
    satisfaction: satisfactionOf(figures) ?? absent((item) => item.id === 'd5-overall') ?? 'none',
    ...optional('nps', figures.nps ?? nps),
    ...optional('scrap', figures.scrap ?? scrap),
    dimensions: dimensions.flatMap((dimension): ResultView['dimensions'][number][] => {
      const figure = figures.dimensions.find((one) => one.dimension === dimension);
      const missing = absent((item) => item.type === 'rating' && item.dimension === dimension);
      if (figure === undefined) return missing === undefined ? [] : [{ dimension, score: missing }];
      return [{ dimension, score: { mean: figure.score, n: figure.n } }];
    }),
  };
};

const satisfactionOf = ({ satisfaction }: Figures): ShareFigure | undefined =>
  satisfaction === undefined ? undefined : shareFigure(satisfaction);

/** A satisfaction as the cards take it. */
export const shareFigure = ({ share, interval }: Satisfaction): ShareFigure => ({
  share: share.hits / share.n,
  low: interval.low,
  high: interval.high,
  n: share.n,
});

const whyAbsent = (
  cell: DisclosedCell,
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
