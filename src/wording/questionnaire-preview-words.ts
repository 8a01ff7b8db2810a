import type { Text } from '../domain/kernel/text.ts';
import type { TrainingMode } from '../domain/trainings/training.ts';

/** What a proof of a questionnaire says about its questions, beside the questions themselves. */
export const mayBeSkipped: Text = { zh: '选填', en: 'optional' };
export const onlyForThePerson: Text = {
  zh: '只给本人看，不统计',
  en: 'shown to the person alone, never counted',
};
/** `items`: what of that visit it shows again. */
export const shownAgain = (kind: string, items: string): Text => ({
  zh: `仅当本人在 ${kind} 填过 ${items}，并一起给本人看`,
  en: `only if the person answered ${items} at ${kind}, and shown with it`,
});
export const forEachInstructor: Text = { zh: '每位讲师各问一次', en: 'asked about each instructor' };
export const severalMayBeChosen: Text = { zh: '可多选', en: 'several may be chosen' };
export const ownWords = (most: number): Text => ({
  zh: `文字，最多 ${most} 字`,
  en: `own words, up to ${most} characters`,
});

const modeNames: Readonly<Record<TrainingMode, Text>> = {
  classroom: { zh: '课堂', en: 'classroom' },
  online: { zh: '线上', en: 'online' },
  mixed: { zh: '混合', en: 'mixed' },
};
const sourceNames = {
  internal: { zh: '内部', en: 'internal' },
  external: { zh: '外部', en: 'external' },
} as const;

export const onlyInModes = (modes: readonly TrainingMode[]): Text => ({
  zh: `仅${modes.map((mode) => modeNames[mode].zh).join('、')}培训`,
  en: `${modes.map((mode) => modeNames[mode].en).join(' and ')} trainings only`,
});

/** `answers`: those after which it is asked. */
export const onlyAfter = (question: Text, answers: readonly Text[]): Text => ({
  zh: `仅当“${question.zh}”答：${answers.map(({ zh }) => zh).join(' / ')}`,
  en: `only if “${question.en}” is ${answers.map(({ en }) => en).join(' / ')}`,
});

/** Which trainings a questionnaire is for. */
export const meantFor = (scope: {
  readonly mode?: TrainingMode;
  readonly source?: keyof typeof sourceNames;
  readonly course?: string;
}): Text => {
  const parts: Text[] = [
    ...(scope.mode === undefined ? [] : [modeNames[scope.mode]]),
    ...(scope.source === undefined ? [] : [sourceNames[scope.source]]),
    ...(scope.course === undefined ? [] : [{ zh: `“${scope.course}”`, en: `“${scope.course}”` }]),
  ];
  return parts.length === 0
    ? { zh: '所有培训', en: 'every training' }
    : { zh: parts.map(({ zh }) => zh).join('，'), en: parts.map(({ en }) => en).join(', ') };
};

export const previewHeading = (file: string): Text => ({
  zh: `校样：${file}`,
  en: `Proof of ${file}`,
});
export const previewSummary = (pages: number, questions: number, minutes: number): Text => ({
  zh: `最多 ${pages} 页，${questions} 道题，约 ${minutes} 分钟`,
  en: `at most ${pages} pages, ${questions} questions, about ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}`,
});
