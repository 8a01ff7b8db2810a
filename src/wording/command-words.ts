import type { Text } from '../domain/kernel/text.ts';

export const help = {
  title: { zh: '帮助', en: 'help' },
  description: { zh: '看看我能为您做什么', en: 'See what I can do for you' },
  heading: { zh: '我能为您做什么', en: 'What I can do for you' },
  lead: { zh: '您可以这样对我说：', en: 'You can say to me:' },
  footer: {
    zh: '加不加斜杠、中文或英文都可以；在频道里请先 @我。',
    en: 'With or without a slash, in English or Chinese; in a channel, mention me first.',
  },
} satisfies Record<string, Text>;

export const here = {
  title: { zh: '这里', en: 'here' },
  description: { zh: '让培训结果发到当前频道', en: 'Have training results posted to this channel' },
  chosen: {
    zh: '好的，今后的培训结果卡片会发到这个频道。',
    en: 'All right: from now on the result cards will appear in this channel.',
  },
  chosenAlready: {
    zh: '就是这个频道，结果卡片已经会发到这里。',
    en: 'This is the channel already; the result cards appear here.',
  },
} satisfies Record<string, Text>;

export const role = {
  title: { zh: '角色', en: 'role' },
  description: {
    zh: '查看、添加或移除各种角色，如培训管理员、部门负责人',
    en: 'See, give or take roles: training staff, department head …',
  },
} satisfies Record<string, Text>;

export const deputy = {
  title: { zh: '代理', en: 'deputy' },
  description: {
    zh: '请人代理一段时间：代理 李伟 到 2026-12-10',
    en: 'Let somebody stand in for you: deputy NAME until DATE',
  },
} satisfies Record<string, Text>;

export const left = {
  title: { zh: '离职', en: 'left' },
  description: {
    zh: '登记某人离职：离职 李伟；弄错了：离职 李伟 撤销',
    en: 'Note that somebody has left: left NAME; wrong: left NAME undo',
  },
} satisfies Record<string, Text>;

export const same = {
  title: { zh: '是同一人', en: 'same' },
  description: {
    zh: '两个条目其实是一个人：是同一人 保留的邮箱 另一个邮箱',
    en: 'Two entries are one person: same ADDRESS OTHER-ADDRESS',
  },
} satisfies Record<string, Text>;

export const report = {
  title: { zh: '报告', en: 'report' },
  description: {
    zh: '一张卡片看本季度；也可以写“报告 Q3”“报告 2026”',
    en: 'The quarter on one card; also “report Q3” or “report 2026”',
  },
} satisfies Record<string, Text>;

export const status = {
  title: { zh: '进度', en: 'status' },
  description: {
    zh: '看一个培训的回访进度：进度 培训编号或名称',
    en: 'How far a training is: status CODE or title',
  },
} satisfies Record<string, Text>;

export const accounts = {
  title: { zh: '账号', en: 'accounts' },
  description: {
    zh: '看哪些账号等您确认是谁的',
    en: 'Which accounts wait for you to say whose they are',
  },
} satisfies Record<string, Text>;

export const unreachable = {
  title: { zh: '联系不上', en: 'unreachable' },
  description: {
    zh: '看哪些人收不到我的消息、原因和办法',
    en: 'Who does not get my messages, why, and what helps',
  },
} satisfies Record<string, Text>;

/** Which training is meant: those that fit, or the latest ones when nothing was named. */
export const whichTraining = (trainings: readonly { code: string; title: string }[]): Text => ({
  zh: ['请写明是哪个培训，例如：', ...trainings.map(({ code, title }) => `进度 ${code}（${title}）`)].join(
    '\n\n',
  ),
  en: [
    'Which training? For example:',
    ...trainings.map(({ code, title }) => `status ${code} (${title})`),
  ].join('\n\n'),
});
export const noTrainings: Text = {
  zh: '还没有导入任何培训。请管理员先导入一份花名册。',
  en: 'No training has been imported yet. Ask the administrator to import a roster first.',
};

export const pending = {
  title: { zh: '待办', en: 'pending' },
  description: { zh: '看看还有哪些问卷在等您', en: 'See which questionnaires are waiting for you' },
} satisfies Record<string, Text>;
