import { poolFrom } from '../domain/analysis/pool.ts';
import { numbersFrom } from '../domain/analysis/roughly.ts';
import type { Settings } from '../domain/kernel/settings.ts';
import type { Text } from '../domain/kernel/text.ts';
import { formatShare } from './format.ts';

/** One definition of each measure, printed wherever the measure is shown. */
export const definitions = {
  completion: {
    zh: '完成率 = 填完的人数 ÷ 应回访的人数；括号内是不计免访者的比率。只填了一部分的，计入所答的题。',
    en: 'Completion = people who answered ÷ people due; in brackets, without those excused. Whoever answered in part counts in the questions they answered.',
  },
  roughly: {
    zh: `回访进行中、不足 ${numbersFrom} 人时，进度只用文字说，每天更新一次，免得看出谁刚填完。`,
    en: `While a follow-up is open, the progress of fewer than ${numbersFrom} people is told in words, once a day, so that nobody can be watched answering.`,
  },
  satisfaction: {
    zh: '满意度 = 总体满意度选 4 或 5 的比例，附 95% 区间（Wilson）。',
    en: 'Satisfaction = share of 4 and 5 on overall satisfaction, with its 95% interval (Wilson).',
  },
  itemSatisfaction: {
    zh: '单题满意度 = 选 4 或 5 的比例。',
    en: 'Satisfied = share of 4 and 5 among those who answered the question.',
  },
  deviation: {
    zh: '均分后的“±”是标准差：数越大，大家的看法越不一致。',
    en: '“±” after a mean is the standard deviation: the larger, the more people differ.',
  },
  dimension: {
    zh: '维度得分 = 该维度各题均分的平均值（1–5 分）。',
    en: 'Dimension score = the average of its questions’ means (1–5).',
  },
  atMost: {
    zh: '“最多”“至少”“≤”：评价很低或几乎人人都这么选时，只说个限度，免得有人的回答被推算出来。',
    en: '“At most”, “at least”, “≤”: of very low ratings, and of what nearly everybody chose, only a limit is told, so that nobody’s answer can be worked out.',
  },
  nps: {
    zh: '净推荐值 = 打 9–10 分的比例 − 打 0–6 分的比例。',
    en: 'NPS = % of 9–10 less % of 0–6.',
  },
  scrap: {
    zh: '预计用不上 = 100% − 大家预计会用上的平均比例。',
    en: 'Unlikely to be used = 100% less the average share people expect to use.',
  },
  trend: {
    zh: '只有差值的 95% 区间不含零，才说变好或变差，否则为“无明显变化”。',
    en: 'Better or worse only where the 95% interval of the difference excludes zero; otherwise “no clear change”.',
  },
  period: {
    zh: '回访按截止日（以公司所在时区为准）归入季度；每人每季度只计一次。',
    en: 'A follow-up belongs to the quarter of its last day, in your organisation’s time zone. Each person counts once a quarter.',
  },
} satisfies Record<string, Text>;

export const poolDefinition = (minimumGroup: Settings['minimumGroup']): Text => ({
  zh: `小培训 = 单独不足以显示的培训：季度结束后，同一课程的合在一起，至少两次、满 ${poolFrom(minimumGroup)} 人才显示；同一人只算一次。`,
  en: `Small trainings: each too small to be shown. After the quarter those of a course are told together, from two of them and ${poolFrom(minimumGroup)} people on; each person counts once.`,
});

export const thresholdDefinition = ({ scores, comments }: Settings['minimumGroup']): Text => ({
  zh: `不足 ${scores} 人不显示分数，不足 ${comments} 人不显示留言。`,
  en: `No scores below ${scores} people, no comments below ${comments}.`,
});

export const issueDefinition = ({ meanBelow, satisfactionBelow, minimumN }: Settings['issueRule']): Text => ({
  zh: `问题 = 至少 ${minimumN} 人作答，且均分低于 ${meanBelow} 或满意比例低于 ${formatShare(satisfactionBelow)} 的题目（按四舍五入前的数判断）。`,
  en: `An issue is a question with at least ${minimumN} answers and a mean below ${meanBelow} or fewer than ${formatShare(satisfactionBelow)} satisfied, before rounding.`,
});
