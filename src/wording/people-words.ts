import type { Text } from '../domain/kernel/text.ts';
import type { MissingReason } from '../domain/people/who-is-missing.ts';

/** Why the bot cannot speak to somebody on a roster, and what staff can do about it. */
export const missingReasons: Readonly<Record<MissingReason, { readonly why: Text; readonly remedy: Text }>> =
  {
    'no-account': {
      why: { zh: '没有对应的 Teams 账号', en: 'No matching Teams account' },
      remedy: {
        zh: '请核对邮箱，改好后重新导入；如果没有写错，请 Teams 管理员用应用设置策略为他们安装我。',
        en: 'Check the addresses and import again. If they are right, ask the Teams administrator to install me for these people by policy.',
      },
    },
    'account-held': {
      why: { zh: '账号等您确认是谁的', en: 'Their account waits for you to say whose it is' },
      remedy: {
        zh: '请在我发给您的“这是谁的账号”卡片上选择；发送“账号”可以再看一次。',
        en: 'Please answer my card “Whose account is this?”; say “accounts” to see it again.',
      },
    },
    'not-connected': {
      why: { zh: '还没有安装我', en: 'Have not installed me' },
      remedy: {
        zh: '请 Teams 管理员用应用设置策略统一安装，或请本人在 Teams 里添加。装好后会自动补发。',
        en: 'Ask the Teams administrator to install me by policy, or the people to add me in Teams. What waits is then sent by itself.',
      },
    },
    'under-other-address': {
      why: { zh: '花名册里有同一个人的两个邮箱', en: 'In the rosters under two addresses' },
      remedy: {
        zh: '确实是同一个人的话，发送“/same 邮箱 邮箱”把两边合在一起，或者在花名册里统一用其中一个邮箱。',
        en: 'If it is one person, put the two together by saying “/same” with both addresses, or use one of them in all rosters.',
      },
    },
  };

/** Where not everybody fits. */
export const morePeople = (count: number): Text => ({
  zh: `还有 ${count} 位`,
  en: `and ${count} more`,
});
