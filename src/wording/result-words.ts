import type { Judged } from '../domain/issues/judged.ts';
import type { Text } from '../domain/kernel/text.ts';
import { formatScore } from './format.ts';
import { spaced } from './spaced.ts';

/** The result card of a closed round. */
export const resultEyebrow = (questionnaire: Text, closedOn: Text): Text => ({
  zh: spaced`回访结果 · ${questionnaire.zh} · ${closedOn.zh}截止`,
  en: `Follow-up result · ${questionnaire.en} · closed ${closedOn.en}`,
});
/** Of trainings of a course that are each too small to be told of. */
export const pooledEyebrow = (questionnaire: Text, quarter: Text, trainings: number): Text => ({
  zh: spaced`合并结果 · ${questionnaire.zh} · ${quarter.zh} · ${trainings} 个小培训合在一起`,
  en: `Pooled result · ${questionnaire.en} · ${quarter.en} · ${trainings} small trainings together`,
});
export const pooledNote: Text = {
  zh: '这几个培训各自填的人太少，单独不能看；季度结束后合在一起，够人数才显示，此后不再变。同一人只算一次。',
  en: 'Too few people answered in each of these trainings to show it alone. Together, after the quarter, they are enough; this does not change any more. Each person counts once.',
};
export const pooledSummary = (course: string): Text => ({
  zh: `「${course}」几个小培训的合并结果`,
  en: `Small trainings of “${course}”, together`,
});
/** What they are weak in; there is nothing to assign, for it belongs to no single training. */
export const pooledIssues = (count: number): Text => ({
  zh: `低于标准的题目：${count} 项，弱的在前`,
  en: `Below the mark: ${count}, weakest first`,
});
export const headlines = {
  completion: { zh: '完成率', en: 'Completion' },
  satisfaction: { zh: '满意度', en: 'Satisfaction' },
  nps: { zh: '净推荐值', en: 'NPS' },
  scrap: { zh: '预计用不上', en: 'Unlikely to be used' },
} satisfies Record<string, Text>;
/** A figure that is told as a limit. */
export const bounded: Record<'most' | 'least', (figure: string) => Text> = {
  most: (figure) => ({ zh: `不超过 ${figure}`, en: `${figure} at most` }),
  least: (figure) => ({ zh: `至少 ${figure}`, en: `at least ${figure}` }),
};
export const chartTitle: Text = { zh: '各维度得分（1–5 分）', en: 'Scores by dimension (1–5)' };
export const issuesTitle = (count: number): Text => ({
  zh: `需要改进：${count} 项，弱的在前`,
  en: `To improve: ${count}, weakest first`,
});
/** By how many of the questions enough people answered to judge them. */
export const noIssues: Record<Judged, Text> = {
  all: { zh: '没有低于标准的题目，辛苦了！', en: 'Nothing fell below the mark. Well done!' },
  some: {
    zh: '作答人数够的题目中，没有低于标准的',
    en: 'Nothing fell below the mark where enough people answered',
  },
  none: { zh: '人数不足，不判断问题', en: 'Too few answers to tell of issues' },
};
/** Where a dimension is low all the same: by what too few answered, or by what is told to an instructor alone. */
export const noIssueNamed: Text = { zh: '没有可以单独列出的问题', en: 'No single issue can be named' };
export const withheldNote = (minimum: number): Text => ({
  zh: `不足 ${minimum} 人作答的分数不显示，以免有人被认出来。`,
  en: `Scores with fewer than ${minimum} answers are not shown, so that nobody can be recognised.`,
});
export const assign: Text = { zh: '指定负责人', en: 'Assign' };
export const issueStates: Record<'assigned' | 'started' | 'done', Text> = {
  assigned: { zh: '已指定', en: 'assigned' },
  started: { zh: '进行中', en: 'under way' },
  done: { zh: '已完成', en: 'done' },
};
export const overdue: Text = { zh: '已逾期', en: 'overdue' };
export const issueOwner = (owner: string, state: Text, due: Text): Text => ({
  zh: spaced`${owner} · ${state.zh} · ${due.zh}到期`,
  en: `${owner} · ${state.en} · due ${due.en}`,
});
export const resultSummary = (training: string): Text => ({
  zh: `「${training}」的回访结果`,
  en: `Follow-up result of “${training}”`,
});

