import type { Text } from '../domain/kernel/text.ts';
import { spaced } from './spaced.ts';

/** What became otherwise after somebody was asked: said once, by itself, or when an old card is pressed. */
export const cancelledTitle = (training: string): Text => ({
  zh: `「${training}」取消了`,
  en: `“${training}” was cancelled`,
});
export const cancelledLine = (training: string): Text => ({
  zh: `「${training}」已经取消，这次回访不用填，您什么都不用做。`,
  en: `“${training}” was cancelled, so there is nothing to fill in and nothing more for you to do.`,
});
export const offListTitle = (training: string): Text => ({
  zh: `「${training}」不用填了`,
  en: `Nothing more to do about “${training}”`,
});
export const offListLine = (training: string): Text => ({
  zh: `您已不在「${training}」的名单里，这次回访不用填。名单弄错了的话，告诉培训部就好。`,
  en: `You are no longer on the list of “${training}”, so there is nothing to fill in. If the list is wrong, just tell the training department.`,
});
export const notCountedLine: Text = {
  zh: '您之前填过的不计入结果，还是谢谢您花的时间。',
  en: 'What you had filled in is not counted. Thank you for your time all the same.',
};

export const askedAgainTitle = (training: string): Text => ({
  zh: `「${training}」还是请您填`,
  en: `“${training}”: we do ask you after all`,
});
export const askedAgainLine = (training: string, until: Text): Text => ({
  zh: spaced`之前说「${training}」不用填，现在更正了：请您在${until.zh}之前填完。`,
  en: `We had told you there was nothing to fill in about “${training}”. That has been corrected: please answer by ${until.en}.`,
});
export const countsAgainLine = (training: string, until: Text): Text => ({
  zh: spaced`之前说「${training}」不用填，现在更正了：您填好的回答照常计入，到${until.zh}为止还可以修改。`,
  en: `We had told you that your answers about “${training}” do not count. That has been corrected: they do, and you can change them until ${until.en}.`,
});
export const keptLine: Text = { zh: '之前填过的都还在。', en: 'Whatever you had filled in is still there.' };

export const movedTitle = (training: string): Text => ({
  zh: `「${training}」改期了`,
  en: `“${training}”: other dates`,
});
export const movedLine = (training: string, until: Text): Text => ({
  zh: spaced`「${training}」的日期改了，问卷的最后一天是${until.zh}。`,
  en: `The dates of “${training}” have changed. The last day to answer is now ${until.en}.`,
});
/** The same to somebody whose last day ends before its evening. */
export const movedHourLine = (training: string, until: Text): Text => ({
  zh: spaced`「${training}」的日期改了，问卷最晚${until.zh}填完就好。`,
  en: `The dates of “${training}” have changed. You can now answer until ${until.en}.`,
});
export const movedLaterLine = (training: string, on: Text): Text => ({
  zh: spaced`「${training}」改期了，现在还不用填。${on.zh}起我们再来问您。`,
  en: `The dates of “${training}” have changed, so there is nothing to answer yet. We will ask you from ${on.en}.`,
});

export const notYetTitle: Text = { zh: '现在还不用填', en: 'Not yet' };

export const beginsTitle = (training: string): Text => ({
  zh: `「${training}」现在可以填了`,
  en: `“${training}”: now is the time`,
});
export const beginsLine = (training: string, until: Text): Text => ({
  zh: spaced`改期的「${training}」现在可以填了，最晚${until.zh}填完就好。`,
  en: `“${training}” had been moved. You can answer now, until ${until.en}.`,
});
