import { type Dimension, dimensions } from '../questionnaires/clauses.ts';
import { type Item, isOverall, isScored } from '../questionnaires/questionnaire.ts';
import type { Questionnaires } from '../questionnaires/registry.ts';
import { type Amount, addInstructors, addRounds, amountOf, type Range, satisfiedInterval } from './amount.ts';
import { itemIdOf } from './answer-key.ts';
import type { Interval } from './intervals.ts';
import { dimensionScore, npsOf, scrapOf } from './measures.ts';
import { addRecommendations, recommendationOf } from './recommendation.ts';
import type { ResultCell } from './result.ts';
import { hidden, type Told } from './told.ts';

/** What one or many rounds say together, as far as it may be told; what is not there was hidden or not asked. */
export interface Figures {
  /** Of the overall item (DESIGN §5). */
  readonly satisfaction?: Satisfaction;
  readonly dimensions: readonly DimensionFigure[];
  /** −100 to 100. */
  readonly nps?: Measured;
  /** Percent; told so far as a stop it is this or more. */
  readonly scrap?: Measured;
}

export interface Satisfaction {
  /** By what its question means. */
  readonly items: ReadonlyMap<string, Amount>;
  readonly amount: Amount;
  /** None where everything is told so far as a stop. */
  readonly interval: Interval | undefined;
}

export interface Measured {
  readonly value: Range;
  /** People. */
  readonly n: number;
}

export interface DimensionFigure {
  readonly dimension: Dimension;
  /** 1–5. */
  readonly score: Range;
  /** People who answered the item that most answered. */
  readonly n: number;
  /** Its scored items by what they mean; items about several instructors are taken together. */
  readonly items: ReadonlyMap<string, Amount>;
}

/** A shown cell and the questionnaire (`t1.1`) behind it. */
export interface AskedCell {
  readonly questionnaire: string;
  readonly items: ResultCell['items'];
}

/**
 * Adds up cells that may be shown; what is hidden in one of them adds nothing, what is told so far as a stop adds that (P3).
 * `peoplePerAnswer`: how many different people there are to each visit that was answered, over all of these rounds.
 */
export const figuresOf = (
  cells: readonly AskedCell[],
  questionnaires: Questionnaires,
  peoplePerAnswer = 1,
): Figures => {
  const asked = cells.flatMap((cell) => askedIn(cell, questionnaires));
  const scored = poolItems(asked, peoplePerAnswer);
  const of = (wanted: (item: Item) => boolean): ReadonlyMap<string, Amount> =>
    new Map([...scored].flatMap(([digest, { item, amount }]) => (wanted(item) ? [[digest, amount]] : [])));
  const overall = of(isOverall);
  const satisfaction = addRounds([...overall.values()]);
  const applied = addRounds([
    ...of((item) => item.type === 'number' && item.meaning === 'share-applied').values(),
  ]);
  const recommended = addRecommendations(
    asked.flatMap(({ item, told }) => (told.length === 1 ? recommendationOf(item, told[0]) : [])),
  );
  return {
    ...(satisfaction === undefined
      ? {}
      : {
          satisfaction: { items: overall, amount: satisfaction, interval: satisfiedInterval(satisfaction) },
        }),
    dimensions: dimensions.flatMap((dimension) =>
      dimensionFigure(
        dimension,
        of((item) => isScored(item) && item.dimension === dimension),
      ),
    ),
    ...(recommended === undefined
      ? {}
      : { nps: { value: npsOf(recommended), n: wholePeople(recommended.answers * peoplePerAnswer) } }),
    ...(applied === undefined ? {} : { scrap: { value: scrapOf(applied), n: wholePeople(applied.people) } }),
  };
};

interface AskedItem {
  readonly item: Item;
  /** Once for each instructor it is about. */
  readonly told: readonly Told[];
}

const askedIn = ({ questionnaire, items }: AskedCell, questionnaires: Questionnaires): AskedItem[] => {
  const shown = Object.entries(items).flatMap(([key, told]) =>
    told === hidden || told.n === 0 ? [] : [{ id: itemIdOf(key), told }],
  );
  return [...Map.groupBy(shown, ({ id }) => id)].flatMap(([id, entries]) => {
    const item = questionnaires.item(questionnaire, id);
    return item === undefined ? [] : [{ item, told: entries.map(({ told }) => told) }];
  });
};

const poolItems = (
  asked: readonly AskedItem[],
  peoplePerAnswer: number,
): ReadonlyMap<string, { readonly item: Item; readonly amount: Amount }> => {
  const amounts = asked.flatMap(({ item, told }) => {
    const amount = addInstructors(told.flatMap((one) => amountOf(item, one) ?? []));
    return amount === undefined ? [] : [{ item, amount }];
  });
  return new Map(
    [...Map.groupBy(amounts, ({ item }) => item.digest)].flatMap(([digest, same]) => {
      const [first] = same;
      const amount = addRounds(same.map((one) => one.amount));
      if (first === undefined || amount === undefined) return [];
      return [[digest, { item: first.item, amount: { ...amount, people: amount.people * peoplePerAnswer } }]];
    }),
  );
};

const dimensionFigure = (dimension: Dimension, items: ReadonlyMap<string, Amount>): DimensionFigure[] => {
  const amounts = [...items.values()];
  const score = dimensionScore(amounts);
  if (score === undefined) return [];
  return [{ dimension, score, n: wholePeople(Math.max(...amounts.map(({ people }) => people))), items }];
};

/** People are whole; what is told of them is rounded as everything is. */
export const wholePeople = (people: number): number => Math.max(1, Math.round(people));
