import type { Language, Text } from '../../../domain/kernel/text.ts';
import { type Answer, notApplicable } from '../../../domain/questionnaires/answers.ts';
import type { AskedItem } from '../../../domain/questionnaires/asked-page.ts';
import { type Item, isPrivate, isScored } from '../../../domain/questionnaires/questionnaire.ts';
import {
  choosePlaceholder,
  privatePlaceholder,
  questionNotes,
  recalledLine,
  recommendationEnds,
  textPlaceholder,
} from '../../../wording/questionnaire-words.ts';

interface Choice {
  readonly title: string;
  readonly value: string;
}

/** One question as the template lays it out. */
export interface Question {
  readonly kind: 'choice' | 'text';
  readonly key: string;
  /** What this person wrote at an earlier visit; empty for nothing. */
  readonly recalled: string;
  readonly label: string;
  readonly error: string;
  readonly style: 'expanded' | 'compact';
  readonly several: boolean;
  readonly placeholder: string;
  readonly maxLength: number;
  readonly value: string;
  readonly choices: readonly Choice[];
}

const numberTitle = (item: Item & { type: 'number' }, value: number, language: Language): string => {
  if (item.meaning === 'share-applied') return `${value}%`;
  if (item.meaning === 'count') return `${value}`;
  const [low, high] = recommendationEnds;
  if (value === item.min) return `${value} · ${low[language]}`;
  if (value === item.max) return `${value} · ${high[language]}`;
  return `${value}`;
};

const choicesOf = (item: Item, language: Language): Choice[] => {
  if (isScored(item)) {
    const points = item.labels.map((label, at) => ({ title: label[language], value: `${at + 1}` }));
    return item.none === undefined
      ? points
      : [...points, { title: item.none[language], value: notApplicable }];
  }
  if (item.type === 'number') {
    const steps = Math.floor((item.max - item.min) / item.step) + 1;
    return Array.from({ length: steps }, (_, at) => item.min + at * item.step).map((value) => ({
      title: numberTitle(item, value, language),
      value: `${value}`,
    }));
  }
  if (item.type === 'text') return [];
  return item.options.map((option) => ({ title: option.wording[language], value: option.id }));
};

const answeredWith = (answer: Answer | undefined): string => {
  if (answer === undefined) return '';
  return typeof answer === 'object' ? answer.join(',') : `${answer}`;
};

const placeholderOf = (item: Item): Text => {
  if (item.type !== 'text') return choosePlaceholder;
  return isPrivate(item) ? privatePlaceholder : textPlaceholder;
};

const labelOf = (item: Item, language: Language): string => {
  if (item.required && !isPrivate(item)) return item.wording[language];
  const notes = item.required ? 'forYourEyes' : isPrivate(item) ? 'both' : 'optional';
  return item.wording[language] + questionNotes[notes][language];
};

/** So few options are read at a glance, and chosen with one tap. */
const fewOptions = 5;

const isOpen = (item: Item): boolean =>
  isScored(item) || item.type === 'choices' || (item.type === 'choice' && item.options.length <= fewOptions);

/** A question with the answer given so far and, where it was refused, why. */
export const question = (
  { key, item, recalled: [said, ...more] = [] }: AskedItem,
  answer: Answer | undefined,
  error: Text | undefined,
  language: Language,
): Question => ({
  kind: item.type === 'text' ? 'text' : 'choice',
  key,
  recalled: said === undefined ? '' : recalledLine(said, more)[language],
  label: labelOf(item, language),
  error: error?.[language] ?? '',
  style: isOpen(item) ? 'expanded' : 'compact',
  several: item.type === 'choices',
  placeholder: placeholderOf(item)[language],
  maxLength: item.type === 'text' ? item.maxLength : 0,
  value: answeredWith(answer),
  choices: choicesOf(item, language),
});
