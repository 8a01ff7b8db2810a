import assignFormSample from '../../cards/assign-form.sample.json' with { type: 'json' };
import assignmentSample from '../../cards/assignment.sample.json' with { type: 'json' };
import campaignSample from '../../cards/campaign.sample.json' with { type: 'json' };
import helpSample from '../../cards/help.sample.json' with { type: 'json' };
import instructorSample from '../../cards/instructor-result.sample.json' with { type: 'json' };
import noticeSample from '../../cards/notice.sample.json' with { type: 'json' };
import passOnFormSample from '../../cards/pass-on-form.sample.json' with { type: 'json' };
import pendingSample from '../../cards/pending.sample.json' with { type: 'json' };
import peopleSample from '../../cards/people-by-reason.sample.json' with { type: 'json' };
import reportSample from '../../cards/report.sample.json' with { type: 'json' };
import resultSample from '../../cards/result.sample.json' with { type: 'json' };
import statusSample from '../../cards/status.sample.json' with { type: 'json' };
import type { DeliveryReason } from '../../src/domain/deliveries/delivery.ts';
import type { AccountKey, PersonId, RoundId } from '../../src/domain/kernel/ids.ts';
import { helpCard } from '../../src/teams/cards/help-card.ts';
import { assignDoneCard } from '../../src/teams/cards/improvement/assign-done-card.ts';
import { assignFormCard } from '../../src/teams/cards/improvement/assign-form-card.ts';
import { assignmentCard } from '../../src/teams/cards/improvement/assignment-card.ts';
import { passOnFormCard } from '../../src/teams/cards/improvement/pass-on-form-card.ts';
import { noticeCard } from '../../src/teams/cards/notice-card.ts';
import { pendingCard } from '../../src/teams/cards/questionnaire/pending-card.ts';
import { commentsCard } from '../../src/teams/cards/result/comments-card.ts';
import { instructorResultCard } from '../../src/teams/cards/result/instructor-result-card.ts';
import { reportCard } from '../../src/teams/cards/result/report-card.ts';
import { resultCard } from '../../src/teams/cards/result/result-card.ts';
import { accountQuestionCard } from '../../src/teams/cards/staff/account-question-card.ts';
import { accountsCard } from '../../src/teams/cards/staff/accounts-card.ts';
import { campaignCard } from '../../src/teams/cards/staff/campaign-card.ts';
import { damagedAnswersCard } from '../../src/teams/cards/staff/damaged-answers-card.ts';
import { deputyCard } from '../../src/teams/cards/staff/deputy-card.ts';
import { leavingCard, leftCard, returnedCard } from '../../src/teams/cards/staff/leaving-card.ts';
import { notAttendedCard } from '../../src/teams/cards/staff/not-attended-card.ts';
import { peopleByReasonCard } from '../../src/teams/cards/staff/people-by-reason-card.ts';
import { rosterGapsCard } from '../../src/teams/cards/staff/roster-gaps-card.ts';
import { sameCard, sameDoneCard, sameLeftCard } from '../../src/teams/cards/staff/same-card.ts';
import { statusCard } from '../../src/teams/cards/staff/status-card.ts';
import { stuckRoundCard } from '../../src/teams/cards/staff/stuck-round-card.ts';
import { trainingCancelledCard } from '../../src/teams/cards/staff/training-cancelled-card.ts';
import { unreachableCard } from '../../src/teams/cards/staff/unreachable-card.ts';
import type { CommentsView } from '../../src/views/analysis/comments-view.ts';
import type { InstructorResultView } from '../../src/views/analysis/instructor-result-view.ts';
import type { ResultView } from '../../src/views/analysis/result-view.ts';
import type { AssignFormView } from '../../src/views/improvements/assign-form-view.ts';
import type { AssignmentView } from '../../src/views/improvements/assignment-view.ts';
import type { PassOnFormView } from '../../src/views/improvements/pass-on-form-view.ts';
import type { AccountQuestionView } from '../../src/views/people/account-question-view.ts';
import type { LeavingView } from '../../src/views/people/leaving-view.ts';
import type { SameView } from '../../src/views/people/same-view.ts';
import type { ReportView } from '../../src/views/reports/report-view.ts';
import type { StatusView } from '../../src/views/reports/status-view.ts';
import type { PendingView } from '../../src/views/responses/pending-view.ts';
import { deliveryReasons } from '../../src/wording/delivery-reason-words.ts';
import { refusalText } from '../../src/wording/refusal-words.ts';
import { reportWarnings } from '../../src/wording/report-words.ts';
import { appointmentName } from '../../src/wording/role-words.ts';
import { type CardSample, samples } from './card-sample.ts';

