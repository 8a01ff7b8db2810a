import type { DeliveryReason } from '../domain/deliveries/delivery.ts';
import type { Text } from '../domain/kernel/text.ts';

/** Why somebody could not be reached, and what staff can do about it. */
export const deliveryReasons: Readonly<
  Record<DeliveryReason, { readonly why: Text; readonly remedy: Text }>
> = {
  'no-address': {
    why: { zh: '没有对应的 Teams 账号', en: 'No matching Teams account' },
    remedy: {
      zh: '核对名单里的邮箱，改好后重新导入。',
      en: 'Check the e-mail address in the roster and import it again.',
    },
  },
  'not-connected': {
    why: { zh: '还没有安装我', en: 'Has not installed me' },
    remedy: {
      zh: '请 Teams 管理员用应用设置策略统一安装，或请本人在 Teams 里添加。装好后会自动补发。',
      en: 'Ask the Teams administrator to install me by policy, or the person to add me in Teams. What waits is then sent by itself.',
    },
  },
  'blocked-by-recipient': {
    why: { zh: '本人屏蔽了我', en: 'Has blocked me' },
    remedy: {
      zh: '请本人在 Teams 里解除屏蔽，或电话回访。',
      en: 'Ask the person to unblock me in Teams, or follow up by phone.',
    },
  },
  'sender-disabled': {
    why: { zh: '我被管理员停用了', en: 'I am switched off by an administrator' },
    remedy: {
      zh: '请 Teams 管理员在管理中心重新启用。',
      en: 'Ask the Teams administrator to enable me again in the admin centre.',
    },
  },
  'no-group-address': {
    why: { zh: '还没有指定结果频道', en: 'No channel chosen for results' },
    remedy: {
      zh: '在要接收结果的频道里 @我 并发送“这里”，等着的卡片会补发。',
      en: 'In the channel that should get results, mention me with “here”; what waits is then posted.',
    },
  },
  'address-gone': {
    why: { zh: '聊天或频道已不存在', en: 'The chat or channel is gone' },
    remedy: {
      zh: '频道：换一个频道发送“这里”。个人：请本人重新添加我。',
      en: 'A channel: say “here” in another one. A person: ask them to add me again.',
    },
  },
  'message-gone': {
    why: { zh: '原来的卡片被删除了', en: 'The card was deleted' },
    remedy: {
      zh: '不影响已保存的内容。本人发送“待办”即可重新打开。',
      en: 'Nothing saved is lost. The person can open it again by saying “pending”.',
    },
  },
  'too-large': {
    why: { zh: '卡片太大，Teams 不收', en: 'The card is too large for Teams' },
    remedy: { zh: '请把这条告诉系统管理员。', en: 'Please tell the system administrator.' },
  },
  'not-permitted': {
    why: { zh: 'Teams 不允许我发给对方', en: 'Teams does not let me write to them' },
    remedy: {
      zh: '请 Teams 管理员检查应用权限策略是否包含此人。',
      en: 'Ask the Teams administrator whether the app permission policy covers this person.',
    },
  },
  misconfigured: {
    why: { zh: '我的账号设置有误', en: 'My own account is set up wrongly' },
    remedy: {
      zh: '请系统管理员检查应用编号、密钥和租户设置。',
      en: 'Ask the system administrator to check app id, secret and tenant.',
    },
  },
  throttled: {
    why: { zh: 'Teams 要求慢一点', en: 'Teams asks me to slow down' },
    remedy: { zh: '不用处理，会自动再发。', en: 'Nothing to do: I try again by myself.' },
  },
  'service-busy': {
    why: { zh: 'Teams 暂时繁忙', en: 'Teams is busy at the moment' },
    remedy: { zh: '不用处理，会自动再发。', en: 'Nothing to do: I try again by myself.' },
  },
  'no-answer': {
    why: { zh: 'Teams 没有回应，不确定是否送达', en: 'Teams did not answer: sent or not, nobody knows' },
    remedy: {
      zh: '已经试了几次，不再重发。本人发送“待办”可以看到问卷，下次提醒照常。',
      en: 'Tried several times and not again. The person finds the questionnaire under “pending”; reminders go on.',
    },
  },
  refused: {
    why: { zh: 'Teams 拒绝了这条消息', en: 'Teams refused the message' },
    remedy: { zh: '请把这条告诉系统管理员。', en: 'Please tell the system administrator.' },
  },
};
