import type { VisitKind } from '../kernel/ids.ts';
import type { Training } from '../trainings/training.ts';
import { type Item, itemsOf, type Questionnaire, questionnaireKey } from './questionnaire.ts';

/** What decides which questionnaire a training's people get. */
export type QuestionedTraining = Pick<Training, 'mode' | 'source' | 'course'>;

/** Every questionnaire that is asked or was ever asked. Read once at start and handed to whoever needs it. */
export interface Questionnaires {
  readonly all: readonly Questionnaire[];
  /** What a round of this kind asks of this training if it opens now. Throws for a kind that has none. */
  for(kind: VisitKind, training: QuestionedTraining): Questionnaire;
  /** Whether rounds of this kind have anything to ask of this training. */
  has(kind: VisitKind, training: QuestionedTraining): boolean;
  /** The questionnaire behind a key (`t1.1`) that a round or a result keeps. Throws for a key nobody ever wrote. */
  of(key: string): Questionnaire;
  /** What a round asks: what it was opened with, else what it would be opened with now. */
  ofRound(
    round: { readonly kind: VisitKind; readonly questionnaire?: string },
    training: QuestionedTraining,
  ): Questionnaire;
  /** The item of that questionnaire with this id. */
  item(key: string, id: string): Item | undefined;
}

/** The registry of these questionnaires; of each id the latest version is asked. */
export const createQuestionnaires = (all: readonly Questionnaire[]): Questionnaires => {
  const byKey = new Map(all.map((one) => [questionnaireKey(one), one]));
  const itemsByKey = new Map(
    all.map((one) => [questionnaireKey(one), new Map(itemsOf(one).map((item) => [item.id, item]))]),
  );
  const latest = (kind: VisitKind): Questionnaire | undefined =>
    all
      .filter(({ id }) => id === kind.toLowerCase())
      .toSorted((one, other) => other.version - one.version)[0];
  const forKind: Questionnaires['for'] = (kind) => {
    const found = latest(kind);
    if (found === undefined) throw new Error(`No questionnaire for ${kind}`);
    return found;
  };
  const of: Questionnaires['of'] = (key) => {
    const found = byKey.get(key);
    if (found === undefined) throw new Error(`No questionnaire ${key}`);
    return found;
  };
  return {
    all,
    for: forKind,
    has: (kind) => latest(kind) !== undefined,
    of,
    ofRound: ({ kind, questionnaire }, training) =>
      questionnaire === undefined ? forKind(kind, training) : of(questionnaire),
    item: (key, id) => itemsByKey.get(questionnaireKey(of(key)))?.get(id),
  };
};
