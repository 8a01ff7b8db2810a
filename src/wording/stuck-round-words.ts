import type { Text } from '../domain/kernel/text.ts';
import { spaced } from './spaced.ts';

/** To staff: a round that could not go on as it should. */
export const stuckEyebrow: Text = { zh: '回访结果', en: 'Follow-up results' };
export const stuckTitle = (training: string): Text => ({
  zh: `「${training}」的结果暂时出不来`,
  en: `The result of “${training}” is delayed`,
});
export const stuckLines = (questionnaire: Text, closed: Text): readonly Text[] => [
  {
    zh: spaced`${questionnaire.zh}（${closed.zh}截止）汇总时出了错。大家填的都在，一份没少；系统会一直重试，成功后结果照常发出。其他培训不受影响。`,
    en: `${questionnaire.en} (closed ${closed.en}) could not be added up. Every answer is safe; it is tried again all the time, and the result follows as usual once it works. Other trainings are not affected.`,
  },
  {
    zh: '如果明天还没看到结果，请告诉系统管理员：日志里写着是哪一次回访、为什么。',
    en: 'If there is no result by tomorrow, please tell your system administrator: the log says which follow-up it is, and why.',
  },
];

/** Something in it could not be read while it is open. */
export const disturbedTitle = (training: string): Text => ({
  zh: `「${training}」的回访出了点问题`,
  en: `The follow-up of “${training}” needs a look`,
});
export const disturbedLines = (questionnaire: Text, due: Text): readonly Text[] => [
  {
    zh: spaced`${questionnaire.zh}（${due.zh}截止）还在进行，但有一处数据读不出来：提醒可能没发全，截止后的结果也要等修好才能出。大家填的都在，系统会一直重试。其他培训不受影响。`,
    en: `${questionnaire.en} (open until ${due.en}) goes on, but something in its data cannot be read: some reminders may be missing, and its result will have to wait until that is mended. Every answer is safe; it is tried again all the time. Other trainings are not affected.`,
  },
  {
    zh: '请告诉系统管理员：日志里写着是哪一次回访、为什么。',
    en: 'Please tell your system administrator: the log says which follow-up it is, and why.',
  },
];

/** It could not even be opened. */
export const unopenedTitle = (training: string): Text => ({
  zh: `「${training}」的回访暂时发不出去`,
  en: `The follow-up of “${training}” is delayed`,
});
export const unopenedLines = (questionnaire: Text, due: Text): readonly Text[] => [
  {
    zh: spaced`${questionnaire.zh}（${due.zh}截止）还没能发给大家：准备时出了错。系统会一直重试，成功后照常发出。其他培训不受影响。`,
    en: `${questionnaire.en} (due ${due.en}) has not gone out: something in it could not be prepared. It is tried again all the time, and goes out as usual once it works. Other trainings are not affected.`,
  },
  {
    zh: '如果明天还没发出，请先核对这个培训的名单，再告诉系统管理员：日志里写着原因。',
    en: 'If it has not gone out by tomorrow, please look at this training’s roster first, then tell your system administrator: the log says why.',
  },
];
