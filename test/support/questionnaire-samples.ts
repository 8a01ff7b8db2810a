import leaveSample from '../../cards/on-leave-form.sample.json' with { type: 'json' };
import pageSample from '../../cards/questionnaire-page.sample.json' with { type: 'json' };
import type { PersonId, VisitId } from '../../src/domain/kernel/ids.ts';
import { same } from '../../src/domain/kernel/text.ts';
import { askedPages } from '../../src/domain/questionnaires/ask-pages.ts';
import type { AskedItem } from '../../src/domain/questionnaires/asked-page.ts';
import { recallOf } from '../../src/domain/questionnaires/questionnaire.ts';
import { onLeaveFormCard } from '../../src/teams/cards/questionnaire/on-leave-form-card.ts';
import { questionnaireClosedCard } from '../../src/teams/cards/questionnaire/questionnaire-closed-card.ts';
import { questionnaireDoneCard } from '../../src/teams/cards/questionnaire/questionnaire-done-card.ts';
import { questionnairePageCard } from '../../src/teams/cards/questionnaire/questionnaire-page-card.ts';
import { questionnairePausedCard } from '../../src/teams/cards/questionnaire/questionnaire-paused-card.ts';
import { questionnaireReminderCard } from '../../src/teams/cards/questionnaire/questionnaire-reminder-card.ts';
import { visitChangeCard } from '../../src/teams/cards/questionnaire/visit-change-card.ts';
import type { OnLeaveFormView } from '../../src/views/responses/on-leave-form-view.ts';
import type { QuestionnairePageView } from '../../src/views/responses/questionnaire-page-view.ts';
import { answerMissing, answersMissing, savedElsewhere } from '../../src/wording/questionnaire-words.ts';
import { refusalText } from '../../src/wording/refusal-words.ts';
import { type CardSample, samples } from './card-sample.ts';
import { t1, t2 } from './questionnaires.ts';

const leave = leaveSample as unknown as OnLeaveFormView;
const instructors = [{ person: 'p-li' as PersonId, name: '李慧' }];
const training = 'Excel 数据分析（第 3 期）';
const visit = 'v-8sK1' as VisitId;
const until = { date: '2026-12-04' };

const recalledIn = ({ item }: AskedItem): Pick<AskedItem, 'recalled'> =>
  recallOf(item) === undefined
    ? {}
    : { recalled: [same('每周的销售表用透视表做'), { zh: '一个月内', en: 'Within a month' }] };

const pagesOf = (questionnaire: typeof t1): Record<string, QuestionnairePageView> => {
  const pages = askedPages(questionnaire, 'mixed', instructors);
  return Object.fromEntries(
    pages.map((page, at) => [
      `questionnaire-${questionnaire.id}-${at + 1}`,
      {
        visit,
        training,
        page: { ...page, items: page.items.map((asked) => ({ ...asked, ...recalledIn(asked) })) },
        revision: 0,
        number: at + 1,
        pages: pages.length,
        answers: {},
        errors: {},
        notices: [],
        ...(at === 0
          ? {
              introduction: {
                organisation: '',
                text: questionnaire.intro,
                questions: 20,
                minutes: 4,
                minimumGroup: { scores: 5, comments: 5 },
              },
            }
          : {}),
        until,
        mayBeExcused: true,
      },
    ]),
  );
};

const again = pagesOf(t1)['questionnaire-t1-3'];

const change = { visit, training, day: { date: '2026-11-30' }, hasBegun: false, isAnswered: false } as const;

