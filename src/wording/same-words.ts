import type { Text } from '../domain/kernel/text.ts';
import { spaced } from './spaced.ts';

/** Two who are one person: before it is noted, and after. */
export const sameEyebrow: Text = { zh: '同一个人', en: 'One person' };
export const sameTitle = (kept: string, other: string): Text => ({
  zh: spaced`${kept}和${other}是同一个人吗？`,
  en: `Are ${kept} and ${other} one person?`,
});
export const sameLead: Text = { zh: '确认之后会这样处理：', en: 'Once you confirm:' };
export const sameDoneTitle = (name: string): Text => ({
  zh: spaced`已合并为${name}一个人`,
  en: `${name} is one person now`,
});
export const sameDoneLead: Text = { zh: '现在的情况：', en: 'As things stand:' };
export const sameLeftTitle: Text = { zh: '没有合并', en: 'Left as it is' };
export const sameLeftLine = (kept: string, other: string): Text => ({
  zh: spaced`${kept}和${other}仍是两个人，什么都没有改动。`,
  en: `${kept} and ${other} stay two people; nothing was changed.`,
});

/** Name and address, as one reads them in a list. */
const nameAndAddress = (name: string, email: string): string =>
  name === email ? email : `${name} · ${email}`;

export const sameKept = (name: string, email: string): Text => ({
  zh: spaced`保留：${nameAndAddress(name, email)}`,
  en: `Stays: ${nameAndAddress(name, email)}`,
});
export const sameOther = (name: string, email: string): Text => ({
  zh: spaced`并入：${nameAndAddress(name, email)}，以后用这个邮箱找到的也是同一个人`,
  en: `Joins: ${nameAndAddress(name, email)}. This address finds the same person from now on`,
});
export const sameTrainings = (count: number): Text => ({
  zh: spaced`有 ${count} 个培训两边都在名单上，以后只算一人`,
  en:
    count === 1
      ? 'Both are on the roster of one training; it counts one person there'
      : `Both are on the rosters of ${count} trainings; each counts one person`,
});
export const sameRounds = (count: number): Text => ({
  zh: spaced`有 ${count} 次正在进行的回访两边都要填，只留进度更靠前的那一份`,
  en:
    count === 1
      ? 'One open questionnaire waits for both; the one further along counts'
      : `${count} open questionnaires wait for both; of each the one further along counts`,
});
export const sameAnsweredTwice = (count: number): Text => ({
  zh: spaced`其中 ${count} 次两边都填完了，以后填完的为准，另一份不计`,
  en:
    count === 1
      ? 'One of them was answered twice: the later answers count, the others do not'
      : `${count} of them were answered twice: the later answers count, the others do not`,
});
export const sameResults: Text = {
  zh: '已经汇总的结果不变',
  en: 'Results that are counted already stay as they are',
};
export const sameImprovements = (count: number): Text => ({
  zh: spaced`并入一方没做完的 ${count} 项改进由保留一方负责`,
  en:
    count === 1
      ? 'One improvement that is not done goes along'
      : `${count} improvements that are not done go along`,
});
export const sameRoles = (roles: Text): Text => ({
  zh: spaced`角色合在一起：${roles.zh}`,
  en: `Roles taken together: ${roles.en}`,
});
export const sameAccount = (account: string): Text => ({
  zh: spaced`消息发到账号 ${account}`,
  en: `Messages go to the account ${account}`,
});
export const sameAccounts = (used: string, others: Text): Text => ({
  zh: spaced`消息发到最近用过的账号 ${used}；${others.zh}保留，但不再使用`,
  en: `Messages go to the account used last, ${used}; ${others.en} is kept and not used`,
});
export const sameForGood: Text = { zh: '合并之后不能撤销。', en: 'This cannot be undone.' };
export const confirmSame: Text = { zh: '是同一个人', en: 'They are one person' };
export const leaveSame: Text = { zh: '先不合并', en: 'Leave it' };
