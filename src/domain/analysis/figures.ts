import { type Dimension, dimensions } from '../questionnaires/clauses.ts';
import { type Item, isOverall, isScored } from '../questionnaires/questionnaire.ts';
import type { Questionnaires } from '../questionnaires/registry.ts';
import { itemIdOf } from './answer-key.ts';
import { type DisclosedCell, hidden } from './disclosed-result.ts';
import { type Interval, type Share, wilsonInterval } from './intervals.ts';
import { dimensionScore, npsOf, satisfiedOf, scrapOf } from './measures.ts';
import type { Tally } from './result.ts';
import { addTallies } from './tally.ts';

/** What one or many rounds say together, as far as it may be shown; what is not there was hidden or not asked. */
export interface Figures {
  /** Of the overall item (DESIGN §5). */
  readonly satisfaction?: Satisfaction;
  readonly dimensions: readonly DimensionFigure[];
  /** −100 to 100. */
  readonly nps?: Measured;
  /** Percent. */
  readonly scrap?: Measured;
}

export interface Satisfaction {
  readonly share: Share;
  readonly interval: Interval;
}

export interface Measured {
  readonly value: number;
  readonly n: number;
}

export interface DimensionFigure {
  readonly dimension: Dimension;
  /** 1–5. */
  readonly score: number;
  /** Answers to the item that most people answered. */
  readonly n: number;
  /** Its scored items by what they mean; items about several instructors are taken together. */
  readonly items: ReadonlyMap<string, Tally>;
}

/** A shown cell and the questionnaire (`t1.1`) behind it. */
export interface AskedCell {
  readonly questionnaire: string;
  readonly items: DisclosedCell['items'];
}

/** Adds up cells that may be shown; what is hidden in one of them adds nothing (P3). */
export const figuresOf = (cells: readonly AskedCell[], questionnaires: Questionnaires): Figures => {
  const pooled = poolItems(cells, questionnaires);
  const of = (wanted: (item: Item) => boolean): Tally | undefined => {
    const found = [...pooled.values()].filter(({ item }) => wanted(item)).map(({ tally }) => tally);
    return found.length === 0 ? undefined : addTallies(...found);
  };
  const overall = of(isOverall);
  const recommended = of((item) => item.type === 'number' && item.meaning === 'recommendation');
  const applied = of((item) => item.type === 'number' && item.meaning === 'share-applied');
  const [nps, scrap] = [
    recommended && measured(recommended, npsOf(recommended)),
    applied && measured(applied, scrapOf(applied)),
  ];
  return {
    ...(overall === undefined
      ? {}
      : { satisfaction: { share: satisfiedOf(overall), interval: wilsonInterval(satisfiedOf(overall)) } }),
    dimensions: dimensions.flatMap((dimension) => dimensionFigure(dimension, pooled)),
    ...(nps === undefined ? {} : { nps }),
    ...(scrap === undefined ? {} : { scrap }),
  };
};

type Pooled = ReadonlyMap<string, { readonly item: Item; readonly tally: Tally }>;

const poolItems = (cells: readonly AskedCell[], questionnaires: Questionnaires): Pooled => {
  const pooled = new Map<string, { item: Item; tally: Tally }>();
  for (const { questionnaire, items } of cells) {
    for (const [key, tally] of Object.entries(items)) {
      const item = questionnaires.item(questionnaire, itemIdOf(key));
      if (item === undefined || tally === hidden || tally.n === 0) continue;
      const known = pooled.get(item.digest);
      pooled.set(item.digest, { item, tally: known === undefined ? tally : addTallies(known.tally, tally) });
    }
  }
  return pooled;
};

const dimensionFigure = (dimension: Dimension, pooled: Pooled): DimensionFigure[] => {
  const items = new Map(
    [...pooled.values()]
      .filter(({ item }) => isScored(item) && item.dimension === dimension)
      .map(({ item, tally }) => [item.digest, tally]),
  );
  const tallies = [...items.values()];
  const score = dimensionScore(tallies);
  if (score === undefined) return [];
  return [{ dimension, score, n: Math.max(...tallies.map((tally) => tally.n)), items }];
};

const measured = (tally: Tally, value: number | undefined): Measured | undefined =>
  value === undefined ? undefined : { value, n: tally.n };