/** The instructor's own card. */
export const instructorTitle: Text = { zh: '学员的反馈到了', en: 'Your participants’ feedback is here' };
/** `partly`: how many more answered some of it. */
export const instructorThanks = (
  training: string,
  name: string,
  answered: number,
  due: number,
  partly: number,
): Text => ({
  zh: `${name}，谢谢您讲授「${training}」。${due} 位学员中，${answered} 位说了自己的感受${partly === 0 ? '' : `，另有 ${partly} 位说了一部分`}。`,
  en: `${name}, thank you for teaching “${training}”. ${answered} of ${due} participants told us how it was${partly === 0 ? '' : `, ${partly} more in part`}.`,
});
/** When so few were due that even their number would tell. */
export const instructorThanksOnly = (training: string, name: string): Text => ({
  zh: `${name}，谢谢您讲授「${training}」。`,
  en: `${name}, thank you for teaching “${training}”.`,
});
export const instructorHidden = (minimum: number): Text => ({
  zh: `这次填的学员不足 ${minimum} 位。为了不让任何人被认出来，这里不显示分数和留言。`,
  en: `Fewer than ${minimum} participants answered. So that nobody can be recognised, no scores or comments are shown.`,
});
export const strengthsTitle: Text = { zh: '学员最认可您的', en: 'What people valued most' };
/** What stands beside a bar: what it shows, and how much, exactly or at most. */
export const barName = (name: Text, score: Text): Text => ({
  zh: `${name.zh} ${score.zh}`,
  en: `${name.en} ${score.en}`,
});
export const strengthLine = (item: Text, mean: number): Text => ({
  zh: `${item.zh} · ${formatScore(mean)} 分`,
  en: `${item.en} · ${formatScore(mean)}`,
});
export const figuresTitle: Text = { zh: '全部得分（5 分满）', en: 'All scores (out of 5)' };
export const commentsTitle: Text = { zh: '学员留言（不署名，顺序打乱）', en: 'Comments (unnamed, shuffled)' };
export const commentsHidden = (minimum: number): Text => ({
  zh: `留言不足 ${minimum} 人，暂不显示。`,
  en: `Comments are shown once ${minimum} people have answered.`,
});
export const noComments: Text = { zh: '这次没有人留言。', en: 'Nobody left a comment this time.' };
export const moreComments = (count: number): Text => ({
  zh: `还有 ${count} 条放不下，没有列出。`,
  en: `${count} more did not fit here.`,
});
export const nextTitle: Text = { zh: '接下来', en: 'What happens next' };
export const instructorNext = (weak: boolean): Text =>
  !weak
    ? {
        zh: '没有哪项分数特别低，保持下去就好。想聊聊这些反馈，随时找培训部。',
        en: 'No score stands out as low: keep going. The training department is happy to talk it over.',
      }
    : {
        zh: '标了“可加强”的地方，培训部会先和您商量怎么做，再定措施。一次分数说明不了一个人，把它当线索就好。',
        en: 'Where it says “room to grow”, the training department will talk with you before anything is decided. One score does not sum up a person; take it as a clue.',
      };
export const roomToGrow: Text = { zh: '可加强', en: 'room to grow' };
export const instructorNextWithout: Text = {
  zh: '想听更具体的反馈，可以直接和学员聊聊，培训部也乐意帮忙。',
  en: 'If you would like to hear more, talk with your participants; the training department is glad to help.',
};
export const instructorSummary = (training: string): Text => ({
  zh: `「${training}」学员的反馈到了`,
  en: `Your participants’ feedback on “${training}”`,
});
