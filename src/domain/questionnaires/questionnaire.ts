import type { VisitKind } from '../kernel/ids.ts';
import type { Text } from '../kernel/text.ts';
import type { Training, TrainingMode } from '../trainings/training.ts';
import type { Clause, Dimension } from './clauses.ts';

/** Kirkpatrick's four: liked it, learnt it, does it, it shows in results. */
export const kirkpatrickLevels = [1, 2, 3, 4] as const;

/**
 * A question is asked only of those who answered an earlier one so: at most or at least this score or number, or one
 * of these (options by id, points of a scale by number, `none`).
 */
export type Condition = { readonly item: string } & (
  | { readonly atMost: number }
  | { readonly atLeast: number }
  | { readonly is: readonly (string | number)[] }
);

interface ItemBase {
  /** Stable: results of different runs are compared by it. Letters, digits and hyphens. */
  readonly id: string;
  /** What of the policy it asks (POLICY §3); all of one dimension. */
  readonly asks: readonly Clause[];
  readonly dimension: Dimension;
  readonly level: (typeof kirkpatrickLevels)[number];
  readonly wording: Text;
  /** A name of two to six words for charts and tables. */
  readonly shortName: Text;
  /** Asked only in these modes; everywhere if not given. */
  readonly modes?: readonly TrainingMode[];
  /** Asked once for each instructor. */
  readonly perInstructor?: boolean;
  /** Asked only of those who answered an earlier page so. */
  readonly onlyIf?: Condition;
  readonly required: boolean;
  /** SHA-256 of what makes its meaning: two versions are compared only where it is the same. */
  readonly digest: string;
}

export interface Option {
  readonly id: string;
  readonly wording: Text;
  /** To be known as having chosen it harms nobody: it may be told of everybody. */
  readonly good?: boolean;
}

interface Scale extends ItemBase {
  readonly labels: readonly [Text, Text, Text, Text, Text];
  /** "Not applicable", "nobody asked": an answer, but no number. It is kept as `none`. */
  readonly none?: Text;
}
/** 1–5, every point worded; scored into means and satisfaction. */
export interface RatingItem extends Scale {
  readonly type: 'rating';
  /** From this point on people can do it: how many are below stands beside the mean. */
  readonly readyFrom?: number;
}
/** Too little – just right – too much: answered 1–5, scored by the distance from the middle. */
export interface TwoSidedItem extends Scale {
  readonly type: 'two-sided';
}
/** What the same person said at an earlier visit: these of its private questions, the first of which counts as the answer. */
export interface Recall {
  readonly kind: VisitKind;
  readonly items: readonly string[];
}
/** Shown to the person who wrote it and to nobody else; never counted. */
interface MayBePrivate {
  readonly private?: boolean;
  /** Asked only of those who said something there, with what they said. */
  readonly recalls?: Recall;
}
/** Exactly one of the options. */
export interface ChoiceItem extends ItemBase, MayBePrivate {
  readonly type: 'choice';
  readonly options: readonly Option[];
}
/** Any number of the options. */
export interface ChoicesItem extends ItemBase {
  readonly type: 'choices';
  readonly options: readonly Option[];
}
/** What a number says: the share applied (percent), recommendation (0–10), how often. */
export const numberMeanings = ['share-applied', 'recommendation', 'count'] as const;
/** A whole number from `min` to `max` in steps. */
export interface NumberItem extends ItemBase {
  readonly type: 'number';
  readonly meaning: (typeof numberMeanings)[number];
  readonly min: number;
  readonly max: number;
  readonly step: number;
}
export interface FreeTextItem extends ItemBase, MayBePrivate {
  readonly type: 'text';
  readonly maxLength: number;
}
export type ScoredItem = RatingItem | TwoSidedItem;
export type Item = ScoredItem | ChoiceItem | ChoicesItem | NumberItem | FreeTextItem;

export interface QuestionnairePage {
  readonly id: string;
  readonly title: Text;
  /** A word before the questions. */
  readonly lead?: Text;
  /** How each of its questions begins; part of their meaning. */
  readonly stem?: Text;
  /** At most five questions a page. */
  readonly items: readonly Item[];
}

/** Which trainings a questionnaire is for; the more it says, the more it goes before others. */
export interface Scope {
  readonly kind: VisitKind;
  readonly mode?: TrainingMode;
  readonly source?: Training['source'];
  readonly course?: string;
}

/** Bilingual data; a round keeps the id and version it was opened with. */
export interface Questionnaire {
  readonly id: string;
  readonly version: number;
  readonly for: Scope;
  readonly title: Text;
  readonly intro: Text;
  readonly pages: readonly QuestionnairePage[];
  /** SHA-256 of what people read and of what is done with their answers: what a published version is locked by. */
  readonly digest: string;
}

/** `t1.1`: how rounds and results remember what was asked. */
export const questionnaireKey = ({ id, version }: Pick<Questionnaire, 'id' | 'version'>): string =>
  `${id}.${version}`;

/** All its questions, in order. */
export const itemsOf = ({ pages }: Pick<Questionnaire, 'pages'>): Item[] =>
  pages.flatMap((page) => page.items);

/** Whether its answers are scored 1–5. */
export const isScored = (item: Item | undefined): item is ScoredItem =>
  item?.type === 'rating' || item?.type === 'two-sided';

/** The one whose satisfaction is the training's (DESIGN §5). */
export const isOverall = (item: Item): boolean => item.type === 'rating' && item.asks.includes('D5.overall');

/** For the eyes of the person alone: neither counted nor shown. */
export const isPrivate = (item: Item): boolean => 'private' in item && item.private === true;

/** What it shows again of an earlier visit. */
export const recallOf = (item: Item): Recall | undefined => ('recalls' in item ? item.recalls : undefined);

/** Whether it is asked whatever was answered before, here or at an earlier visit. */
export const isAskedOfAll = (item: Pick<Item, 'onlyIf'> & { readonly recalls?: Recall }): boolean =>
  item.onlyIf === undefined && item.recalls === undefined;

/** Its questions by id, in order. */
export const itemsById = (questionnaire: Pick<Questionnaire, 'pages'>): ReadonlyMap<string, Item> =>
  new Map(itemsOf(questionnaire).map((item) => [item.id, item]));
