import type { VisitKind } from '../kernel/ids.ts';
import { same, type Text } from '../kernel/text.ts';
import { chooseQuestionnaire, everySort, type QuestionedTraining } from './choose-questionnaire.ts';
import { type Item, itemsById, type Questionnaire, questionnaireKey } from './questionnaire.ts';

interface AskingRound {
  readonly kind: VisitKind;
  readonly questionnaire?: string;
}

/** Every questionnaire that is asked or was ever asked. Read once at start and handed to whoever needs it. */
export interface Questionnaires {
  readonly all: readonly Questionnaire[];
  /** Whether there is something to ask of this training in a round of this kind. */
  has(kind: VisitKind, training: QuestionedTraining): boolean;
  /** What a round of this kind asks of this training if it opens now. Throws where nothing is there to ask. */
  for(kind: VisitKind, training: QuestionedTraining): Questionnaire;
  /** The questionnaire behind a key (`t1.1`) that a round or a result keeps. Throws for a key nobody ever wrote. */
  of(key: string): Questionnaire;
  /** What a round asks: what it was opened with, else what it would be opened with now. */
  ofRound(round: AskingRound, training: QuestionedTraining): Questionnaire;
  /** What that is called; a kind that has nothing to ask any more goes by its id. */
  titleOf(round: AskingRound, training: QuestionedTraining): Text;
  /** The item of that questionnaire with this id. */
  item(key: string, id: string): Item | undefined;
  /** Those that are asked of some sort of training now: neither earlier versions nor what others go before everywhere. */
  readonly asked: ReadonlySet<Questionnaire>;
  /** Whether this key is one of a questionnaire that is there. */
  knows(key: string): boolean;
}

/** The registry of the product's own questionnaires and the organisation's; the latter go first. */
export const createQuestionnaires = (
  builtIn: readonly Questionnaire[],
  own: readonly Questionnaire[] = [],
): Questionnaires => {
  const all = [...builtIn, ...own];
  const byKey = new Map(all.map((one) => [questionnaireKey(one), { one, items: itemsById(one) }]));
  const found = (key: string) => {
    const entry = byKey.get(key);
    if (entry === undefined) throw new Error(`No questionnaire ${key}`);
    return entry;
  };
  const chosen = (kind: VisitKind, training: QuestionedTraining): Questionnaire | undefined =>
    [own, builtIn].flatMap((some) => chooseQuestionnaire(some, kind, training))[0];
  const forKind: Questionnaires['for'] = (kind, training) => {
    const one = chosen(kind, training);
    if (one === undefined) throw new Error(`No questionnaire for ${kind}`);
    return one;
  };
  return {
    all,
    asked: new Set([...everySort(all)].flatMap((sort) => chosen(sort.kind, sort) ?? [])),
    has: (kind, training) => chosen(kind, training) !== undefined,
    for: forKind,
    of: (key) => found(key).one,
    ofRound: ({ kind, questionnaire }, training) =>
      questionnaire === undefined ? forKind(kind, training) : found(questionnaire).one,
    titleOf: ({ kind, questionnaire }, training) =>
      (questionnaire === undefined ? chosen(kind, training) : found(questionnaire).one)?.title ?? same(kind),
    item: (key, id) => found(key).items.get(id),
    knows: (key) => byKey.has(key),
  };
};
