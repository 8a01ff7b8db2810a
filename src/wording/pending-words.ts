import type { Text } from '../domain/kernel/text.ts';
import { spaced } from './spaced.ts';

/** What waits for a trainee. */
export const pendingTitle = (count: number): Text => ({
  zh: count === 0 ? '没有待填的问卷' : `有 ${count} 份问卷在等您`,
  en:
    count === 0
      ? 'Nothing is waiting for you'
      : count === 1
        ? 'One questionnaire is waiting for you'
        : `${count} questionnaires are waiting for you`,
});
export const pendingLine: Record<'none' | 'some', Text> = {
  none: { zh: '都办完了，谢谢您。', en: 'You are all done. Thank you.' },
  some: { zh: '先截止的排在前面。', en: 'The one that closes first comes first.' },
};
export const pendingVisit = (questionnaire: Text, until: Text, minutes: number): Text => ({
  zh: spaced`${questionnaire.zh} · 约 ${minutes} 分钟 · 最晚${until.zh}`,
  en: `${questionnaire.en} · about ${minutes} min · until ${until.en}`,
});
export const standingInToo = (names: readonly string[]): Text => ({
  zh: `您正在代理：${names.join('、')}。发送“帮助”，看看能替对方做什么。`,
  en: `You stand in for: ${names.join(', ')}. Send “help” to see what you can do for them.`,
});
export const open: Text = { zh: '打开', en: 'Open' };