// What JSON says is wider than the views' types; test/teams/cards/typed-cards.test.ts holds that the shapes fit.
const result = resultSample as unknown as ResultView;
const instructor = instructorSample as unknown as InstructorResultView;
const assignForm = assignFormSample as unknown as AssignFormView;
const passOnForm = passOnFormSample as unknown as PassOnFormView;
const assignment = assignmentSample as unknown as AssignmentView;
const report = reportSample as unknown as ReportView;
/** A manager's, a department's, without what is told of everybody alone. */
const { nps: _nps, scrap: _scrap, ...ofEverybody } = report;
const reportOfPart: ReportView = { ...ofEverybody, pools: [] };
const status = statusSample as unknown as StatusView;
const because = (code: DeliveryReason) => ({
  reason: deliveryReasons[code].why,
  remedy: deliveryReasons[code].remedy,
});
const refused = (code: 'owner-missing' | 'measure-missing' | 'date-not-ahead') => refusalText(code);

/** A result of six people, hardly any of whom was satisfied. */
const sixPeople = {
  completion: { due: 7, answered: 6, excused: 0 },
  satisfaction: { share: 2 / 6, n: 6, atMost: { satisfied: 2 } },
  others: [
    {
      item: { zh: '最想改进的方面', en: 'First thing to improve' },
      n: 6,
      chosen: [{ option: { zh: '场地或平台', en: 'The venue or platform' }, times: 4 }],
      atLeast: true as const,
    },
  ],
};
/** Beside the first thing to improve, what T2 asks. */
const conditions = [
  {
    item: { zh: '促进因素', en: 'What helped' },
    n: 17,
    chosen: [
      { option: { zh: '上级支持', en: 'My manager’s support' }, times: 12 },
      { option: { zh: '课程资料', en: 'The course materials' }, times: 7 },
    ],
  },
  {
    item: { zh: '阻碍因素', en: 'What stood in the way' },
    n: 15,
    chosen: [
      { option: { zh: '没有时间', en: 'No time' }, times: 9 },
      { option: { zh: '缺工具或权限', en: 'Missing tools or access' }, times: 4 },
    ],
  },
];
const low = (mean: boolean) => ({
  n: 6,
  mean: mean ? 13 / 6 : 2.67,
  satisfaction: 2 / 6,
  atMost: { satisfied: 2, mean },
});

/** Figures that six people can have. */
const ofSix = ({
  mean = 0,
  satisfaction = 0,
}: {
  readonly mean?: number;
  readonly satisfaction?: number;
}) => ({
  n: 6,
  mean: Math.round(mean * 6) / 6,
  satisfaction: Math.round(satisfaction * 6) / 6,
});

const campaign = {
  ...campaignSample,
  beganAt: new Date(campaignSample.beganAt),
  doneBy: new Date(campaignSample.doneBy),
};
const { doneBy: _, ...begun } = campaign;
const none = { sent: 0, waiting: 0, retrying: 0, unreachable: 0, obsolete: 0 };

const leaving: LeavingView = {
  person: 'person' as PersonId,
  name: '李伟',
  roles: [appointmentName({ role: 'trainingStaff' })],
  hasDeputy: true,
  visits: 2,
  improvements: 1,
  standsInFor: 0,
};

/** A report of a period in which no round came to its end: all it knows of are rounds in this state. */
const emptyReport = (state: 'open' | 'missed', more: Partial<ReportView>): ReportView => ({
  ...report,
  ...more,
  empty: true,
  satisfaction: { ...report.satisfaction, now: 'none', trend: 'unknown' },
  dimensions: [],
  list: report.list.map(({ training, rounds }) => ({
    training,
    rounds: rounds.map((round) => ({ ...round, state, satisfaction: 'none' })),
  })),
  issues: [],
  moreIssues: 0,
  improvements: { open: 0, done: 0, overdue: 0 },
});

