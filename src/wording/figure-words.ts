import type { Text } from '../domain/kernel/text.ts';
import { formatInterval, formatScore, formatShare } from './format.ts';

/** How figures are written everywhere. Shares are 0–1, scores 1–5. */
export interface ItemFigures {
  readonly mean: number;
  readonly satisfaction: number;
  readonly n: number;
}

export const people = (n: number): Text => ({ zh: `${n} 人`, en: n === 1 ? '1 person' : `${n} people` });

export const answersCounted = (n: number): Text => ({
  zh: `${n} 人作答`,
  en: n === 1 ? '1 answer' : `${n} answers`,
});

export const itemFigures = ({ mean, satisfaction, n }: ItemFigures): Text => ({
  zh: `均分 ${formatScore(mean)} · 满意 ${formatShare(satisfaction)} · ${n} 人作答`,
  en: `mean ${formatScore(mean)} · ${formatShare(satisfaction)} satisfied · ${answersCounted(n).en}`,
});

export const intervalNote = (low: number, high: number, n: number): Text => ({
  zh: `95% 区间 ${formatInterval(low, high)}，${n} 人作答`,
  en: `95% interval ${formatInterval(low, high)}, ${answersCounted(n).en}`,
});

export const notShown = (minimum: number): Text => ({
  zh: `不足 ${minimum} 人，不显示`,
  en: `Fewer than ${minimum}: not shown`,
});

export const notShownShort: Text = { zh: '不显示', en: 'not shown' };
export const noFigure: Text = { zh: '—', en: '–' };

/** `沟通清晰（李慧）`: an item, and whom it is about. */
export const itemAbout = (name: Text, instructor: string | undefined): Text =>
  instructor === undefined ? name : { zh: `${name.zh}（${instructor}）`, en: `${name.en} (${instructor})` };

export const completionFigure = (answered: number, due: number): string =>
  due === 0 ? '—' : formatShare(answered / due);

export const completionNote = (answered: number, due: number, excused: number): Text => {
  const others = due - excused;
  const rest = excused === 0 || others === 0 ? undefined : formatShare(answered / others);
  return {
    zh: `${answered} / ${due} 人${rest === undefined ? '' : `（不计免访 ${rest}）`}`,
    en: `${answered} of ${due} people${rest === undefined ? '' : ` (${rest} without excused)`}`,
  };
};

export const columnNames = {
  item: { zh: '题目', en: 'Question' },
  dimension: { zh: '维度', en: 'Dimension' },
  score: { zh: '得分', en: 'Score' },
  satisfied: { zh: '满意', en: 'Satisfied' },
  n: { zh: '人数', en: 'n' },
  before: { zh: '上期', en: 'Before' },
  now: { zh: '本期', en: 'Now' },
  change: { zh: '变化', en: 'Change' },
  measure: { zh: '指标', en: 'Figure' },
} satisfies Record<string, Text>;

export const nobodyAnswered: Text = { zh: '没有人作答', en: 'No answers' };
