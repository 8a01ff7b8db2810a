import type { PersonId } from '../../domain/kernel/ids.ts';
import { type Language, same, type Text } from '../../domain/kernel/text.ts';
import { type Answer, notApplicable } from '../../domain/questionnaires/answers.ts';
import { askedPages } from '../../domain/questionnaires/ask-pages.ts';
import { meetsCondition } from '../../domain/questionnaires/meets-condition.ts';
import { minutesNeeded } from '../../domain/questionnaires/minutes-needed.ts';
import {
  type Item,
  isPrivate,
  isScored,
  itemsById,
  type Questionnaire,
  recallOf,
} from '../../domain/questionnaires/questionnaire.ts';
import {
  forEachInstructor,
  mayBeSkipped,
  meantFor,
  onlyAfter,
  onlyForThePerson,
  onlyInModes,
  ownWords,
  previewSummary,
  severalMayBeChosen,
  shownAgain,
} from '../../wording/questionnaire-preview-words.ts';

export interface PreviewQuestion {
  readonly wording: string;
  readonly answeredBy: 'one' | 'several' | 'words';
  /** What can be chosen, in order. */
  readonly answers: readonly string[];
  /** Whom it is asked of, and what becomes of the answer. */
  readonly notes: readonly string[];
}

/** A questionnaire in one language, with everything that anybody may see of it: to be proofread. */
export interface QuestionnairePreview {
  readonly title: string;
  readonly intro: string;
  readonly scope: string;
  readonly summary: string;
  readonly pages: readonly {
    readonly title: string;
    readonly lead: string;
    readonly questions: readonly PreviewQuestion[];
  }[];
}

export const questionnairePreview = (
  questionnaire: Questionnaire,
  language: Language,
): QuestionnairePreview => {
  const items = itemsById(questionnaire);
  return {
    title: questionnaire.title[language],
    intro: questionnaire.intro[language],
    scope: `${questionnaire.for.kind} · ${meantFor(questionnaire.for)[language]}`,
    summary: previewSummary(questionnaire.pages.length, items.size, minutesOf(questionnaire))[language],
    pages: questionnaire.pages.map((page) => ({
      title: page.title[language],
      lead: (page.stem ?? page.lead)?.[language] ?? '',
      questions: page.items.map((item) => ({
        wording: item.wording[language],
        answeredBy: item.type === 'text' ? 'words' : item.type === 'choices' ? 'several' : 'one',
        answers: answersTo(item).map(({ text }) => text[language]),
        notes: notesOn(item, items).map((note) => note[language]),
      })),
    })),
  };
};

/** Whole minutes with one instructor and every question that all are asked. */
export const minutesOf = (questionnaire: Questionnaire): number =>
  minutesNeeded(askedPages(questionnaire, 'mixed', [{ person: 'anybody' as PersonId, name: '' }]));

/** Every answer that can be chosen, as it is kept and as it reads. */
const answersTo = (item: Item): { readonly answer: Answer; readonly text: Text }[] => {
  if (isScored(item)) {
    const points = item.labels.map((text, index) => ({ answer: index + 1, text }));
    return item.none === undefined ? points : [...points, { answer: notApplicable, text: item.none }];
  }
  if (item.type === 'number') {
    return Array.from(
      { length: Math.floor((item.max - item.min) / item.step) + 1 },
      (_, step) => item.min + step * item.step,
    ).map((value) => ({
      answer: value,
      text: same(`${value}${item.meaning === 'share-applied' ? '%' : ''}`),
    }));
  }
  return item.type === 'text' ? [] : item.options.map(({ id, wording }) => ({ answer: id, text: wording }));
};

const notesOn = (item: Item, items: ReadonlyMap<string, Item>): Text[] => [
  ...(item.type === 'text' ? [ownWords(item.maxLength)] : []),
  ...(item.type === 'choices' ? [severalMayBeChosen] : []),
  ...(item.required ? [] : [mayBeSkipped]),
  ...(item.perInstructor === true ? [forEachInstructor] : []),
  ...(item.modes === undefined ? [] : [onlyInModes(item.modes)]),
  ...(isPrivate(item) ? [onlyForThePerson] : []),
  ...recallNotes(item),
  ...conditionOf(item, items),
];

const recallNotes = (item: Item): Text[] => {
  const recall = recallOf(item);
  return recall === undefined ? [] : [shownAgain(recall.kind, recall.items.join(', '))];
};

const conditionOf = ({ onlyIf }: Item, items: ReadonlyMap<string, Item>): Text[] => {
  const earlier = onlyIf === undefined ? undefined : items.get(onlyIf.item);
  if (onlyIf === undefined || earlier === undefined) return [];
  const after = answersTo(earlier).filter(({ answer }) =>
    meetsCondition(onlyIf, earlier, earlier.type === 'choices' ? [`${answer}`] : answer),
  );
  return [
    onlyAfter(
      earlier.shortName,
      after.map(({ text }) => text),
    ),
  ];
};