const same: SameView = {
  kept: { person: 'kept' as PersonId, name: '李伟', email: 'li.wei@example.com' },
  other: { person: 'other' as PersonId, name: 'Li Wei', email: 'weili@old.example.com' },
  trainings: 2,
  rounds: 2,
  answeredTwice: 1,
  improvements: 1,
  roles: [
    appointmentName({ role: 'trainingStaff' }),
    appointmentName({ role: 'departmentHead', department: '销售部' }),
  ],
  accounts: ['li.wei@example.com', 'weili@old.example.com'],
};
const whoseAccount: AccountQuestionView = {
  account: 'tenant/oid' as AccountKey,
  over: '2026-11-20T02:00:00.000Z',
  why: 'second-account',
  name: '李伟 (guest)',
  addresses: ['li.wei@example.com'],
  people: [
    {
      person: 'person' as PersonId,
      name: '李伟',
      email: 'li.wei@example.com',
      roles: [appointmentName({ role: 'trainingStaff' })],
      hasLeft: false,
      given: [],
    },
  ],
};
const liWei = whoseAccount.people[0] as AccountQuestionView['people'][number];

const comments: CommentsView = {
  round: 'EXCEL-3/T1/1' as RoundId,
  training: 'Excel 数据分析（第 3 期）',
  questionnaire: { zh: '培训初步印象', en: 'First impressions' },
  dueDate: '2026-12-04',
  questions: [
    {
      item: { zh: '改进建议', en: 'Suggestions' },
      texts: result.comments.texts,
    },
    {
      item: { zh: '想对讲师说', en: 'For the instructor' },
      instructor: '李慧',
      texts: ['*讲得很清楚*，谢谢！', 'More exercises, please.\nAnd a break.'],
    },
  ],
  after: 0,
  count: 43,
  ofPart: false,
  withheld: false,
  settings: result.settings,
};

