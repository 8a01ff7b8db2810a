import type { ItemFigures } from '../domain/analysis/item-figures.ts';
import type { Roughly } from '../domain/analysis/roughly.ts';
import { same, type Text } from '../domain/kernel/text.ts';
import { formatInterval, formatScore, formatScoreAtMost, formatShare, formatShareAtMost } from './format.ts';

/** How figures are written everywhere. Shares are 0–1, scores 1–5. */
export const people = (n: number): Text => ({ zh: `${n} 人`, en: n === 1 ? '1 person' : `${n} people` });

/** How many people answered, and how often where some did so several times. */
export const peopleAnswered = (n: number, answers = n): Text =>
  answers === n
    ? { zh: `${n} 人作答`, en: `${people(n).en} answered` }
    : { zh: `${n} 人，共 ${answers} 次作答`, en: `${people(n).en}, ${answers} answers` };

/** Of few people who were hardly satisfied, only so much is told. */
export const satisfiedAtMost = (satisfied: number, n: number): Text => ({
  zh: `最多 ${satisfied}/${n} 人满意`,
  en: `at most ${satisfied} of ${n} satisfied`,
});

/** A mean, exactly or at most. */
export const meanText = (mean: number, atMost: boolean, deviation?: number): Text =>
  atMost
    ? { zh: `均分不超过 ${formatScoreAtMost(mean)}`, en: `mean at most ${formatScoreAtMost(mean)}` }
    : { zh: `均分 ${withDeviation(mean, deviation)}`, en: `mean ${withDeviation(mean, deviation)}` };

/** `4.25 ± 0.71` */
const withDeviation = (mean: number, deviation: number | undefined): string =>
  deviation === undefined ? formatScore(mean) : `${formatScore(mean)} ± ${formatScore(deviation)}`;

export const itemFigures = ({ n, mean, satisfaction, atMost }: ItemFigures, deviation?: number): Text => {
  const parts = [
    ...(mean === undefined ? [] : [meanText(mean, atMost?.mean === true, deviation)]),
    ...(atMost === undefined
      ? [
          { zh: `满意 ${formatShare(satisfaction)}`, en: `${formatShare(satisfaction)} satisfied` },
          peopleAnswered(n),
        ]
      : [satisfiedAtMost(atMost.satisfied, n)]),
  ];
  return { zh: parts.map(({ zh }) => zh).join(' · '), en: parts.map(({ en }) => en).join(' · ') };
};

/** What was chosen most of `n` people, each how often; `atLeast`: nearly everybody chose it, and more is not told. */
export const chosenLine = (
  name: Text,
  chosen: readonly { readonly option: Text; readonly times: number }[],
  n: number,
  atLeast: boolean,
): Text => {
  const [zh, en] = [atLeast ? '至少 ' : '', atLeast ? 'at least ' : ''];
  return {
    zh: `${name.zh}：${chosen.map(({ option, times }) => `${option.zh}（${zh}${times}/${n} 人）`).join('、')}`,
    en: `${name.en}: ${chosen.map(({ option, times }) => `${option.en} (${en}${times} of ${n})`).join(', ')}`,
  };
};

/** One or the other of neighbouring points of a scale. */
export const eitherOf = (points: readonly Text[]): Text => ({
  zh: points.map(({ zh }) => zh).join(' / '),
  en: points.map(({ en }) => en).join(' / '),
});

/** A mean of numbers. */
export const meanLine = (name: Text, mean: number, atMost: boolean, n: number): Text => ({
  zh: `${name.zh}：${meanText(mean, atMost).zh}（${peopleAnswered(n).zh}）`,
  en: `${name.en}: ${meanText(mean, atMost).en} (${peopleAnswered(n).en})`,
});

/** In a table: a score, or what it is at most. */
export const scoreCell = (mean: number, atMost: boolean, deviation?: number): Text =>
  same(atMost ? `≤ ${formatScoreAtMost(mean)}` : withDeviation(mean, deviation));

