import type { Text } from '../domain/kernel/text.ts';

export const unreachableEyebrow: Text = { zh: '消息送达', en: 'Delivery' };
export const unreachableTitle = (count: number): Text => ({
  zh: `有 ${count} 人收不到我的消息`,
  en: count === 1 ? 'One person does not get my messages' : `${count} people do not get my messages`,
});
export const unreachableLead: Text = {
  zh: '问题解决后，等着的消息会自动补发。发送“联系不上”可随时查看。',
  en: 'Once this is settled, what waits is sent by itself. Say “unreachable” to see this at any time.',
};
export const everybodyReached: Text = {
  zh: '所有人都能收到我的消息。',
  en: 'Everybody gets my messages.',
};