export const outcomeSamples: readonly CardSample[] = [
  ...samples(campaignCard, {
    campaign,
    'campaign-begun': { ...campaign, progress: { ...none, sent: 30, waiting: 9970 } },
    'campaign-nothing-yet': { ...campaign, progress: { ...none, waiting: 240 } },
    'campaign-waits': {
      ...campaign,
      progress: { ...none, sent: 1904, waiting: 96 },
      doneBy: new Date('2026-11-24T01:00Z'),
    },
    'campaign-over': { ...begun, progress: { ...none, sent: 9948, unreachable: 46, obsolete: 6 } },
    'campaign-over-everybody': { ...begun, progress: { ...none, sent: 1204 } },
  }),
  ...samples(resultCard, {
    result,
    'result-without-issues': {
      ...result,
      issues: [],
      dimensions: result.dimensions.filter(({ dimension }) => dimension !== 'D3'),
      comments: { texts: ['很好！'], count: 1, withheld: true },
    },
    'result-of-nobody': {
      ...result,
      ...{ completion: 'none', satisfaction: 'none', dimensions: [], issues: [], judged: 'none' },
      others: [],
      comments: { texts: [], count: 0, withheld: false },
    },
    // Eight people, two of whom answered in part: of some questions too few did to judge them.
    'result-in-part': {
      ...result,
      completion: { due: 8, answered: 5, excused: 0, partly: 2 },
      issues: [],
      judged: 'some',
    },
    'result-together': {
      ...result,
      training: '销售技巧',
      together: { trainings: 3, quarter: { zh: '2026 年第三季度', en: 'Q3 2026' } },
      issues: result.issues.map(({ item, figures }) => ({ item, figures })).slice(0, 2),
    },
    'result-of-t2': {
      ...result,
      comments: { texts: [], count: 0, withheld: false },
      nps: { value: 35, n: 20 },
      scrap: { value: 38, n: 20 },
      others: [...conditions, ...result.others],
      issues: result.issues.slice(0, 1),
    },
    'result-low': {
      ...result,
      ...sixPeople,
      nps: { value: -50, n: 6, bound: 'most' },
      scrap: { value: 75, n: 6, bound: 'least' },
      dimensions: [
        { dimension: 'D1', score: { value: 3.42, n: 6 } },
        { dimension: 'D2', score: { value: 2.78, n: 6, atMost: true } },
        { dimension: 'D3', score: { value: 3.9, n: 6 } },
        { dimension: 'D5', score: { value: 13 / 6, n: 6, atMost: true } },
      ],
      issues: result.issues
        .slice(0, 2)
        .map(({ deviation: _no, ...issue }, index) => ({ ...issue, figures: low(index === 0) })),
    },
    'result-hidden': {
      ...result,
      completion: { due: 6, answered: 3, excused: 0 },
      satisfaction: 'hidden',
      dimensions: result.dimensions.map(({ dimension }) => ({ dimension, score: 'hidden' as const })),
      issues: [],
      others: [],
      judged: 'none',
    },
  }),
  ...samples(commentsCard, {
    comments,
    'comments-more': { ...comments, after: 20, ofPart: true, withheld: true },
    'comments-long': {
      ...comments,
      questions: [
        {
          item: { zh: '改进建议', en: 'Suggestions' },
          texts: Array.from({ length: 8 }, () => '讲得很细，练习再多一点就更好。'.repeat(66)),
        },
      ],
    },
    'comments-none': { ...comments, questions: [], count: 0 },
  }),
  ...samples(instructorResultCard, {
    'instructor-result': instructor,
    'instructor-result-low': {
      ...instructor,
      ...sixPeople,
      items: instructor.items.map(({ name, figures }, index) => ({
        name,
        figures: index === 2 || index === 4 ? low(index === 2) : ofSix(figures),
        weak: index === 2 || index === 4,
      })),
    },
    'instructor-result-hidden': {
      ...instructor,
      completion: 'hidden',
      satisfaction: 'hidden',
      items: [],
      others: [],
      comments: { texts: [], count: 0, withheld: true },
    },
    'instructor-result-few-comments': {
      ...instructor,
      completion: { due: 8, answered: 5, excused: 0, partly: 2 },
      judged: 'some',
      items: instructor.items.slice(0, 2),
      comments: { texts: [], count: 0, withheld: false },
    },
  }),
  ...samples(assignFormCard, {
    'assign-form': assignForm,
    'assign-form-refused': {
      ...assignForm,
      typed: { measure: '换讲师', due: '2026-12-01' },
      errors: { owner: refused('owner-missing'), due: refused('date-not-ahead') },
    },
    'assign-form-without-measure': { ...assignForm, errors: { measure: refused('measure-missing') } },
  }),
  ...samples(assignDoneCard, {
    'assign-done': {
      ...assignForm,
      owner: '王芳',
      measure: '下期加入两个本部门的真实案例',
      dueDate: '2026-12-21',
    },
  }),
  ...samples(passOnFormCard, {
    'pass-on-form': passOnForm,
    'pass-on-form-refused': { ...passOnForm, picked: 'somebody', error: refused('owner-missing') },
  }),
  ...samples(assignmentCard, {
    'assignment-of-a-leaver': { ...assignment, mayPassOn: true },
    assignment,
    'assignment-new': { ...assignment, state: 'assigned', history: assignment.history.slice(0, 1) },
    'assignment-overdue': { ...assignment, notice: 'overdue' },
    'assignment-done': { ...assignment, state: 'done' },
    'assignment-refused': {
      ...assignment,
      typed: '写得太长的说明',
      error: refusalText('text-too-long', { most: 1000 }),
    },
  }),
  ...samples(reportCard, {
    report,
    'report-of-own-people': {
      ...reportOfPart,
      scope: { people: 124 },
      commented: [
        {
          round: 'EXCEL-3/T1/1' as RoundId,
          training: 'Excel 数据分析（第 3 期）',
          questionnaire: { zh: '培训初步印象', en: 'First impressions' },
          count: 23,
        },
        {
          round: 'EXCEL-3/T2/1' as RoundId,
          training: 'Excel 数据分析（第 3 期）',
          questionnaire: { zh: '效果回访', en: 'Use at work' },
          count: 1,
        },
      ],
    },
    'report-of-many': {
      ...report,
      commented: Array.from({ length: 60 }, (_, at) => ({
        round: `EXCEL-${at}/T1/1` as RoundId,
        training: `Excel 数据分析（第 ${at} 期）`,
        questionnaire: { zh: '培训初步印象', en: 'First impressions' },
        count: 5,
      })),
      pools: Array.from({ length: 10 }, () => report.pools).flat(),
      list: Array.from({ length: 40 }, () => report.list)
        .flat()
        .slice(0, 40),
    },
    'report-low': {
      ...report,
      satisfaction: {
        now: { ...sixPeople.satisfaction, share: 0.43, n: 48, answers: 61, atMost: {} },
        before: sixPeople.satisfaction,
        trend: 'no-clear-change',
      },
      dimensions: report.dimensions.map(({ dimension, now }, index) =>
        index === 1
          ? {
              dimension,
              now: { value: 2.78, atMost: true as const },
              compared: {
                now: { value: 2.78, atMost: true as const },
                before: { value: 4.1 },
                trend: 'worse' as const,
              },
            }
          : { dimension, now },
      ),
      issues: report.issues.map((issue) => ({ ...issue, figures: low(true) })),
    },
    'report-of-a-manager': {
      ...reportOfPart,
      scope: { people: 124 },
      warnings: [reportWarnings.withheld(5), reportWarnings.lowResponse(['Excel', '新任经理训练营'])],
      completion: { now: report.completion.now, before: 'hidden' },
      satisfaction: { now: 'hidden', before: 'none', trend: 'unknown' },
    },
    'report-of-a-department': {
      ...reportOfPart,
      scope: { department: '销售部' },
      others: ['王芳', '客服部'],
    },
    // The first there is: nothing to compare with.
    'report-of-the-first': {
      ...report,
      trainings: { ...report.trainings, before: 0 },
      completion: { now: report.completion.now, before: 'none' },
      satisfaction: { now: report.satisfaction.now, before: 'none', trend: 'unknown' },
      dimensions: report.dimensions.map(({ dimension, now }) => ({
        dimension,
        now,
        before: 'none' as const,
        trend: 'unknown' as const,
      })),
    },
    'report-of-no-training': {
      ...report,
      empty: true,
      trainings: { now: 0, before: report.trainings.before },
      dimensions: [],
      list: [],
      issues: [],
      moreIssues: 0,
      improvements: { open: 0, done: 0, overdue: 0 },
    },
    'report-empty': emptyReport('open', { warnings: report.warnings }),
    'report-empty-over': emptyReport('missed', { over: true, today: '2026-10-09', warnings: [] }),
  }),
  ...samples(statusCard, {
    status,
    'status-empty': { ...status, rounds: [] },
    'status-few': {
      ...status,
      rounds: status.rounds.map(({ funnel, ...round }) => ({
        ...round,
        ...(funnel === undefined
          ? {}
          : {
              funnel: {
                ...funnel,
                enrolled: 7,
                matched: 6,
                reachable: 5,
                delivered: 5,
                progress: { roughly: 'most' as const },
              },
            }),
      })),
    },
  }),
  ...samples(pendingCard, {
    pending: pendingSample as unknown as PendingView,
    'pending-nothing': { visits: [] },
    'pending-of-a-deputy': { visits: [], standsInFor: ['周敏', 'Mara'] },
  }),
  ...samples(helpCard, { help: helpSample }),
  ...samples(peopleByReasonCard, { 'people-by-reason': peopleSample }),
  ...samples(rosterGapsCard, {
    'roster-gaps': { training: 'Excel 数据分析（第 3 期）', groups: peopleSample.groups },
  }),
  ...samples(unreachableCard, {
    unreachable: {
      groups: [
        { ...because('not-connected'), people: [{ name: '李娜', email: 'li.na@example.com' }] },
        {
          ...because('blocked-by-recipient'),
          people: Array.from({ length: 32 }, (_, index) => ({
            name: `Trainee ${index}`,
            email: `trainee${index}@example.com`,
          })),
        },
      ],
    },
  }),
  ...samples(damagedAnswersCard, {
    'damaged-answers': {
      training: 'Excel 数据分析（第 3 期）',
      questionnaire: { zh: '初步印象', en: 'First impressions' },
      pages: 3,
    },
    'damaged-answers-one': {
      training: 'Excel 数据分析（第 3 期）',
      questionnaire: { zh: '初步印象', en: 'First impressions' },
      pages: 1,
    },
  }),
  ...samples(trainingCancelledCard, { 'training-cancelled': { training: 'Excel 数据分析（第 3 期）' } }),
  ...samples(stuckRoundCard, {
    'stuck-round': {
      training: 'Excel 数据分析（第 3 期）',
      questionnaire: { zh: '初步印象', en: 'First impressions' },
      dueDate: '2026-12-04',
      stage: 'over',
    },
    'stuck-round-unopened': {
      training: 'Excel 数据分析（第 3 期）',
      questionnaire: { zh: '初步印象', en: 'First impressions' },
      dueDate: '2026-12-04',
      stage: 'unopened',
    },
    'stuck-round-disturbed': {
      training: 'Excel 数据分析（第 3 期）',
      questionnaire: { zh: '初步印象', en: 'First impressions' },
      dueDate: '2026-12-04',
      stage: 'open',
    },
  }),
  ...samples(notAttendedCard, {
    'not-attended': { name: '孙丽', training: 'Excel 数据分析（第 3 期）', isTakenBack: false },
    'not-attended-taken-back': { name: '孙丽', training: 'Excel 数据分析（第 3 期）', isTakenBack: true },
  }),
  ...samples(deputyCard, {
    deputy: {
      name: '周敏',
      days: { from: '2026-12-01', until: '2026-12-10' },
      roles: [
        appointmentName({ role: 'trainingStaff' }),
        appointmentName({ role: 'departmentHead', department: '销售部' }),
      ],
    },
    'deputy-over': { name: '周敏', roles: [] },
  }),
  ...samples(leavingCard, {
    leaving,
    'leaving-nothing-left': {
      ...leaving,
      visits: 0,
      improvements: 0,
      standsInFor: 0,
      roles: [],
      hasDeputy: false,
    },
  }),
  ...samples(accountQuestionCard, {
    'account-question': whoseAccount,
    'account-question-left': {
      ...whoseAccount,
      why: 'has-left',
      people: [{ ...liWei, roles: [], hasLeft: true, given: ['li.wei@example.com'] }],
    },
    'account-question-guest': { ...whoseAccount, why: 'guest', people: [] },
    'account-question-two-people': {
      ...whoseAccount,
      why: 'two-people',
      people: [liWei, { ...liWei, person: 'other' as PersonId, name: 'Wei Li' }],
    },
    'account-question-also-of': {
      ...whoseAccount,
      why: 'also-of',
      owner: { name: '周敏', email: 'zhou.min@example.com' },
    },
    'account-question-same': {
      ...whoseAccount,
      answer: { said: 'same', by: '周敏', person: 'person' as PersonId },
    },
    'account-question-another': {
      ...whoseAccount,
      answer: { said: 'another', by: '周敏', person: 'person' as PersonId },
    },
  }),
  ...samples(accountsCard, {
    accounts: {
      accounts: Array.from({ length: 7 }, (_, n) => ({
        account: `tenant/${n}` as AccountKey,
        name: `李伟 ${n}`,
        addresses: [`li.wei${n}@example.com`],
      })),
    },
  }),
  ...samples(leftCard, { left: leaving }),
  ...samples(returnedCard, { returned: leaving }),
  ...samples(sameCard, {
    same,
    'same-nothing-shared': {
      ...same,
      trainings: 0,
      rounds: 0,
      answeredTwice: 0,
      improvements: 0,
      roles: [],
      accounts: ['li.wei@example.com'],
    },
    'same-without-accounts': { ...same, trainings: 1, rounds: 1, answeredTwice: 0, accounts: [] },
  }),
  ...samples(sameDoneCard, { 'same-done': same }),
  ...samples(sameLeftCard, { 'same-left': same }),
  ...samples(noticeCard, { notice: noticeSample }),
];
