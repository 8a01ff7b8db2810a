import type { Text } from '../domain/kernel/text.ts';
import { peopleAnswered } from './figure-words.ts';
import { formatDifference, formatList, formatScore } from './format.ts';
import { spaced } from './spaced.ts';

/** The report over a quarter or a year. */
export const reportTitle = (period: Text): Text => ({
  zh: spaced`${period.zh}培训回访报告`,
  en: `Training follow-up, ${period.en}`,
});
export const reportEyebrow = (until: Text): Text => ({
  zh: spaced`统计到${until.zh}`,
  en: `As of ${until.en}`,
});
export const quarterName = (year: number, quarter: number): Text => ({
  zh: `${year} 年第${'一二三四'.charAt(quarter - 1)}季度`,
  en: `Q${quarter} ${year}`,
});
export const yearName = (year: number): Text => ({ zh: `${year} 年`, en: `${year}` });
export const scopeAll: Text = { zh: '范围：全部培训', en: 'Covers all trainings' };
export const scopePeople = (count: number): Text => ({
  zh: `范围：您的团队，${count} 人`,
  en: `Covers your own people (${count})`,
});
export const scopePeopleOf = (name: string, count: number): Text => ({
  zh: spaced`范围：${name}的团队，${count} 人`,
  en: `Covers the people of ${name} (${count})`,
});
export const scopeDepartment = (department: string): Text => ({
  zh: `范围：${department}`,
  en: `Covers ${department}`,
});
export const otherReports = (names: readonly string[]): Text => ({
  zh: `。还可以看：${names.map((name) => `报告 ${name}`).join('、')}`,
  en: `. You can also ask for: ${names.map((name) => `report ${name}`).join(', ')}`,
});
export const compared = (before: Text): Text => ({
  zh: spaced`与 ${before.zh}对比`,
  en: `compared with ${before.en}`,
});
export const figureNames = {
  trainings: { zh: '培训', en: 'Trainings' },
  due: { zh: '应回访人数', en: 'People due' },
  answered: { zh: '已回访人数', en: 'People who answered' },
  completion: { zh: '完成率', en: 'Completion' },
  withoutExcused: { zh: '完成率（不计免访）', en: 'Completion without excused' },
  satisfaction: { zh: '满意度', en: 'Satisfaction' },
} satisfies Record<string, Text>;
/** A difference of two rates, in percentage points. */
export const pointsChange = (now: number, before: number): Text => ({
  zh: `${formatDifference(now * 100, before * 100, 0)} 个百分点`,
  en: `${formatDifference(now * 100, before * 100, 0)} points`,
});
export const verdicts: Record<'better' | 'worse' | 'no-clear-change' | 'unknown', Text> = {
  better: { zh: '变好', en: 'better' },
  worse: { zh: '变差', en: 'worse' },
  'no-clear-change': { zh: '无明显变化', en: 'no clear change' },
  unknown: { zh: '无法比较', en: 'cannot compare' },
};
/** `overAll`: every question of now was asked before as well. */
export const scoreMoves = (
  verdict: 'better' | 'worse',
  name: Text,
  now: number,
  before: number,
  overAll: boolean,
): Text => {
  const change = formatDifference(now, before);
  return {
    zh: `${verdicts[verdict].zh}：${name.zh} ${formatScore(now)}（${change}${overAll ? '' : '，只比两期都问过的题目'}）`,
    en: `${name.en} ${verdicts[verdict].en}: ${formatScore(now)} (${change}${overAll ? '' : ', over the questions asked both times'})`,
  };
};
/** Where one of them is told as a limit only, there is no difference to tell. */
export const limitMoves = (verdict: 'better' | 'worse', name: Text, now: Text, before: Text): Text => ({
  zh: `${verdicts[verdict].zh}：${name.zh} ${now.zh}（上期 ${before.zh}）`,
  en: `${name.en} ${verdicts[verdict].en}: ${now.en} (before: ${before.en})`,
});
/** `others`: satisfaction did. */
export const nothingMoved = (others: boolean): Text =>
  others
    ? {
        zh: '除满意度外，各维度与上期相比没有明显变化。',
        en: 'Satisfaction apart, no dimension has clearly changed since the period before.',
      }
    : {
        zh: '各维度与上期相比没有明显变化。',
        en: 'No dimension has clearly changed since the period before.',
      };
