import type { Language, Text } from '../domain/kernel/text.ts';
import { formatMoment } from './format.ts';

/** What the demo says, in the terminal and in the chat. */
export const starting: Text = {
  zh: '正在准备演示（数据库、机器人、Agents Playground）……',
  en: 'Preparing the demo (database, bot, Agents Playground)…',
};

export const demoReady = (url: string): Text => ({
  zh: `演示已就绪，请在浏览器打开：${url}`,
  en: `The demo is ready. Open this in a browser: ${url}`,
});

export const thingsToTry: Text = {
  zh: `您是林晓：既是学员，也是讲师、主管和培训管理员。可以试试：
  1. 在聊天里填写第一份问卷：逐页保存，可以返回，也可以“晚点再填”。
  2. 发送 /demo next：另外五位同事作答；再发一次，时钟就走到下一件事：提醒、截止、结果卡片。
  3. 截止后打开“回访结果”频道看结果卡片，给一个问题点“指派”，表单会出现在您的聊天里。
  4. 在收到的改进卡片上点“开始处理”或“已完成”，再回频道看卡片的变化。
  5. 发送 /report Q3（或：报告 第三季度），看本季度的一张卡片。
  6. 发送 /status 数据分析、/pending、/help；发送 /demo english 换成英文。
刷新页面后 Playground 会清空聊天，发送 /pending 就能找回问卷。按 Ctrl+C 结束。每次启动演示都从头开始；加上 -- --keep 则接着上次的数据。`,
  en: `You are Lin Xiao: trainee, instructor, manager and training staff at once. Things to try:
  1. Answer the first questionnaire in the chat: page by page, back and forth, or “Later”.
  2. Send /demo next: the five others answer; again, and the clock moves to the next thing: reminder, closing, result card.
  3. After closing, open the channel “Results”, look at the result card and press “Assign” at an issue: the form comes to your chat.
  4. Press “Started” or “Done” on the improvement you got, and look at the channel’s card again.
  5. Send /report Q3 (or 报告 第三季度): one card about the quarter.
  6. Send /status data, /pending, /help; send /demo 中文 for Chinese.
Reloading the page empties the Playground’s chat: /pending brings the questionnaire back. Ctrl+C ends it. Every start of the demo begins afresh; with -- --keep it goes on with the data of last time.`,
};

export const demoTitle: Text = { zh: '演示', en: 'demo' };
export const demoDescription: Text = {
  zh: '让时钟走到下一件事：/demo next',
  en: 'Move the clock to the next thing that happens: /demo next',
};
export const demoHelp: Text = {
  zh: '发送 /demo next 走到下一件事；/demo english 或 /demo 中文 切换语言。',
  en: 'Send /demo next for the next thing to happen; /demo english or /demo 中文 to change the language.',
};
export const languageChanged: Text = { zh: '好的，从现在起说中文。', en: 'All right, English from now on.' };

export const demoTime = (now: Date, language: Language, timeZone: string): string =>
  ({ zh: '演示时间：', en: 'Demo time: ' })[language] + formatMoment(now, language, timeZone);

export const demoStep = {
  answered: (title: string, people: number): Text => ({
    zh: `${people} 位同事填完了「${title}」的问卷。再发 /demo next，时钟往前走。`,
    en: `${people} colleagues answered the questionnaire about “${title}”. Send /demo next again to move the clock.`,
  }),
  opened: (title: string): Text => ({
    zh: `「${title}」的新一轮回访开始了，问卷已经发出。`,
    en: `A new round about “${title}” has begun; its questionnaires are out.`,
  }),
  reminded: (title: string): Text => ({
    zh: `「${title}」到了提醒的时间：没填的人会收到，填过的人不会。`,
    en: `Time for a reminder about “${title}”: it goes to those who have not answered, and to nobody else.`,
  }),
  closed: (title: string): Text => ({
    zh: `「${title}」这一轮已截止并汇总：结果卡片在“回访结果”频道，讲师也收到了自己的一份。`,
    en: `This round about “${title}” is closed and counted: the result card is in the “Results” channel, and the instructor got theirs.`,
  }),
  'improvement-due': {
    zh: '一项改进措施今天到期，负责人收到了提醒。',
    en: 'An improvement is due today; its owner was reminded.',
  },
  moved: { zh: '时钟往前走了，没有要告诉您的事。', en: 'The clock has moved; nothing to tell.' },
  over: {
    zh: '演示到头了：没有别的事会自己发生。发送 /report Q3 看看成果。',
    en: 'That was all: nothing more happens by itself. Send /report Q3 to see what came of it.',
  },
} as const;
