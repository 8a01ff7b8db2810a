import type { Item } from '../questionnaires/questionnaire.ts';
import type { Range } from './amount.ts';
import { countFrom } from './low-end.ts';
import { isStopped, type Told } from './told.ts';

/** Answers from 0 to 10 to whether people would recommend: promoters (9–10) less detractors (0–6), as far as it is told. */
export interface Recommendation {
  readonly answers: number;
  readonly net: Range;
}

/** Of one question in one round; nothing of other questions. */
export const recommendationOf = (item: Item, told: Told): Recommendation[] => {
  if (item.type !== 'number' || item.meaning !== 'recommendation') return [];
  if (!isStopped(told)) {
    const net = countFrom(told, 9) - (told.n - countFrom(told, 7));
    return [{ answers: told.n, net: { least: net, most: net } }];
  }
  return told.stopped === 'recommendation'
    ? [{ answers: told.n, net: { least: -told.n, most: told.net } }]
    : [];
};

export const addRecommendations = (all: readonly Recommendation[]): Recommendation | undefined =>
  all.length === 0
    ? undefined
    : all.reduce((sum, one) => ({
        answers: sum.answers + one.answers,
        net: { least: sum.net.least + one.net.least, most: sum.net.most + one.net.most },
      }));
