import type { Text } from '../domain/kernel/text.ts';
import { spaced } from './spaced.ts';

/** Standing in for somebody: what both read. `days` are from–until, as `deputyDays` says them. */
export const deputyDays = (from: Text, until: Text): Text => ({
  zh: spaced`${from.zh}至${until.zh}`,
  en: `${from.en} to ${until.en}`,
});

export const deputyNamed = (name: string, days: Text): Text => ({
  zh: spaced`好的，${days.zh}由${name}代理您。我会告诉对方。`,
  en: `Done: ${name} stands in for you from ${days.en}. I am telling them.`,
});
export const deputyTakenBack = (name: string): Text => ({
  zh: spaced`好的，${name}不再代理您。我会告诉对方。`,
  en: `Done: ${name} no longer stands in for you. I am telling them.`,
});
export const noDeputy: Text = {
  zh: '现在没有人代理您。可以这样写：代理 李伟 到 2026-12-10。',
  en: 'Nobody stands in for you. You can write: deputy Li Wei until 2026-12-10.',
};
export const yourDeputy = (name: string, days: Text): Text => ({
  zh: spaced`${days.zh}由${name}代理您。要提前结束，请发送“代理 取消”。`,
  en: `${name} stands in for you from ${days.en}. To end it earlier, send “deputy off”.`,
});
export const youStandInFor = (names: readonly string[]): Text => ({
  zh: `您正在代理：${names.join('、')}。`,
  en: `You stand in for: ${names.join(', ')}.`,
});

export const deputyEyebrow: Text = { zh: '代理', en: 'Standing in' };
export const deputyTitle = (name: string): Text => ({
  zh: spaced`${name}请您代理`,
  en: `You stand in for ${name}`,
});
export const deputyLines = (name: string, days: Text, roles: Text): readonly Text[] => [
  {
    zh: spaced`${days.zh}，您在这里可以做${name}能做的事：${roles.zh}。`,
    en: `From ${days.en} you can do here what ${name} can: ${roles.en}.`,
  },
  {
    zh: '对方自己的问卷和答案不在其中，也不能替对方授予角色。发送“帮助”看看您能做什么。',
    en: 'Their own questionnaires and answers are not part of it, nor is giving roles. Send “help” to see what you can do.',
  },
];
export const deputyOverTitle = (name: string): Text => ({
  zh: spaced`您不再代理${name}`,
  en: `You no longer stand in for ${name}`,
});
export const deputyOverLine: Text = {
  zh: '对方已收回代理，不用再做什么了。谢谢您。',
  en: 'They have taken it back; there is nothing left to do. Thank you.',
};
