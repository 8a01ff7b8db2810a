import { overall, suggestion, suggestionAspect } from './closing-items.ts';
import type { ChoicesItem, FreeTextItem, NumberItem, Questionnaire, RatingItem } from './questionnaire.ts';
import { ease, frequency, help, progress } from './scales.ts';

const effect = (
  id: string,
  labels: RatingItem['labels'],
  wording: RatingItem['wording'],
  shortName: RatingItem['shortName'],
): RatingItem => ({ type: 'rating', id, dimension: 'D4', labels, wording, shortName, required: true });

const applicable: RatingItem = {
  type: 'rating',
  id: 'd1-applicable',
  dimension: 'D1',
  wording: { zh: '学的内容在工作中容易用上吗？', en: 'How easy is it to apply the content at work?' },
  shortName: { zh: '内容能否用上', en: 'Easy to apply' },
  labels: ease,
  required: true,
};

const shareApplied: NumberItem = {
  type: 'number',
  id: 'd4-share-applied',
  dimension: 'D4',
  meaning: 'share-applied',
  wording: {
    zh: '估计一下：学到的内容，您最终会用上几成？',
    en: 'At a guess, how much of what you learned will you end up using?',
  },
  shortName: { zh: '预计用上的比例', en: 'Share expected to be applied' },
  min: 0,
  max: 100,
  step: 10,
  required: true,
};

const helped: ChoicesItem = {
  type: 'choices',
  id: 'd4-helped',
  dimension: 'D4',
  wording: { zh: '什么帮您用上了所学？可多选。', en: 'What helped you use it? Pick any.' },
  shortName: { zh: '促进因素', en: 'What helped' },
  options: [
    { id: 'manager', wording: { zh: '上级支持', en: 'My manager’s support' } },
    { id: 'colleagues', wording: { zh: '同事一起用', en: 'Colleagues using it too' } },
    { id: 'materials', wording: { zh: '课程资料', en: 'The course materials' } },
    { id: 'instructor', wording: { zh: '讲师答疑', en: 'Help from the instructor' } },
    { id: 'tools', wording: { zh: '工具和权限到位', en: 'Having the tools and access' } },
    { id: 'tasks', wording: { zh: '正好有这类任务', en: 'Tasks that called for it' } },
    { id: 'other', wording: { zh: '其他', en: 'Something else' } },
  ],
  required: false,
};

const hindered: ChoicesItem = {
  type: 'choices',
  id: 'd4-hindered',
  dimension: 'D4',
  wording: { zh: '什么让您用不上？可多选。', en: 'What stood in the way? Pick any.' },
  shortName: { zh: '阻碍因素', en: 'What stood in the way' },
  options: [
    { id: 'time', wording: { zh: '没有时间', en: 'No time' } },
    { id: 'tasks', wording: { zh: '没有这类任务', en: 'No task that calls for it' } },
    { id: 'remote', wording: { zh: '内容离工作太远', en: 'Too far from my work' } },
    { id: 'support', wording: { zh: '缺少上级支持', en: 'Too little support from above' } },
    { id: 'tools', wording: { zh: '缺工具或权限', en: 'Missing tools or access' } },
    { id: 'forgotten', wording: { zh: '忘得差不多了', en: 'I have forgotten much of it' } },
    { id: 'process', wording: { zh: '现有流程不允许', en: 'Our process does not allow it' } },
    { id: 'other', wording: { zh: '其他', en: 'Something else' } },
  ],
  required: false,
};

const hinderedMore: FreeTextItem = {
  type: 'text',
  id: 'd4-hindered-more',
  dimension: 'D4',
  wording: { zh: '想多说一句阻碍在哪里？', en: 'Care to say more about what stood in the way?' },
  shortName: { zh: '阻碍说明', en: 'More about obstacles' },
  maxLength: 1000,
  required: false,
};

const recommendation: NumberItem = {
  type: 'number',
  id: 'd5-recommend',
  dimension: 'D5',
  meaning: 'recommendation',
  wording: {
    zh: '您愿意把这次培训推荐给同事吗？',
    en: 'How likely are you to recommend this training to a colleague?',
  },
  shortName: { zh: '推荐意愿', en: 'Would recommend' },
  min: 0,
  max: 10,
  step: 1,
  required: true,
};

/** What a short training has done at work (T2). */
export const t2: Questionnaire = {
  id: 't2',
  version: 1,
  title: { zh: '培训效果回访', en: 'Back at work' },
  intro: {
    zh: '回到岗位有一阵了。用上了、没用上，都请照实说。',
    en: 'You have been back at work for a while. Used it or not: just tell us how it is.',
  },
  pages: [
    {
      id: 'use',
      title: { zh: '用到工作中', en: 'Using it at work' },
      items: [
        applicable,
        effect(
          'd4-use',
          frequency,
          {
            zh: '您用所学解决过工作中的实际问题吗？',
            en: 'How often have you used it on real problems at work?',
          },
          { zh: '工作中的使用', en: 'Use at work' },
        ),
        effect(
          'd4-gain',
          progress,
          { zh: '在所学的这方面，您进步了多少？', en: 'How far have you come on in what was taught?' },
          { zh: '知识技能提升', en: 'Gain in knowledge and skills' },
        ),
        shareApplied,
      ],
    },
    {
      id: 'growth',
      title: { zh: '您的变化', en: 'What it did for you' },
      lead: {
        zh: '这次培训在下面几方面对您有帮助吗？',
        en: 'How much did the training help with each of these?',
      },
      items: [
        effect(
          'd4-motivation',
          help,
          { zh: '工作的积极性', en: 'Your motivation at work' },
          { zh: '积极性', en: 'Motivation' },
        ),
        effect(
          'd4-responsibility',
          help,
          { zh: '对工作的责任心', en: 'Your sense of responsibility' },
          { zh: '责任心', en: 'Responsibility' },
        ),
        effect(
          'd4-teamwork',
          help,
          { zh: '与同事的协作', en: 'Working with colleagues' },
          { zh: '团队协作', en: 'Teamwork' },
        ),
        effect(
          'd4-career',
          help,
          { zh: '职业发展（视野、新思路、新机会）', en: 'Your career (wider view, new ideas, new chances)' },
          { zh: '职业发展', en: 'Career' },
        ),
      ],
    },
    {
      id: 'conditions',
      title: { zh: '助力与阻碍', en: 'Help and obstacles' },
      lead: { zh: '都是选填，没有就直接下一页。', en: 'All optional. Nothing to say? Just go on.' },
      items: [helped, hindered, hinderedMore],
    },
    {
      id: 'overall',
      title: { zh: '总体感受', en: 'All in all' },
      items: [recommendation, overall, suggestionAspect, suggestion],
    },
  ],
};