/** In place of a verdict: the share of the same question has one. */
export const judgedAbove: Text = { zh: '见满意度', en: 'see satisfaction' };
export const worstTitle: Text = { zh: '最需要改进的', en: 'Weakest points' };
export const worstName = (training: string, item: Text): Text => ({
  zh: `${training}：${item.zh}`,
  en: `${training}: ${item.en}`,
});
export const moreIssues = (count: number): Text => ({
  zh: `另有 ${count} 项，见各培训的结果卡片。`,
  en: `${count} more on the trainings’ result cards.`,
});
export const improvementsTitle: Text = { zh: '改进措施', en: 'Improvements' };
export const improvementCounts = (open: number, done: number, overdue: number): Text => ({
  zh: `进行中 ${open} 项 · 已完成 ${done} 项 · 已逾期 ${overdue} 项`,
  en: `${open} open · ${done} done · ${overdue} overdue`,
});
/** While the period goes on, and once it is over. */
export const noResults: Record<'yet' | 'ever', Text> = {
  yet: {
    zh: '这段时间还没有结束的回访，所以没有结果。回访一结束，这里就会有数字。',
    en: 'No follow-up has closed in this period yet, so there are no results. Figures appear as soon as one closes.',
  },
  ever: {
    zh: '这段时间没有结束的回访，所以没有结果。',
    en: 'No follow-up closed in this period, so there are no results.',
  },
};

/** What to keep in mind when reading. */
export const reportWarnings = {
  underWay: {
    zh: '本期还没结束，数字会变。',
    en: 'The period is not over yet; figures will change.',
  },
  missed: (count: number): Text => ({
    zh: `${count} 次回访错过了时间，没有进行。`,
    en: count === 1 ? 'One follow-up was missed.' : `${count} follow-ups were missed.`,
  }),
  lowResponse: (trainings: readonly string[]): Text => ({
    zh: `完成率不到 60%，结论要谨慎：${formatList(trainings, 'zh')}`,
    en: `Completion below 60%, so read with care: ${formatList(trainings, 'en')}`,
  }),
  tooClose: (minimum: number): Text => ({
    zh: `本期的总完成率不显示：和单次回访一减，就会看出不足 ${minimum} 人的情况。各次的完成率见下。`,
    en: `Completion of the whole period is not shown: less that of a single follow-up it would tell of fewer than ${minimum} people. Each follow-up’s is below.`,
  }),
  withheld: (minimum: number): Text => ({
    zh: `部分数字不足 ${minimum} 人，没有显示。`,
    en: `Some figures rest on fewer than ${minimum} people and are not shown.`,
  }),
};
export const reportSummary = (period: Text): Text => ({
  zh: spaced`${period.zh}培训回访报告`,
  en: `Training follow-up report, ${period.en}`,
});
export const reportHelp: Text = {
  zh: '可以这样问我要报告：“报告”（本季度）、“报告 Q3”、“报告 第三季度”、“报告 Q3 2025”、“报告 2026”。',
  en: 'Ask for a report like this: “report” (this quarter), “report Q3”, “report Q3 2025”, “report 2026”.',
};

export const listTitle = (count: number): Text => ({
  zh: `本期培训：${count} 个`,
  en: count === 1 ? 'One training' : `${count} trainings`,
});
export const poolsTitle: Text = { zh: '小培训合在一起看', en: 'Small trainings together' };
/** `First impressions · 3 small trainings together · satisfied 80% (12 people answered)` */
export const poolSummary = (
  questionnaire: Text,
  trainings: number,
  satisfaction: Text,
  n: number | undefined,
): Text => ({
  zh: `${questionnaire.zh} · ${trainings} 个小培训合在一起 · 满意 ${satisfaction.zh}${n === undefined ? '' : `（${peopleAnswered(n).zh}）`}`,
  en: `${questionnaire.en} · ${trainings} small trainings together · satisfied ${satisfaction.en}${n === undefined ? '' : ` (${peopleAnswered(n).en})`}`,
});
export const morePools = (count: number): Text => ({
  zh: `另有 ${count} 门课程合并的结果，见频道里的结果卡片。`,
  en: `and ${count} more; see the result cards in the channel.`,
});
export const moreTrainings = (count: number): Text => ({
  zh: `另有 ${count} 个，用“进度”查看。`,
  en: `and ${count} more; ask with “status”.`,
});
/** How many answered of one round: in numbers, or in words. */
export const roundCompletion = (figure: Text): Text => ({
  zh: `完成 ${figure.zh}`,
  en: `answered ${figure.en}`,
});
export const completionHidden = (minimum: number): Text => ({
  zh: `完成率不显示（不足 ${minimum} 人）`,
  en: `completion hidden (under ${minimum})`,
});
/** `First impressions · closed · answered 83% · satisfied 100%` */
export const roundSummary = (
  questionnaire: Text,
  state: Text,
  completion: Text | undefined,
  satisfaction: Text | undefined,
): Text => ({
  zh: [
    questionnaire.zh,
    state.zh,
    ...(completion === undefined ? [] : [completion.zh]),
    ...(satisfaction === undefined ? [] : [`满意 ${satisfaction.zh}`]),
  ].join(' · '),
  en: [
    questionnaire.en,
    state.en,
    ...(completion === undefined ? [] : [completion.en]),
    ...(satisfaction === undefined ? [] : [`satisfied ${satisfaction.en}`]),
  ].join(' · '),
});
