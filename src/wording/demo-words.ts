import type { Language, Text } from '../domain/kernel/text.ts';
import { help, report } from './command-words.ts';
import { chairWords, resultsChannel } from './demo-chair-words.ts';
import { demoAs, demoLanguage, demoNext, demoWho } from './demo-command-words.ts';
import { formatMoment } from './format.ts';
import { markDone, markStarted } from './improvement-words.ts';
import { back, later } from './questionnaire-words.ts';
import { assign } from './result-words.ts';

const asEach = (language: Language): string =>
  Object.values(chairWords)
    .map(({ title }) => `“${demoAs(title)[language]}”`)
    .join(language === 'zh' ? '' : ', ');

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
  zh: `您先坐在林晓的位置上，是一名${chairWords.trainee.title.zh}。在聊天里可以试试：
  1. 填写第一份问卷：逐页保存，可以点“${back.zh}”，也可以点“${later.zh}”。
  2. 发送“${demoNext.zh}”：其他同事作答；再发一次，时钟就走到下一件事：提醒、截止、结果卡片。
  3. 换个身份，就只有那个人的权限，等着那个人的卡片也会出现：发送${asEach('zh')}；“${demoWho.zh}”说说您现在是谁、能做什么。
  4. 截止后扮演${chairWords.staff.title.zh}，打开频道“${resultsChannel}”看结果卡片，给一个问题点“${assign.zh}”，表单会来到聊天里。
  5. 再扮演您指定的那位负责人，在改进卡片上点“${markStarted.zh}”或“${markDone.zh}”，回频道看卡片的变化。
  6. 发送“${report.title.zh} Q3”：${chairWords.manager.title.zh}看到自己的人，${chairWords.staff.title.zh}看到全部，${chairWords.trainee.title.zh}和${chairWords.instructor.title.zh}会被婉拒。
  7. 发送“${help.title.zh}”看看能说什么；发送“${demoLanguage.zh}”换成英文。
Playground 右上角始终写着林晓，您是谁以“${demoWho.zh}”为准。刷新页面后它会清空聊天，再扮演一次就能找回等着的卡片。按 Ctrl+C 结束。每次启动演示都从头开始；加上 -- --keep 则接着上次的数据。`,
  en: `You begin in the chair of Lin Xiao, a ${chairWords.trainee.title.en}. Things to try in the chat:
  1. Answer the first questionnaire: page by page, with “${back.en}” or “${later.en}”.
  2. Send “${demoNext.en}”: the others answer; again, and the clock moves to the next thing: reminder, closing, result card.
  3. Be somebody else, with their rights alone, and see the cards that wait for them: send ${asEach('en')}; “${demoWho.en}” says who you are and what you can do.
  4. After closing, as ${chairWords.staff.title.en}, open the channel “${resultsChannel}”, look at the result card and press “${assign.en}” at an issue: the form comes to the chat.
  5. Then be whom you gave it to, press “${markStarted.en}” or “${markDone.en}” on the improvement, and look at the channel’s card again.
  6. Send “${report.title.en} Q3”: a ${chairWords.manager.title.en} sees their own people, ${chairWords.staff.title.en} everything; a ${chairWords.trainee.title.en} and an ${chairWords.instructor.title.en} are refused.
  7. Send “${help.title.en}” to see what can be said, “${demoLanguage.en}” for Chinese.
The Playground’s corner always says Lin Xiao; who you are is what “${demoWho.en}” says. Reloading the page empties its chat: sit down again and what waits is back. Ctrl+C ends it. Every start of the demo begins afresh; with -- --keep it goes on with the data of last time.`,
};

export const demoDescription: Text = {
  zh: `让时钟走到下一件事：“${demoNext.zh}”；换个身份：“${demoAs(chairWords.instructor.title).zh}”`,
  en: `Move the clock to the next thing that happens: “${demoNext.en}”; be somebody else: “${demoAs(chairWords.instructor.title).en}”`,
};
export const demoHelp: Text = {
  zh: `发送“${demoNext.zh}”走到下一件事；发送“${demoAs(chairWords.instructor.title).zh}”换个身份，“${demoWho.zh}”看现在是谁；发送“${demoLanguage.zh}”换成英文。`,
  en: `Send “${demoNext.en}” for the next thing to happen; “${demoAs(chairWords.instructor.title).en}” to be somebody else, “${demoWho.en}” to hear who you are; “${demoLanguage.en}” for Chinese.`,
};
export const languageChanged: Text = { zh: '好的，从现在起说中文。', en: 'All right, English from now on.' };

export const demoTime = (now: Date, language: Language, timeZone: string): string =>
  ({ zh: '演示时间：', en: 'Demo time: ' })[language] + formatMoment(now, language, timeZone);

export const demoStep = {
  answered: (title: string, people: number): Text => ({
    zh: `${people} 位同事填完了「${title}」的问卷。再发送“${demoNext.zh}”，时钟往前走。`,
    en: `${people === 1 ? 'One colleague' : `${people} colleagues`} answered the questionnaire about “${title}”. Send “${demoNext.en}” again to move the clock.`,
  }),
  opened: (title: string): Text => ({
    zh: `「${title}」的一次新回访开始了，问卷已经发出。`,
    en: `A new follow-up on “${title}” has begun; its questionnaires are out.`,
  }),
  reminded: (title: string): Text => ({
    zh: `「${title}」到了提醒的时间：没填的人会收到，填过的人不会。`,
    en: `Time for a reminder about “${title}”: it goes to those who have not answered, and to nobody else.`,
  }),
  closed: (title: string): Text => ({
    zh: `「${title}」这次回访已截止并汇总：结果卡片在频道“${resultsChannel}”里，讲师也收到了自己的一份（“${demoAs(chairWords.instructor.title).zh}”）。`,
    en: `This follow-up on “${title}” is closed and counted: the result card is in the channel “${resultsChannel}”, and the instructor got theirs (“${demoAs(chairWords.instructor.title).en}”).`,
  }),
  'improvement-due': {
    zh: '一项改进措施今天到期，负责人收到了提醒。',
    en: 'An improvement is due today; its owner was reminded.',
  },
  moved: { zh: '时钟往前走了，没有要告诉您的事。', en: 'The clock has moved; nothing to tell.' },
  over: {
    zh: `演示到头了：没有别的事会自己发生。扮演${chairWords.staff.title.zh}，发送“${report.title.zh} Q3”看看成果。`,
    en: `That was all: nothing more happens by itself. As ${chairWords.staff.title.en}, send “${report.title.en} Q3” to see what came of it.`,
  },
} as const;
