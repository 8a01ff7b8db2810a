import { amountOf, over } from '../../domain/analysis/amount.ts';
import { mostChosen } from '../../domain/analysis/most-chosen.ts';
import type { Result } from '../../domain/analysis/result.ts';
import { belowReady, type Side, sidesOf } from '../../domain/analysis/sides.ts';
import { hidden, type Told } from '../../domain/analysis/told.ts';
import type { Round } from '../../domain/followups/round.ts';
import type { Text } from '../../domain/kernel/text.ts';
import {
  type Item,
  isPrivate,
  isScored,
  type ScoredItem,
} from '../../domain/questionnaires/questionnaire.ts';
import type { Questionnaires } from '../../domain/questionnaires/registry.ts';
import { eitherOf } from '../../wording/figure-words.ts';
import { type Score, scoreOf } from './figure-view.ts';
import { aboutWhom, itemOf } from './item-name.ts';

/** What a score does not tell: which side people leaned to, how many cannot do it yet, what they chose most, a number's mean. */
export interface OtherAnswer {
  /** Short name of the item. */
  readonly item: Text;
  /** Whom it is about, where there are several to tell apart. */
  readonly instructor?: string;
  /** People. */
  readonly n: number;
  /** The most frequent first, or along the scale, how often. */
  readonly chosen?: readonly { readonly option: Text; readonly times: number }[];
  /** Nearly everybody chose these, at least so often. */
  readonly atLeast?: true;
  readonly mean?: Score;
}

/** More would hide the figures; T1 of two instructors has twelve. */
const mostLines = 14;

/** Of a result, or of what of it somebody may see, in the order of the questions; only what may be shown (P3). */
export const otherAnswers = (
  { whole, questionnaire }: Pick<Result, 'whole' | 'questionnaire'>,
  round: Pick<Round, 'instructors'>,
  questionnaires: Questionnaires,
): OtherAnswer[] => {
  const order = [...questionnaires.of(questionnaire).pages.flatMap(({ items }) => items)];
  return Object.entries(whole.items)
    .flatMap(([key, told]) => {
      const item = itemOf(questionnaires, questionnaire, key);
      if (item === undefined || told === hidden || isPrivate(item)) return [];
      const answer = answerTo(item, told);
      return answer === undefined
        ? []
        : [
            {
              at: order.indexOf(item),
              answer: { item: item.shortName, ...aboutWhom(round, key), ...answer },
            },
          ];
    })
    .toSorted((one, other) => one.at - other.at)
    .slice(0, mostLines)
    .map(({ answer }) => answer);
};

const answerTo = (item: Item, told: Told): Omit<OtherAnswer, 'item' | 'instructor'> | undefined => {
  if (isScored(item)) return onScale(item, told);
  if (item.type === 'number') return item.meaning === 'count' ? meanOf(item, told) : undefined;
  const most = mostChosen(item, told);
  if (most === undefined) return undefined;
  const { n, chosen, ...rest } = most;
  return {
    n,
    chosen: chosen.flatMap(({ option, times }) => {
      const name = optionName(item, option);
      return name === undefined ? [] : [{ option: name, times }];
    }),
    ...rest,
  };
};

const optionName = (item: Item, at: number): Text | undefined =>
  item.type === 'choice' || item.type === 'choices' ? item.options[at]?.wording : undefined;

const onScale = (item: ScoredItem, told: Told): Pick<OtherAnswer, 'n' | 'chosen'> | undefined => {
  const below = belowReady(item, told);
  const sides = below === undefined ? sidesOf(item, told) : [below];
  if (sides === undefined || told.n === 0) return undefined;
  const named = ({ points }: Side): Text => eitherOf(points.flatMap((at) => item.labels[at] ?? []));
  return { n: told.n, chosen: sides.map((side) => ({ option: named(side), times: side.times })) };
};

const meanOf = (item: Item, told: Told): Pick<OtherAnswer, 'n' | 'mean'> | undefined => {
  const amount = amountOf(item, told);
  return amount && { n: amount.people, mean: scoreOf(over(amount.sum, amount.answers)) };
};