export const intervalNote = (low: number, high: number, counted: Text): Text => ({
  zh: `95% 区间 ${formatInterval(low, high)}，${counted.zh}`,
  en: `95% interval ${formatInterval(low, high)}, ${counted.en}`,
});

/** A share in large type, or what it is at most: of so many people, else in percent. */
export const shareValue = (
  share: number,
  n: number,
  atMost: { readonly satisfied?: number } | undefined,
): Text => {
  if (atMost === undefined) return same(formatShare(share));
  const { satisfied } = atMost;
  return satisfied === undefined
    ? { zh: `不超过 ${formatShareAtMost(share)}`, en: `${formatShareAtMost(share)} at most` }
    : { zh: `最多 ${satisfied}/${n}`, en: `${satisfied} of ${n} at most` };
};

/** In a table: a share, or what it is at most. */
export const shareCell = (
  share: number,
  n: number,
  atMost: { readonly satisfied?: number } | undefined,
): Text => {
  if (atMost === undefined) return same(formatShare(share));
  const { satisfied } = atMost;
  return same(satisfied === undefined ? `≤ ${formatShareAtMost(share)}` : `≤ ${satisfied}/${n}`);
};

/** Why a figure is not shown. */
export const tooFew = (minimum: number): Text => ({
  zh: `不足 ${minimum} 人`,
  en: `Fewer than ${minimum} people`,
});

/** In large type, above the reason. */
export const notShownShort: Text = { zh: '不显示', en: 'hidden' };
/** In a table or a line. */
export const hiddenUnder = (minimum: number): Text => ({
  zh: `不显示（不足 ${minimum} 人）`,
  en: `hidden (under ${minimum})`,
});
/** Where nobody said anything, or there was nobody to ask. */
export const noFigure: Text = { zh: '无', en: 'none' };
export const nobodyDue: Text = { zh: '没有应回访的人', en: 'Nobody was due' };
export const underWay: Text = { zh: '进行中', en: 'under way' };

/** `沟通清晰（李慧）`: an item, and whom it is about. */
export const itemAbout = (name: Text, instructor: string | undefined): Text =>
  instructor === undefined ? name : { zh: `${name.zh}（${instructor}）`, en: `${name.en} (${instructor})` };

/** How far few people are, while their round is open. */
export const roughCompletion: Record<Roughly, Text> = {
  none: { zh: '还没有人填完', en: 'nobody has answered yet' },
  some: { zh: '有人填完了', en: 'some have answered' },
  most: { zh: '大半已填完', en: 'most have answered' },
  all: { zh: '都填完了', en: 'all have answered' },
};

/** Of people due: more than none. */
export const completionFigure = (answered: number, due: number): string => formatShare(answered / due);

/** `partly`: how many more answered some of it; they count in the questions they answered. */
export const completionNote = (answered: number, due: number, excused: number, partly: number): Text => {
  const others = due - excused;
  const rest = excused === 0 || others === 0 ? undefined : formatShare(answered / others);
  const more: Text =
    partly === 0 ? same('') : { zh: `，另有 ${partly} 人填了一部分`, en: `, ${partly} more in part` };
  return {
    zh: `${answered} / ${due} 人${more.zh}${rest === undefined ? '' : `（不计免访 ${rest}）`}`,
    en: `${answered} of ${due} people${more.en}${rest === undefined ? '' : ` (${rest} without excused)`}`,
  };
};

export const columnNames = {
  item: { zh: '题目', en: 'Question' },
  dimension: { zh: '维度', en: 'Dimension' },
  score: { zh: '得分', en: 'Score' },
  satisfied: { zh: '满意', en: 'Satisfied' },
  n: { zh: '人数', en: 'People' },
  before: { zh: '上期', en: 'Before' },
  now: { zh: '本期', en: 'Now' },
  change: { zh: '变化', en: 'Change' },
  measure: { zh: '指标', en: 'Figure' },
} satisfies Record<string, Text>;

export const nobodyAnswered: Text = { zh: '没有人作答', en: 'No answers' };
