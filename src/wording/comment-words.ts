import type { Text } from '../domain/kernel/text.ts';
import { spaced } from './spaced.ts';

/** What people wrote, read by those whom page 1 named. */
export const commentsCount = (count: number): Text => ({
  zh: `留言：${count} 条（不署名，不按先后排列）`,
  en: `Comments: ${count} (unnamed, in alphabetical order)`,
});
export const withheldComments = (minimum: number): Text => ({
  zh: `有的留言题看到的人不足 ${minimum} 人，留言不显示，以免有人被认出来。`,
  en: `Fewer than ${minimum} people came to some question for comments; what they wrote is not shown, so that nobody can be recognised.`,
});
export const allComments: Text = { zh: '看全部留言', en: 'All comments' };
export const readComments: Text = { zh: '看留言', en: 'Read the comments' };
export const moreComments: Text = { zh: '往后看', en: 'More' };
export const firstComments: Text = { zh: '回到开头', en: 'Back to the beginning' };
export const commentsEyebrow = (questionnaire: Text, closedOn: Text): Text => ({
  zh: spaced`留言 · ${questionnaire.zh} · ${closedOn.zh}截止`,
  en: `Comments · ${questionnaire.en} · closed ${closedOn.en}`,
});
export const commentsRange = (first: number, last: number, count: number): Text => ({
  zh: `第 ${first}–${last} 条，共 ${count} 条。原样列出，不署名，不按先后排列。`,
  en: `${first}–${last} of ${count}, word for word, unnamed, in alphabetical order.`,
});
/** To a manager or a department head. */
export const wholeRound: Text = {
  zh: '这里是全体学员的留言，不分团队和部门。',
  en: 'These are the comments of everybody who took part, whatever their team or department.',
};
export const noComments: Text = {
  zh: '这次没有可以显示的留言。',
  en: 'There are no comments that may be shown.',
};
export const commentsSummary = (training: string): Text => ({
  zh: `「${training}」的留言`,
  en: `Comments on “${training}”`,
});
/** On a report: which round's are to be read. */
export const reportComments: Text = { zh: '留言', en: 'Comments' };
export const whichComments: Text = { zh: '要看哪次回访的留言', en: 'Of which follow-up' };
export const commentedRound = (training: string, questionnaire: Text, count: number): Text => ({
  zh: `${training} · ${questionnaire.zh}（${count} 条）`,
  en: `${training} · ${questionnaire.en} (${count})`,
});
