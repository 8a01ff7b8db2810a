import { type Dimension, dimensions } from '../questionnaires/clauses.ts';
import { type Item, isOverall, isScored } from '../questionnaires/questionnaire.ts';
import type { Questionnaires } from '../questionnaires/registry.ts';
import {
  type Amount,
  addRounds,
  amountOf,
  type Range,
  type RoundAmount,
  satisfiedInterval,
} from './amount.ts';
import { itemIdOf } from './answer-key.ts';
import { type AnswersOfRound, differentPeople, type People, rememberAttendance } from './different-people.ts';
import type { Interval } from './intervals.ts';
import { dimensionScore, npsOf, scrapOf } from './measures.ts';
import { addRecommendations, recommendationOf } from './recommendation.ts';
import type { ResultCell } from './result.ts';
import type { Roll } from './roll.ts';
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

/** By what the question means; what was asked about several instructors is taken together. */
export type ItemAmounts = ReadonlyMap<string, ItemAmount>;
export interface ItemAmount {
  readonly amount: Amount;
  readonly rounds: readonly RoundAmount[];
}

export interface Satisfaction {
  readonly items: ItemAmounts;
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
  /** Its scored items. */
  readonly items: ItemAmounts;
}

/** A shown cell of a round and the questionnaire (`t1.1`) behind it. */
export interface AskedCell extends Pick<ResultCell, 'items' | 'roll'> {
  readonly questionnaire: string;
}

/**
 * Adds up cells that may be shown; what is hidden in one of them adds nothing, what is told so far as a stop adds that (P3).
 * All answers count in shares and means; how sure they are depends on the number of different people.
 */
export const figuresOf = (cells: readonly AskedCell[], questionnaires: Questionnaires): Figures => {
  const attendance = rememberAttendance();
  const count = (rounds: readonly AnswersOfRound[]): People => differentPeople(rounds, attendance);
  const asked = cells.flatMap((cell) => askedIn(cell, questionnaires));
  const scored = poolItems(asked, count);
  const of = (wanted: (item: Item) => boolean): ItemAmounts =>
    new Map([...scored].flatMap(([digest, { item, ...of }]) => (wanted(item) ? [[digest, of]] : [])));
  const together = (items: ItemAmounts): Amount | undefined => addRounds(roundsOf(items), count);
  const overall = of(isOverall);
  const satisfaction = together(overall);
  const applied = together(of((item) => item.type === 'number' && item.meaning === 'share-applied'));
  const recommendations = asked.flatMap(({ item, told, roll }) =>
    recommendationOf(item, told).map((one) => ({ ...one, roll })),
  );
  const recommended = addRecommendations(recommendations);
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
      : { nps: { value: npsOf(recommended), n: count(recommendations.map(answersOf)).people } }),
    ...(applied === undefined ? {} : { scrap: { value: scrapOf(applied), n: applied.people } }),
  };
};

/** Every round in which any of these was asked. */
export const roundsOf = (items: ItemAmounts): RoundAmount[] =>
  [...items.values()].flatMap(({ rounds }) => rounds);

/** What was said to a question in one cell, about one instructor where it asks about them. */
interface AskedItem {
  readonly item: Item;
  readonly told: Told;
  readonly roll: Roll | undefined;
}

const askedIn = ({ questionnaire, items, roll }: AskedCell, questionnaires: Questionnaires): AskedItem[] =>
  Object.entries(items).flatMap(([key, told]) => {
    const item = questionnaires.item(questionnaire, itemIdOf(key));
    return item === undefined || told === hidden || told.n === 0 ? [] : [{ item, told, roll }];
  });

const answersOf = ({ answers: n, roll }: { answers: number; roll: Roll | undefined }): AnswersOfRound =>
  roll === undefined ? { n } : { n, roll };

const poolItems = (
  asked: readonly AskedItem[],
  count: typeof differentPeople,
): ReadonlyMap<string, ItemAmount & { readonly item: Item }> =>
  new Map(
    [...Map.groupBy(asked, ({ item }) => item.digest)].flatMap(([digest, same]) => {
      const [first] = same;
      const rounds = same.flatMap(({ item, told, roll }): RoundAmount[] => {
        const amount = amountOf(item, told);
        if (amount === undefined) return [];
        return [roll === undefined ? { amount } : { amount, roll }];
      });
      const amount = addRounds(rounds, count);
      return first === undefined || amount === undefined
        ? []
        : [[digest, { item: first.item, amount, rounds }]];
    }),
  );

const dimensionFigure = (dimension: Dimension, items: ItemAmounts): DimensionFigure[] => {
  const amounts = [...items.values()].map(({ amount }) => amount);
  const score = dimensionScore(amounts);
  if (score === undefined) return [];
  return [{ dimension, score, n: Math.max(...amounts.map(({ people }) => people)), items }];
};
