import type { Text } from '../domain/kernel/text.ts';
import { labelled } from './round-words.ts';
import { spaced } from './spaced.ts';

/** The words around the questions. */
export const eyebrow = (page: number, pages: number, label?: Text): Text => {
  const { zh, en } = labelled({ zh: '培训回访', en: 'Training follow-up' }, label);
  return { zh: `${zh} · 第 ${page} 页，共 ${pages} 页`, en: `${en} · page ${page} of ${pages}` };
};

export const invitation = (organisation: string, questions: number, minutes: number, until: Text): Text => ({
  zh: spaced`${organisation}培训部想听听您对这次培训的看法：${questions} 道题，约 ${minutes} 分钟，最晚${until.zh}填完就好。`,
  en: `The training department${organisation === '' ? '' : ` of ${organisation}`} would like to hear from you: ${questions} questions, about ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}, any time until ${until.en}.`,
});

/** What is true of answers, before the first one is given (P3); `docs/THREATS.md` says the same at length. */
export const privacyLine = (scores: number, comments: number): Text => ({
  zh: `答案加密保存，不带姓名。满 ${scores} 人，别人才看得到汇总；留言满 ${comments} 人，才原样给讲师、主管和培训部看，不署名。培训部知道您填没填。`,
  en: `Answers are kept encrypted, without your name. Others see figures from ${scores} people on; instructors, managers and the training department see comments, word for word and unnamed, from ${comments} on. The training department sees whether you answered.`,
});
export const frankLine: Text = {
  zh: '坦白说：系统管理员如果同时拿着密钥和数据库，能读出谁答了什么；留言里写的事，也可能让人认出是您。',
  en: 'To be frank: an administrator who holds both the key and the database could read who said what, and what a comment tells may give its writer away.',
};

export const untilLine = (until: Text): Text => ({
  zh: spaced`填到${until.zh}为止`,
  en: `Open until ${until.en}`,
});

export const aboutInstructor = (title: Text, name: string): Text => ({
  zh: `${title.zh}：${name}`,
  en: `${title.en}: ${name}`,
});

/** Behind a question, in one pair of brackets: that it may be left open, that nobody else ever sees its answer. */
export const questionNotes: Record<'optional' | 'forYourEyes' | 'both', Text> = {
  optional: { zh: '（选填）', en: ' (optional)' },
  forYourEyes: { zh: '（只有您自己看得到）', en: ' (only you will see this)' },
  both: { zh: '（选填，只有您自己看得到）', en: ' (optional; only you will see this)' },
};
/** What somebody wrote for themselves at an earlier visit. */
export const recalledLine = (said: Text, more: readonly Text[]): Text => {
  const beside = (language: 'zh' | 'en', sign: string): string => more.map((one) => one[language]).join(sign);
  return {
    zh: `您上次写的：“${said.zh}”${more.length === 0 ? '' : `（${beside('zh', '，')}）`}`,
    en: `What you wrote last time: “${said.en}”${more.length === 0 ? '' : ` (${beside('en', ', ')})`}`,
  };
};
export const choosePlaceholder: Text = { zh: '请选择', en: 'Please choose' };
/** Said where it matters: before the comment is written, not after. */
export const textPlaceholder: Text = {
  zh: '想到什么写什么；会原样给人看，请别写姓名',
  en: 'Whatever comes to mind; shown word for word, so no names please',
};
/** For the writer's own eyes, as the label says. */
export const privatePlaceholder: Text = { zh: '想到什么写什么', en: 'Whatever comes to mind' };
export const answerMissing: Text = { zh: '请选一个答案', en: 'Please choose an answer' };
export const answersMissing = (count: number): Text => ({
  zh: `还差 ${count} 题，答好再点一次就行。您填的都还在。`,
  en: `${count === 1 ? 'One question needs' : `${count} questions need`} an answer; then press again. What you chose is still here.`,
});
export const savedElsewhere: Text = {
  zh: '您在别的设备上填过这一页，已换成最新的答案。',
  en: 'You filled in this page on another device. Here is the latest version.',
};

export const next: Text = { zh: '下一页', en: 'Next' };
export const finish: Text = { zh: '提交', en: 'Finish' };
export const back: Text = { zh: '上一页', en: 'Back' };
export const later: Text = { zh: '晚点再填', en: 'Later' };
export const onLeave: Text = { zh: '我在休假', en: 'I am on leave' };
export const rather: Text = { zh: '不想填', en: 'I’d rather not' };
export const didNotAttend: Text = { zh: '我没参加', en: 'I did not attend' };
export const start: Text = { zh: '开始填写', en: 'Start' };
export const resume: Text = { zh: '接着填', en: 'Continue' };

/** The ends of 0–10. */
export const recommendationEnds: readonly [Text, Text] = [
  { zh: '完全不会', en: 'not at all likely' },
  { zh: '一定会', en: 'extremely likely' },
];

/** Summary of the message, as notifications show it. */
export const invitationSummary = (training: string, minutes: number): Text => ({
  zh: `想听听您对「${training}」的看法（约 ${minutes} 分钟）`,
  en: `Your view of “${training}”, please (about ${minutes} ${minutes === 1 ? 'minute' : 'minutes'})`,
});

/** Several that wait for one person are one conversation, not a pile of cards. */
export const alsoWaiting = (others: readonly { readonly training: Text; readonly until: Text }[]): Text => ({
  zh: spaced`还有 ${others.length} 份也在等您：${others.map(({ training, until }) => spaced`「${training.zh}」（最晚${until.zh}）`).join('、')}。填完一份，就能接着填下一份。`,
  en: `Also waiting for you: ${others.map(({ training, until }) => `“${training.en}” (until ${until.en})`).join(', ')}. When you finish one, the next is at hand.`,
});
