import type { Text } from '../kernel/text.ts';
import type { RatingItem } from './questionnaire.ts';

type Labels = RatingItem['labels'];

const scale = (
  zh: readonly [string, string, string, string, string],
  en: readonly [string, string, string, string, string],
): Labels => {
  const text = (at: 0 | 1 | 2 | 3 | 4): Text => ({ zh: zh[at], en: en[at] });
  return [text(0), text(1), text(2), text(3), text(4)];
};

/** The words of 1–5, lowest first; each question uses the words that answer it. */
export const usefulness = scale(
  ['没有用', '用处不大', '有些用', '比较有用', '非常有用'],
  ['Not useful', 'Slightly useful', 'Somewhat useful', 'Useful', 'Very useful'],
);
export const fit = scale(
  ['很不合适', '不太合适', '一般', '比较合适', '非常合适'],
  ['Not at all', 'Not really', 'So-so', 'Well', 'Very well'],
);
export const understanding = scale(
  ['几乎没懂', '懂了一小部分', '懂了一半', '大部分懂了', '全都懂了'],
  ['Almost nothing', 'A small part', 'About half', 'Most of it', 'All of it'],
);
export const freshness = scale(
  ['很陈旧', '有些旧', '一般', '比较新', '非常新'],
  ['Very dated', 'Rather dated', 'So-so', 'Up to date', 'Very up to date'],
);
export const quality = scale(
  ['很差', '较差', '一般', '较好', '很好'],
  ['Poor', 'Fair', 'Average', 'Good', 'Very good'],
);
export const engagement = scale(
  ['完全不吸引', '不太吸引', '一般', '比较吸引', '非常吸引'],
  ['Not at all', 'A little', 'Somewhat', 'A lot', 'Very much'],
);
export const convenience = scale(
  ['很不方便', '不太方便', '一般', '比较方便', '非常方便'],
  ['Very inconvenient', 'Inconvenient', 'So-so', 'Convenient', 'Very convenient'],
);
export const satisfaction = scale(
  ['很不满意', '不太满意', '一般', '比较满意', '非常满意'],
  ['Very dissatisfied', 'Dissatisfied', 'Neutral', 'Satisfied', 'Very satisfied'],
);
export const ease = scale(
  ['很难用上', '不太容易', '一般', '比较容易', '非常容易'],
  ['Very hard', 'Hard', 'So-so', 'Easy', 'Very easy'],
);
export const frequency = scale(
  ['没有用过', '很少用', '有时用', '经常用', '几乎天天用'],
  ['Never', 'Rarely', 'Sometimes', 'Often', 'Almost daily'],
);
export const progress = scale(
  ['没有进步', '进步不大', '有些进步', '进步较大', '进步很大'],
  ['No progress', 'A little', 'Some', 'Quite a lot', 'A great deal'],
);
export const help = scale(
  ['没有帮助', '帮助不大', '有些帮助', '帮助较大', '帮助很大'],
  ['Not at all', 'A little', 'Somewhat', 'Quite a lot', 'A great deal'],
);
