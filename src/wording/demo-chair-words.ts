import type { Text } from '../domain/kernel/text.ts';
import { help, pending, report, role, status, unreachable } from './command-words.ts';
import { demoAs, demoNext } from './demo-command-words.ts';
import { back, later } from './questionnaire-words.ts';
import { assign } from './result-words.ts';
import { roleNames } from './role-words.ts';
import { spaced } from './spaced.ts';

/** The channel of the demo's training department. */
export const resultsChannel = '回访结果 Results';

interface ChairWords {
  /** Also what is typed to sit there. */
  readonly title: Text;
  /** What to try from there, and what is refused; buttons and commands by their own words. */
  readonly tryNext: Text;
}

/** The places of the demo's company one can take. */
export const chairWords = {
  trainee: {
    title: { zh: '学员', en: 'trainee' },
    tryNext: {
      zh: `问卷会来到这个聊天：每一页都会保存，能点“${back.zh}”回头改，也能点“${later.zh}”。发送“${pending.title.zh}”，看还有哪些在等您。汇总结果不给学员看：发送“${report.title.zh}”会被婉拒。`,
      en: `Questionnaires come to this chat: every page is saved, and “${back.en}” and “${later.en}” do what they say. Send “${pending.title.en}” to see what waits for you. Figures are not for trainees: “${report.title.en}” is refused.`,
    },
  },
  instructor: {
    title: { zh: '讲师', en: 'instructor' },
    tryNext: {
      zh: `一次回访截止后，学员对您的反馈会单独发到这里（发送“${demoNext.zh}”让时钟往前走）。别的不归讲师：发送“${report.title.zh}”，或在频道里点“${assign.zh}”，都会被婉拒。`,
      en: `When a follow-up is over, what your participants said comes here, to you alone (send “${demoNext.en}” to move the clock). The rest is not an instructor’s: “${report.title.en}” is refused, and so is “${assign.en}” in the channel.`,
    },
  },
  manager: {
    title: { zh: '主管', en: 'manager' },
    tryNext: {
      zh: `发送“${report.title.zh} Q3”：只统计您自己的下属，也看不到是谁填的。别的不归主管：发送“${status.title.zh}”会被婉拒。`,
      en: `Send “${report.title.en} Q3”: it is about your own people only, and never says who said what. The rest is not a manager’s: “${status.title.en}” is refused.`,
    },
  },
  staff: {
    title: roleNames.trainingStaff,
    tryNext: {
      zh: `一次回访截止后，打开频道“${resultsChannel}”，给一个问题点“${assign.zh}”，表单会来到这个聊天。发送“${status.title.zh} 数据分析”看进度，发送“${report.title.zh} Q3”看全部；还可以发送“${unreachable.title.zh}”和“${role.title.zh}”。`,
      en: `When a follow-up is over, open the channel “${resultsChannel}” and press “${assign.en}” at an issue: the form comes to this chat. Send “${status.title.en} data” to see how far it is, and “${report.title.en} Q3” for everything; there are “${unreachable.title.en}” and “${role.title.en}”, too.`,
    },
  },
} satisfies Readonly<Record<string, ChairWords>>;

export type ChairName = keyof typeof chairWords;

/** The card that says whose chair one sits in. */
export const seatEyebrow = (title: Text): Text => ({ zh: `演示 · ${title.zh}`, en: `Demo · ${title.en}` });
export const youAre = (called: Text): Text => ({
  zh: spaced`您现在是${called.zh}`,
  en: `You are ${called.en} now`,
});
export const waitedForYou: Readonly<Record<'nothing' | 'something', Text>> = {
  nothing: { zh: '请坐！眼下没有等着您的卡片。', en: 'Have a seat! No card is waiting for you just now.' },
  something: { zh: '请坐！等着您的就在上面。', en: 'Have a seat! What was waiting for you is just above.' },
};
/** To whoever was given roles since the demo began. */
export const givenHere = (roles: Text): Text => ({
  zh: `演示开始后，您还得到了这些角色：${roles.zh}。发送“${help.title.zh}”，看看加起来能做什么。`,
  en: `Since the demo began you were given: ${roles.en}. Send “${help.title.en}” to see all you can do now.`,
});
export const otherChairs: Text = { zh: '换个身份，可以发送', en: 'To be somebody else, send' };
export const otherChair = (call: Text, name: string): Text => ({
  zh: `“${demoAs(call).zh}” · ${name}`,
  en: `“${demoAs(call).en}” · ${name}`,
});

export const noSuchChair = (calls: readonly Text[]): Text => ({
  zh: `没有找到这个身份。可以发送${calls.map((call) => `“${demoAs(call).zh}”`).join('')}。`,
  en: `I do not know that chair. These work: ${calls.map((call) => `“${demoAs(call).en}”`).join(', ')}.`,
});
