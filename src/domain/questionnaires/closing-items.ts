import type { ChoiceItem, FreeTextItem, RatingItem } from './questionnaire.ts';
import { satisfaction } from './scales.ts';

/** The three questions every questionnaire ends with; the same ids, so that visits can be compared. */
export const overall: RatingItem = {
  type: 'rating',
  id: 'd5-overall',
  dimension: 'D5',
  wording: {
    zh: '总的来说，您对这次培训满意吗？',
    en: 'All in all, how satisfied are you with the training?',
  },
  shortName: { zh: '总体满意度', en: 'Overall satisfaction' },
  labels: satisfaction,
  required: true,
};

export const suggestionAspect: ChoiceItem = {
  type: 'choice',
  id: 'd5-aspect',
  dimension: 'D5',
  wording: { zh: '哪方面最值得改进？', en: 'What would you improve first?' },
  shortName: { zh: '最想改进的方面', en: 'First thing to improve' },
  options: [
    { id: 'content', wording: { zh: '内容', en: 'The content' } },
    { id: 'instructor', wording: { zh: '讲师授课', en: 'The teaching' } },
    { id: 'modes', wording: { zh: '教学形式', en: 'The way of learning' } },
    { id: 'time', wording: { zh: '时间安排', en: 'The timing' } },
    { id: 'place', wording: { zh: '场地或平台', en: 'The venue or platform' } },
    { id: 'support', wording: { zh: '训后支持', en: 'Support afterwards' } },
    { id: 'nothing', wording: { zh: '都挺好，没有要改的', en: 'Nothing, it was fine' } },
    { id: 'other', wording: { zh: '其他', en: 'Something else' } },
  ],
  required: false,
};

export const suggestion: FreeTextItem = {
  type: 'text',
  id: 'd5-suggestion',
  dimension: 'D5',
  wording: { zh: '具体怎么改会更好？一句话也行。', en: 'How would you improve it? One sentence is plenty.' },
  shortName: { zh: '改进建议', en: 'Suggestions' },
  maxLength: 1000,
  required: false,
};
