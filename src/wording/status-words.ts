import type { Roughly } from '../domain/analysis/roughly.ts';
import type { Excuse } from '../domain/followups/visit.ts';
import type { Text } from '../domain/kernel/text.ts';

/** How far a training's follow-up is, in people. */
export const statusEyebrow = (code: string): Text => ({
  zh: `回访进度 · ${code}`,
  en: `Follow-up status · ${code}`,
});
export const missedWhy: Text = {
  zh: '导入时已过了回访期，没有发出。',
  en: 'Imported after its window was over; nothing was sent.',
};
export const funnel = {
  enrolled: { zh: '应回访', en: 'Due' },
  matched: { zh: '有 Teams 账号', en: 'Have a Teams account' },
  reachable: { zh: '联系得上', en: 'Can be reached' },
  delivered: { zh: '已送达', en: 'Delivered' },
  started: { zh: '已开始填', en: 'Started' },
  answered: { zh: '已填完', en: 'Answered' },
  excused: { zh: '免访', en: 'Excused' },
  declined: { zh: '不愿作答', en: 'Declined' },
  expired: { zh: '到期未填', en: 'Ran out' },
} satisfies Record<string, Text>;
/** How many of a few people have answered: beside a name, as a number would be. */
export const roughCounts: Readonly<Record<Roughly, Text>> = {
  none: { zh: '还没有人', en: 'nobody yet' },
  some: { zh: '有人', en: 'some' },
  most: { zh: '大半', en: 'most' },
  all: { zh: '全部', en: 'all' },
};
export const excuseNames: Readonly<Record<Excuse, Text>> = {
  'did-not-attend': { zh: '没有参加', en: 'did not attend' },
  'on-leave': { zh: '休假', en: 'on leave' },
  withdrawn: { zh: '已退出名单', en: 'withdrawn' },
  left: { zh: '已离职', en: 'left' },
};
export const excusedWhy = (why: Text, count: number): Text => ({
  zh: `免访 · ${why.zh}：${count} 人`,
  en: `Excused, ${why.en}: ${count}`,
});
export const unreachedWhy = (why: Text, count: number, remedy: Text): Text => ({
  zh: `${why.zh}：${count} 人。${remedy.zh}`,
  en: `${why.en}: ${count}. ${remedy.en}`,
});
/** Nobody is written to at night, nor about everything at once. */
export const postponedWhy = (count: number): Text => ({
  zh: `改天再发：${count} 人。现在不是上班时间，或者他们先收到了别的问卷（每人每天最多一条）；截止前都会问到。`,
  en: `Sent on a later day: ${count}. It is after hours, or they were asked about another training first (one message a day each); all are asked before the last day.`,
});
export const noRounds: Text = {
  zh: '这个培训没有安排回访。',
  en: 'No follow-up is planned for this training.',
};
/** `/accounts` shows which. */
export const seeAccounts = (count: number): Text => ({
  zh: `有 ${count} 个账号等您确认是谁的，发送“账号”查看。`,
  en: `${count === 1 ? 'One account waits' : `${count} accounts wait`} for you to say whose: send “accounts”.`,
});
export const statusFootnote: Text = {
  zh: '每人只计一次。联系不上的人也算在应回访里。',
  en: 'Each person counts once. Those who cannot be reached stay among those due.',
};
