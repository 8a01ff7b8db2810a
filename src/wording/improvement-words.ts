import type { Text } from '../domain/kernel/text.ts';
import { spaced } from './spaced.ts';

/** Giving an issue to somebody, and what the owner sees. */
export const assignFormTitle: Text = { zh: '交给谁来改进？', en: 'Who will improve this?' };
export const owner: Text = { zh: '负责人', en: 'Owner' };
export const ownerPlaceholder: Text = { zh: '输入姓名查找同事', en: 'Type a name' };
export const measure: Text = { zh: '做什么', en: 'What is to be done' };
export const measurePlaceholder: Text = {
  zh: '写具体些，比如：下期换成本部门的真实案例，练习加到一小时',
  en: 'Be concrete: e.g. use real cases of our own and an hour of practice next time',
};
export const due: Text = { zh: '最晚哪天完成', en: 'Done by' };
export const assignSave: Text = { zh: '确定', en: 'Assign' };
export const assignFormNote: Text = {
  zh: '负责人会马上在聊天里收到，频道里的结果卡片也会更新。',
  en: 'The owner is told in chat right away, and the result card in the channel is updated.',
};

export const assignedTitle = (name: string): Text => ({
  zh: spaced`已交给${name}`,
  en: `Given to ${name}`,
});
export const assignedTold: Text = {
  zh: '已在聊天里通知负责人；进展会显示在频道的结果卡片上。',
  en: 'The owner is being told in chat; progress will show on the result card in the channel.',
};
export const assignedLines = (measureText: string, dueOn: Text): readonly Text[] => [
  { zh: `做什么：${measureText}`, en: `To do: ${measureText}` },
  { zh: `完成日期：${dueOn.zh}`, en: `Done by: ${dueOn.en}` },
];

export const passOn: Text = { zh: '换负责人', en: 'Hand on' };
export const passOnTitle: Text = { zh: '换谁来负责？', en: 'Who takes this over?' };
export const passOnSave: Text = { zh: '确定换人', en: 'Hand on to them' };
export const ownedBy = (name: string): Text => ({
  zh: spaced`现在由${name}负责`,
  en: `Now with ${name}`,
});

export const assignmentEyebrow: Text = { zh: '改进任务', en: 'Improvement' };
export const assignmentTitles: Record<'assigned' | 'started' | 'done', Text> = {
  assigned: { zh: '有一项改进想请您负责', en: 'Something for you to improve' },
  started: { zh: '这项改进正在进行', en: 'This improvement is under way' },
  done: { zh: '这项改进完成了，谢谢！', en: 'This improvement is done. Thank you!' },
};
export const assignmentFacts = {
  training: { zh: '培训', en: 'Training' },
  issue: { zh: '问题', en: 'Issue' },
  figures: { zh: '数据', en: 'Figures' },
  measure: { zh: '做什么', en: 'To do' },
  due: { zh: '完成日期', en: 'Done by' },
  by: { zh: '交办人', en: 'Given by' },
} satisfies Record<string, Text>;
export const overdueNotice = (on: Text): Text => ({
  zh: spaced`${on.zh}就到期了，还没标记完成。遇到困难就写一句，培训部会帮忙。`,
  en: `This was due on ${on.en} and is not marked done. If something is in the way, write a line: the training department will help.`,
});
export const dueSoonNotice = (on: Text): Text => ({
  zh: spaced`提醒一下：${on.zh}到期。`,
  en: `A reminder: this is due on ${on.en}.`,
});
export const historyTitle: Text = { zh: '进展', en: 'Progress' };
export const historyStates: Record<'assigned' | 'started' | 'done' | 'comment', Text> = {
  assigned: { zh: '交办', en: 'assigned' },
  started: { zh: '开始', en: 'started' },
  done: { zh: '完成', en: 'done' },
  comment: { zh: '留言', en: 'comment' },
};
export const historyPassedOn = (to: string): Text => ({ zh: spaced`转交给${to}`, en: `passed on to ${to}` });
export const historyLine = (on: Text, who: string, what: Text, comment: string): Text => ({
  zh: `${on.zh} ${who} · ${what.zh}${comment === '' ? '' : `：${comment}`}`,
  en: `${on.en} ${who} · ${what.en}${comment === '' ? '' : `: ${comment}`}`,
});
export const comment: Text = { zh: '说说进展（选填）', en: 'A word on progress (optional)' };
export const commentPlaceholder: Text = { zh: '比如：新案例已找好两个', en: 'e.g. two new cases are ready' };
export const nothingTyped: Text = {
  zh: '还没有写内容。想补充就写一句再点；没有要补充的，不用再做什么。',
  en: 'Nothing is written yet. Write a line and press again; if there is nothing to add, leave it.',
};
export const markStarted: Text = { zh: '开始做了', en: 'Started' };
export const markDone: Text = { zh: '做完了', en: 'Done' };
export const onlyComment: Text = { zh: '只留言', en: 'Comment only' };
export const addComment: Text = { zh: '补充一句', en: 'Add a comment' };
export const assignmentSummary = (training: string): Text => ({
  zh: `「${training}」有一项改进想请您负责`,
  en: `Something to improve about “${training}”`,
});