export const questionnaireSamples: readonly CardSample[] = [
  ...samples(questionnairePageCard, {
    'questionnaire-page': pageSample as unknown as QuestionnairePageView,
    'questionnaire-page-several': {
      ...(pageSample as unknown as QuestionnairePageView),
      others: [{ training: '新任经理训练营', until: { date: '2026-12-04' } }],
    },
    'questionnaire-page-elsewhere': {
      ...(pageSample as unknown as QuestionnairePageView),
      until: { date: '2026-12-04', time: '17:00' },
    },
    ...pagesOf(t1),
    ...pagesOf(t2),
    ...(again === undefined
      ? {}
      : {
          'questionnaire-open-questions': {
            ...again,
            answers: { 'd2-expertise@p-li': 4, 'd2-clarity@p-li': 5 },
            errors: { 'd2-delivery@p-li': answerMissing },
            notices: [
              { kind: 'attention', text: answersMissing(1) },
              { kind: 'warning', text: savedElsewhere },
            ],
          },
        }),
  }),
  ...samples(questionnaireReminderCard, {
    'questionnaire-reminder': {
      training,
      until,
      minutes: 3,
      hasBegun: false,
      pagesDone: 0,
      pages: 4,
      last: false,
      visit,
    },
    'questionnaire-reminder-started': {
      training,
      until,
      minutes: 2,
      hasBegun: true,
      pagesDone: 2,
      pages: 4,
      last: false,
      visit,
    },
    'questionnaire-reminder-several': {
      training,
      until,
      minutes: 3,
      hasBegun: false,
      pagesDone: 0,
      pages: 4,
      last: false,
      visit,
      others: [
        {
          training: '新任经理训练营',
          label: { zh: '第 2 个月', en: 'Month 2' },
          until: { date: '2026-12-04' },
        },
        { training: 'Safety basics', until: { date: '2026-12-08' } },
      ],
    },
    'questionnaire-reminder-last': {
      training,
      until,
      minutes: 1,
      hasBegun: true,
      pagesDone: 3,
      pages: 4,
      last: true,
      visit,
    },
  }),
  ...samples(questionnaireDoneCard, {
    'questionnaire-done': { training, until, minimumGroup: { scores: 5, comments: 5 }, visit },
    'questionnaire-done-changed': {
      training,
      until,
      minimumGroup: { scores: 5, comments: 5 },
      changed: {
        improved: [{ zh: '教学方法', en: 'Teaching methods' }],
        underWay: [
          { zh: '时间段安排', en: 'Days and times' },
          { zh: '培训场地', en: 'Venue' },
        ],
      },
      visit,
    },
    'questionnaire-done-next': {
      training,
      until,
      minimumGroup: { scores: 5, comments: 5 },
      next: { training: '新任经理训练营', visit: 'v-2' as VisitId },
      visit,
    },
  }),
  ...samples(questionnaireClosedCard, {
    'questionnaire-closed': { training, until, answered: 'nothing' },
    'questionnaire-closed-partly': { training, until, answered: 'partly' },
    'questionnaire-closed-absent': { training, until, answered: 'absent' },
    'questionnaire-closed-complete': { training, until, answered: 'complete' },
  }),
  ...samples(visitChangeCard, {
    'visit-change-cancelled': { ...change, what: 'cancelled', hasBegun: true },
    'visit-change-withdrawn': { ...change, what: 'withdrawn' },
    'visit-change-asked-again': { ...change, what: 'asked-again', hasBegun: true },
    'visit-change-counts-again': { ...change, what: 'asked-again', hasBegun: true, isAnswered: true },
    'visit-change-moved': { ...change, what: 'moved' },
    'visit-change-moved-hour': { ...change, what: 'moved', day: { date: '2026-11-30', time: '18:00' } },
    'visit-change-not-yet': { ...change, what: 'not-yet', hasBegun: true },
    'visit-change-begins': { ...change, what: 'begins' },
  }),
  ...samples(questionnairePausedCard, {
    'questionnaire-paused-cancelled': {
      training,
      hasBegun: true,
      why: { kind: 'cancelled' },
      mayReturn: false,
      visit,
    },
    'questionnaire-paused-not-yet': {
      training,
      hasBegun: true,
      why: { kind: 'not-yet', opensOn: '2026-11-30' },
      mayReturn: false,
      visit,
    },
    'questionnaire-paused-later': {
      training,
      hasBegun: true,
      why: { kind: 'later', resumesOn: '2026-11-30' },
      mayReturn: true,
      visit,
    },
    'questionnaire-paused-later-fresh': {
      training,
      hasBegun: false,
      why: { kind: 'later', resumesOn: '2026-11-30' },
      mayReturn: true,
      visit,
    },
    'questionnaire-paused-leave': {
      training,
      hasBegun: true,
      why: { kind: 'on-leave', until: { date: '2026-12-01' }, excused: false },
      mayReturn: true,
      visit,
    },
    'questionnaire-paused-no-more': {
      training,
      hasBegun: true,
      why: { kind: 'no-more', until, onLeave: false },
      mayReturn: true,
      visit,
    },
    'questionnaire-paused-no-more-on-leave': {
      training,
      hasBegun: true,
      why: { kind: 'no-more', until: { date: '2026-12-05', time: '04:00' }, onLeave: true },
      mayReturn: true,
      visit,
    },
    'questionnaire-paused-excused': {
      training,
      hasBegun: true,
      why: { kind: 'on-leave', until: { date: '2026-12-11' }, excused: true },
      mayReturn: false,
      visit,
    },
    'questionnaire-paused-withdrawn': {
      training,
      hasBegun: true,
      why: { kind: 'withdrawn' },
      mayReturn: false,
      visit,
    },
    'questionnaire-paused-declined': {
      training,
      hasBegun: true,
      why: { kind: 'declined', until },
      mayReturn: true,
      visit,
    },
    'questionnaire-paused-absence-asked': {
      training,
      hasBegun: true,
      why: { kind: 'absence-asked' },
      mayReturn: true,
      visit,
    },
    'questionnaire-paused-absent': {
      training,
      hasBegun: true,
      why: { kind: 'did-not-attend' },
      mayReturn: true,
      visit,
    },
  }),
  ...samples(onLeaveFormCard, {
    'on-leave-form': leave,
    'on-leave-form-refused': { ...leave, until: '2026-08-01', error: refusalText('date-not-ahead') },
    'on-leave-form-empty': { ...leave, until: '', error: refusalText('date-missing') },
  }),
];
