import { overall, suggestion, suggestionAspect } from './closing-items.ts';
import type { Dimension, Questionnaire, RatingItem } from './questionnaire.ts';
import { convenience, engagement, fit, freshness, quality, understanding, usefulness } from './scales.ts';

const rating = (
  id: string,
  dimension: Dimension,
  labels: RatingItem['labels'],
  wording: RatingItem['wording'],
  shortName: RatingItem['shortName'],
  more: Partial<Pick<RatingItem, 'modes' | 'perInstructor' | 'required'>> = {},
): RatingItem => ({ type: 'rating', id, dimension, labels, wording, shortName, required: true, ...more });

const aboutInstructor = { perInstructor: true } as const;

/** First impressions of a short training: content, instructor, delivery (T1). */
export const t1: Questionnaire = {
  id: 't1',
  version: 1,
  title: { zh: '培训初步印象', en: 'First impressions' },
  intro: {
    zh: '刚学完，印象最新。说说您的真实感受，好的不好的都有用。',
    en: 'It is still fresh in your mind. Tell us what you really think: good and bad both help.',
  },
  pages: [
    {
      id: 'content',
      title: { zh: '培训内容', en: 'The content' },
      items: [
        rating(
          'd1-practical',
          'D1',
          usefulness,
          { zh: '学的内容对您的工作有用吗？', en: 'How useful is the content for your job?' },
          { zh: '内容实用性', en: 'Practical for the job' },
        ),
        rating(
          'd1-depth',
          'D1',
          fit,
          { zh: '内容的深浅合适吗？', en: 'How well did the level of difficulty suit you?' },
          { zh: '内容深度', en: 'Depth of content' },
        ),
        rating(
          'd1-breadth',
          'D1',
          fit,
          { zh: '内容的广度合适吗？', en: 'How well did the range of topics suit you?' },
          { zh: '内容广度', en: 'Breadth of content' },
        ),
        rating(
          'd1-understood',
          'D1',
          understanding,
          { zh: '学的内容您弄懂了多少？', en: 'How much of it did you understand?' },
          { zh: '理解程度', en: 'Content understood' },
        ),
        rating(
          'd1-current',
          'D1',
          freshness,
          { zh: '内容够新吗？', en: 'How up to date was the content?' },
          { zh: '内容时效性', en: 'Up to date' },
        ),
      ],
    },
    {
      id: 'instructor',
      title: { zh: '讲师', en: 'The instructor' },
      items: [
        rating(
          'd2-expertise',
          'D2',
          quality,
          { zh: '讲师的专业水平如何？', en: 'How good is the instructor’s expertise?' },
          { zh: '专业水平', en: 'Expertise' },
          aboutInstructor,
        ),
        rating(
          'd2-clarity',
          'D2',
          quality,
          { zh: '讲师讲得清楚吗？', en: 'How clear were the explanations?' },
          { zh: '讲解清晰', en: 'Clear explanations' },
          aboutInstructor,
        ),
        rating(
          'd2-methods',
          'D2',
          engagement,
          {
            zh: '讲师变换的教学方法（案例、讨论、演练等）吸引您吗？',
            en: 'How much did the variety of methods (cases, discussion, practice …) draw you in?',
          },
          { zh: '教学方法', en: 'Teaching methods' },
          aboutInstructor,
        ),
        rating(
          'd2-delivery',
          'D2',
          quality,
          {
            zh: '讲师的课堂表现如何？（表达、组织、互动、气氛）',
            en: 'How good was the delivery in class (speech, organisation, interaction, atmosphere)?',
          },
          { zh: '课堂表现', en: 'Delivery in class' },
          aboutInstructor,
        ),
        rating(
          'd2-answers',
          'D2',
          quality,
          {
            zh: '有人提问时，讲师答得如何？没人提问可以跳过。',
            en: 'How good were the answers to questions? Skip this if nobody asked any.',
          },
          { zh: '解答提问', en: 'Answering questions' },
          { ...aboutInstructor, required: false },
        ),
      ],
    },
    {
      id: 'delivery',
      title: { zh: '培训安排', en: 'How it was run' },
      items: [
        rating(
          'd3-modes',
          'D3',
          fit,
          {
            zh: '教学形式的搭配合适吗？（讲授、案例、讨论、实操）',
            en: 'How well did the mix of lecture, cases, discussion and practice suit the goal?',
          },
          { zh: '教学形式搭配', en: 'Mix of teaching modes' },
        ),
        rating(
          'd3-length',
          'D3',
          fit,
          { zh: '培训的长短合适吗？', en: 'How well did the length of the training suit you?' },
          { zh: '培训时长', en: 'Length of training' },
        ),
        rating(
          'd3-slots',
          'D3',
          convenience,
          { zh: '培训安排的时间段方便吗？', en: 'How convenient were the dates and hours?' },
          { zh: '时间段安排', en: 'Dates and hours' },
        ),
        rating(
          'd3-venue',
          'D3',
          quality,
          {
            zh: '培训场地如何？（设备、座位、环境、交通）',
            en: 'How good was the venue (equipment, layout, surroundings, access)?',
          },
          { zh: '培训场地', en: 'Venue' },
          { modes: ['classroom', 'mixed'] },
        ),
        rating(
          'd3-platform',
          'D3',
          quality,
          {
            zh: '线上平台好用吗？（稳定、功能、操作）',
            en: 'How good was the online platform (stability, features, ease of use)?',
          },
          { zh: '线上平台', en: 'Online platform' },
          { modes: ['online', 'mixed'] },
        ),
      ],
    },
    {
      id: 'overall',
      title: { zh: '总体感受', en: 'All in all' },
      items: [overall, suggestionAspect, suggestion],
    },
  ],
};
