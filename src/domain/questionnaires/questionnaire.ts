import type { Text } from '../kernel/text.ts';
import type { TrainingMode } from '../trainings/training.ts';

/** The policy's dimensions (POLICY §3). */
export const dimensions = ['D1', 'D2', 'D3', 'D4', 'D5'] as const;
export type Dimension = (typeof dimensions)[number];

interface ItemBase {
  /** Stable: results of different runs are compared by it. Letters, digits and hyphens. */
  readonly id: string;
  readonly dimension: Dimension;
  readonly wording: Text;
  /** A name of two to six words for charts and tables. */
  readonly shortName: Text;
  /** Asked only in these modes; everywhere if not given. */
  readonly modes?: readonly TrainingMode[];
  /** Asked once for each instructor. */
  readonly perInstructor?: boolean;
  readonly required: boolean;
}

export interface Option {
  readonly id: string;
  readonly wording: Text;
}

/** 1–5, worded ends; scored into means and satisfaction. */
export interface RatingItem extends ItemBase {
  readonly type: 'rating';
  readonly labels: readonly [Text, Text, Text, Text, Text];
}
/** Exactly one of the options. */
export interface ChoiceItem extends ItemBase {
  readonly type: 'choice';
  readonly options: readonly Option[];
}
/** Any number of the options. */
export interface ChoicesItem extends ItemBase {
  readonly type: 'choices';
  readonly options: readonly Option[];
}
/** A whole number from `min` to `max` in steps: the share applied (percent), recommendation (0–10). */
export interface NumberItem extends ItemBase {
  readonly type: 'number';
  readonly meaning: 'share-applied' | 'recommendation';
  readonly min: number;
  readonly max: number;
  readonly step: number;
}
export interface FreeTextItem extends ItemBase {
  readonly type: 'text';
  readonly maxLength: number;
}
export type Item = RatingItem | ChoiceItem | ChoicesItem | NumberItem | FreeTextItem;

export interface QuestionnairePage {
  readonly id: string;
  readonly title: Text;
  readonly lead?: Text;
  /** At most five questions a page. */
  readonly items: readonly Item[];
}

/** Bilingual data; a round keeps the id and version it was opened with. */
export interface Questionnaire {
  readonly id: string;
  readonly version: number;
  readonly title: Text;
  readonly intro: Text;
  readonly pages: readonly QuestionnairePage[];
}

/** `t1.1`: how rounds and results remember what was asked. */
export const questionnaireKey = ({ id, version }: Pick<Questionnaire, 'id' | 'version'>): string =>
  `${id}.${version}`;

/** All its questions, in order. */
export const itemsOf = ({ pages }: Pick<Questionnaire, 'pages'>): Item[] =>
  pages.flatMap((page) => page.items);
