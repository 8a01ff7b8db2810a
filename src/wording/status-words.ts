import type { RoundState } from '../domain/followups/round.ts';
import type { Excuse } from '../domain/followups/visit.ts';
import type { Text } from '../domain/kernel/text.ts';

/** How far a training's follow-up is, in people. */
export const statusEyebrow = (code: string): Text => ({
  zh: `回访进度 · ${code}`,
  en: `Follow-up status · ${code}`,
});
export const roundStates: Readonly<Record<RoundState, Text>> = {
  planned: { zh: '未开始', en: 'not begun' },
  open: { zh: '进行中', en: 'open' },
  closed: { zh: '已结束', en: 'closed' },
  missed: { zh: '已错过', en: 'missed' },
};
export const roundName = (questionnaire: Text, state: Text): Text => ({
  zh: `${questionnaire.zh} · ${state.zh}`,
  en: `${questionnaire.en} · ${state.en}`,
});
export const roundWindow = (from: Text, to: Text): Text => ({
  zh: `${from.zh} 至 ${to.zh}`,
  en: `${from.en} to ${to.en}`,
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
export const excuseNames: Readonly<Record<Excuse, Text>> = {
  'did-not-attend': { zh: '没有参加', en: 'did not attend' },
  'on-leave': { zh: '休假', en: 'on leave' },
  withdrawn: { zh: '已退出名单', en: 'withdrawn' },
};
export const excusedWhy = (why: Text, count: number): Text => ({
  zh: `免访 · ${why.zh}：${count} 人`,
  en: `Excused, ${why.en}: ${count}`,
});
export const unreachedWhy = (why: Text, count: number, remedy: Text): Text => ({
  zh: `${why.zh}：${count} 人。${remedy.zh}`,
  en: `${why.en}: ${count}. ${remedy.en}`,
});
export const noRounds: Text = {
  zh: '这个培训没有安排回访。',
  en: 'No follow-up is planned for this training.',
};
export const statusFootnote: Text = {
  zh: '数的是人，不是消息。联系不上的人也算在应回访里。',
  en: 'People are counted, not messages. Those who cannot be reached stay among those due.',
};

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
  zh: `${questionnaire.zh} · 约 ${minutes} 分钟 · 最晚${until.zh}`,
  en: `${questionnaire.en} · about ${minutes} min · until ${until.en}`,
});
export const open: Text = { zh: '打开', en: 'Open' };

/** To staff: people of a roster who cannot be asked in Teams, and people who were not there. */
export const gapsEyebrow: Text = { zh: '名单核对', en: 'Roster check' };
export const gapsTitle = (count: number): Text => ({
  zh: `有 ${count} 位学员暂时联系不上`,
  en: count === 1 ? 'One person cannot be reached yet' : `${count} people cannot be reached yet`,
});
export const gapsLead = (training: string): Text => ({
  zh: `「${training}」的学员。处理好之后，等着的问卷会自动补发。`,
  en: `They are on the roster of “${training}”. Once this is settled, what waits is sent by itself.`,
});
export const absentTitle = (name: string): Text => ({
  zh: `${name}说没有参加`,
  en: `${name} did not attend`,
});
export const absentLines = (training: string): readonly Text[] => [
  {
    zh: `名单里有这位同事，但本人说没有参加「${training}」。已按免访处理，之前填的内容已撤回。`,
    en: `The roster of “${training}” lists this person, who says they were not there. They are excused and anything they had filled in is withdrawn.`,
  },
  {
    zh: '如果名单有误，请在名单里标记退出后重新导入；如果本人点错了，可以在自己的卡片上改回来。',
    en: 'If the roster is wrong, mark them withdrawn and import it again. If they pressed by mistake, they can undo it on their own card.',
  },
];
