import type { DeliveryReason } from '../domain/deliveries/delivery.ts';
import type { Text } from '../domain/kernel/text.ts';

/** To staff: the channel for results cannot be posted in. */
const placeOf = (name: string): Text =>
  name === ''
    ? { zh: '接收结果的频道', en: 'the channel for results' }
    : { zh: `频道“${name}”`, en: `the channel “${name}”` };

const why: Readonly<Partial<Record<DeliveryReason, Text>>> = {
  'address-gone': { zh: '频道或所在团队可能已被删除', en: 'it or its team seems to be deleted' },
  'not-connected': { zh: '我已被移出那个团队', en: 'I was removed from its team' },
  'not-permitted': {
    zh: '那里不允许我发消息，团队可能已归档',
    en: 'I may not post there; its team may be archived',
  },
  'sender-disabled': { zh: '我在组织里被停用了', en: 'I am switched off in your organisation' },
};
const otherwise: Text = { zh: 'Teams 拒收了我的消息', en: 'Teams turned my messages down' };

export const channelLost = (name: string, reason: DeliveryReason): Text => {
  const place = placeOf(name);
  const because = why[reason] ?? otherwise;
  return {
    zh: `我在${place.zh}里发不了消息了：${because.zh}。培训结果和问题都替您留着，一条也不会丢。请在想用的频道里 @我 并发送“这里”；恢复原来的频道也可以，我每个工作日早上会再试。`,
    en: `I cannot post in ${place.en} any more: ${because.en}. Results and issues are kept until there is a channel; nothing is lost. Please mention me with “here” in the channel that should get them. If the old one comes back, I try it every working morning.`,
  };
};

/** Stays beside `/status` until it is mended. */
export const channelStillLost = (name: string): Text => {
  const place = placeOf(name);
  return {
    zh: `${place.zh}还是发不了消息，结果和问题在等着。请在可用的频道里 @我 并发送“这里”。`,
    en: `I still cannot post in ${place.en}; results and issues are waiting. Please mention me with “here” in a channel that works.`,
  };
};

/** No channel was ever chosen, and results wait for one. */
export const noChannelYet: Text = {
  zh: '已有回访结果，但还没选定在哪个频道接收，所以发不出去。结果和问题都替您留着，一条也不会丢。请先把我加进你们的团队，再到想用的频道里 @我 并发送“这里”，积压的马上就会发过去。',
  en: 'There are follow-up results, but no channel to post them in has been chosen yet. Results and issues are kept until there is one; nothing is lost. Please add me to your team, then mention me with “here” in the channel that should get them: what has waited comes at once.',
};
