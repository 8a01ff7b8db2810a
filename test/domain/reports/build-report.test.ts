import { beforeEach, describe, expect, it } from 'vitest';
import { hidden } from '../../../src/domain/analysis/told.ts';
import type { Round } from '../../../src/domain/followups/round.ts';
import type { Visit } from '../../../src/domain/followups/visit.ts';
import { recogniseIssues } from '../../../src/domain/issues/recognise.ts';
import type { ImprovementId, PersonId, TrainingCode } from '../../../src/domain/kernel/ids.ts';
import { defaultSettings as settings } from '../../../src/domain/kernel/settings.ts';
import { buildReport } from '../../../src/domain/reports/build-report.ts';
import { type Period, quarterPeriod, yearPeriod } from '../../../src/domain/reports/period.ts';
import { readableComments } from '../../../src/domain/reports/readable-comments.ts';
import type { ReportScope } from '../../../src/domain/reports/report.ts';
import type { Enrolment } from '../../../src/domain/trainings/enrolment.ts';
import { anImprovement, aTraining } from '../../store/samples.ts';
import {
  buildRound,
  buildVisit,
  endOf,
  frozenAt,
  keys as responseKeys,
  resultOf,
  type Trainee,
} from '../../support/build-round.ts';
import { byTest } from '../../support/by-test.ts';
import { questionnaires } from '../../support/questionnaires.ts';
import { useTestStores } from '../../support/use-test-stores.ts';

const q2 = quarterPeriod(2026, 2);
const q3 = quarterPeriod(2026, 3);
const all: ReportScope = { kind: 'all' };
const mo: ReportScope = { kind: 'manager', person: 'mo' as PersonId };

const exactly = (value: number) => ({ least: value, most: value });
const stores = useTestStores();
let used = 0;

/** Trainees named `first`, `first+1` …, all of them saying the same. */
const group = (count: number, overall: number | undefined, more: Trainee = {}, first = 0): Trainee[] =>
  Array.from({ length: count }, (_, index) => ({
    person: `p${first + index}`,
    ...(overall === undefined ? {} : { answers: { 'd5-overall': overall } }),
    ...more,
  }));

/** Puts a round with its trainees into the stores: frozen with its issues when closed. */
const given = async (round: Round, trainees: readonly Trainee[], course?: string) => {
  const { rounds, visits, results, issues, trainings } = stores();
  const late = round.dueAt.getTime() - endOf(round.dueDate).getTime();
  const dueDate = moved(round.dueDate);
  const stored = { ...round, dueDate, dueAt: new Date(endOf(dueDate).getTime() + late) };
  const training = aTraining({
    code: round.training,
    title: round.training,
    course: course ?? round.training,
  });
  await trainings.save(training, byTest);
  await rounds.plan(stored, byTest);
  if (round.state === 'planned') return;
  const opened = trainees.map((trainee, index) => buildVisit(stored, trainee, index));
  await visits.open(opened);
  for (const visit of opened)
    await enrol(visit, visit.manager === undefined ? {} : { manager: visit.manager });
  if (round.state !== 'closed') return;
  const result = resultOf(trainees, stored);
  await results.freeze(result, []);
  await issues.raise(recogniseIssues(result, training.course, questionnaires, settings, frozenAt), byTest);
};

/** On the roster as it stands now: as this visit says, or as was corrected since. */
const enrol = ({ training, person, department }: Visit, corrected: Partial<Enrolment> = {}) =>
  stores().trainings.enrol({ training, person, department, withdrawn: false, ...corrected }, byTest);

// Every test has years of its own in the one database.
const moved = (date: string): string => `${Number(date.slice(0, 4)) + used}${date.slice(4)}`;
const movedPeriod = (period: Period): Period =>
  period.kind === 'year' ? yearPeriod(period.year + used) : quarterPeriod(period.year + used, period.quarter);
const code = (name: string): string => `${name}-${used}`;
const report = (period: Period, scope: ReportScope, today = '2026-08-20') =>
  buildReport(
    { ...stores(), questionnaires, responseKeys },
    movedPeriod(period),
    scope,
    settings,
    moved(today),
  );
const round = (name: string, changes: Partial<Round> = {}): Round =>
  buildRound({ code: code(name), ...changes });

beforeEach(() => {
  used += 10;
});

describe('the report of a period', () => {
  it('takes the rounds whose due day lies in it, first and last day included', async () => {
    await given(round('first', { dueDate: '2026-07-01' }), group(5, 5));
    await given(round('last', { dueDate: '2026-09-30' }), group(5, 5));
    await given(round('early', { dueDate: '2026-06-30' }), group(5, 5));
    await given(round('late', { dueDate: '2026-10-01' }), group(5, 5));
    const { trainings, before } = await report(q3, all);
    expect(trainings.map(({ training }) => training.code)).toEqual([code('first'), code('last')]);
    expect(before).toEqual(movedPeriod(q2));
  });

  it('a round belongs to the quarter of its due day in the organisation’s zone, wherever its training was', async () => {
    // The end of the day in New York and in Auckland is noon of the next day and 20:00 in Shanghai.
    const endedAt = (dueDate: string, dueAt: string) => ({ dueDate, dueAt: new Date(dueAt) });
    await given(round('west', endedAt('2026-06-30', '2026-07-01T00:00:00-04:00')), group(5, 5));
    await given(round('east', endedAt('2026-06-30', '2026-07-01T00:00:00+12:00')), group(5, 5));
    await given(round('far-west', endedAt('2026-09-30', '2026-10-01T00:00:00-11:00')), group(5, 1));
    const codes = async (period: Period) =>
      (await report(period, all)).trainings.map(({ training }) => training.code);
    expect(await codes(q2)).toEqual([code('east')]);
    expect(await codes(q3)).toEqual([code('west')]);
    expect(await codes(quarterPeriod(2026, 4))).toEqual([code('far-west')]);
    const { people, peopleBefore, satisfaction, satisfactionBefore } = await report(q3, all);
    expect([people, peopleBefore]).toEqual([
      { due: 5, answered: 5, excused: 0 },
      { due: 5, answered: 5, excused: 0 },
    ]);
    expect([satisfaction?.amount.people, satisfactionBefore?.amount.people]).toEqual([5, 5]);
    // The same people in both quarters: once in each.
    expect((await report(yearPeriod(2026), all)).people).toEqual({ due: 15, answered: 15, excused: 0 });
  });

  it('tells in words how far nine people are while their round is open, and ten in numbers', async () => {
    for (const [name, count] of [
      ['nine', 9],
      ['ten', 10],
    ] as const)
      await given(round(name, { state: 'open' }), group(count, undefined));
    const { trainings } = await report(q3, all);
    expect(trainings.map(({ rounds }) => rounds[0]?.people)).toEqual([
      { roughly: 'none' },
      { due: 10, answered: 0, excused: 0 },
    ]);
  });

  it('counts people once however many visits they had; one answer is enough', async () => {
    await given(round('a'), [...group(6, 5), ...group(2, undefined, {}, 6)]);
    await given(round('a', { kind: 'T2' }), [
      ...group(6, undefined),
      ...group(1, 5, {}, 6),
      ...group(1, undefined, {}, 7),
    ]);
    expect(await report(q3, all)).toMatchObject({ people: { due: 8, answered: 7, excused: 0 } });
  });

  it('excused is who was excused from every visit; who withdrew from the training is not due', async () => {
    const onLeave: Trainee = { visit: { state: 'excused', excuse: 'on-leave' } };
    await given(round('a'), [
      ...group(6, 5),
      ...group(2, undefined, onLeave, 6),
      ...group(1, undefined, { visit: { state: 'excused', excuse: 'withdrawn' } }, 8),
    ]);
    await given(round('b'), [...group(1, undefined, {}, 7), ...group(1, 4, onLeave, 0)]);
    expect((await report(q3, all)).people).toEqual({ due: 8, answered: 6, excused: 1 });
  });

  it('of an open round tells completion alone', async () => {
    await given(round('a', { state: 'open' }), group(12, 1));
    const { people, satisfaction, dimensions, issues, trainings } = await report(q3, all);
    expect(people).toEqual({ due: 12, answered: 12, excused: 0 });
    expect({ satisfaction, dimensions, issues }).toEqual({
      satisfaction: undefined,
      dimensions: [],
      issues: [],
    });
    expect(trainings[0]?.rounds[0]?.people).toEqual({ due: 12, answered: 12, excused: 0 });
  });

  it('of fewer than ten people tells in a word how far an open round is, as it was when the day began', async () => {
    const on = (day: string): Trainee => ({ visit: { answeredOn: moved(day) } });
    await given(round('a', { state: 'open' }), [
      ...group(3, 5, on('2026-08-19')),
      ...group(3, 5, on('2026-08-20'), 3),
    ]);
    expect((await report(q3, all, '2026-08-19')).people).toEqual({ roughly: 'none' });
    expect((await report(q3, all, '2026-08-20')).people).toEqual({ roughly: 'some' });
    const { people, trainings } = await report(q3, all, '2026-08-21');
    expect([people, trainings[0]?.rounds[0]?.people]).toEqual([{ roughly: 'all' }, { roughly: 'all' }]);
  });

  it('tells no completion of a period that would, less that of one round, be one of fewer than five', async () => {
    await given(round('a'), group(20, 5));
    expect((await report(q3, all)).people).toMatchObject({ due: 20 });
    await given(round('b'), [...group(6, 5, {}, 10), ...group(4, 5, {}, 20)]);
    const { people, trainings } = await report(q3, all);
    expect(people).toBe(hidden);
    expect(trainings.map(({ rounds }) => rounds[0]?.people)).toMatchObject([{ due: 20 }, { due: 10 }]);
    await given(round('c'), group(5, 5, {}, 24));
    expect((await report(q3, all)).people).toMatchObject({ due: 29 });
  });

  it('of a closed round whose result may still be revised tells completion alone', async () => {
    await given(round('a', { announced: false }), group(8, 5));
    expect(await report(q3, all)).toMatchObject({
      people: { answered: 8 },
      satisfaction: undefined,
      dimensions: [],
    });
  });

  it('shows rounds that were missed, without people', async () => {
    await given(round('a', { state: 'missed' }), []);
    const { trainings, people } = await report(q3, all);
    expect(trainings[0]?.rounds[0]).toMatchObject({ round: { state: 'missed' }, people: undefined });
    expect(people).toMatchObject({ due: 0 });
  });

  it('adds up trainings and compares with the period before', async () => {
    await given(round('old', { dueDate: '2026-05-01' }), group(40, 2));
    await given(round('a'), group(20, 5));
    await given(round('b'), group(20, 4, {}, 20));
    const { satisfaction, satisfactionBefore, satisfactionChange, dimensions } = await report(q3, all);
    expect(satisfaction?.amount).toMatchObject({ satisfied: exactly(40), answers: 40 });
    expect(satisfaction?.interval?.low).toBeCloseTo(0.912, 3);
    // So low that it is told as a limit: three of forty at most.
    expect(satisfactionBefore).toMatchObject({
      amount: { satisfied: { least: 0, most: 3 } },
      interval: undefined,
    });
    expect(satisfactionChange?.verdict).toBe('better');
    expect(dimensions).toMatchObject([
      { dimension: 'D5', score: exactly(4.5), n: 40, comparison: { before: exactly(2), now: exactly(4.5) } },
    ]);
  });

  it('one person’s answers of several rounds are one person’s: n and interval go by people, the share by answers', async () => {
    await given(round('a'), group(20, 5));
    await given(round('a', { kind: 'T2' }), group(20, 5));
    await given(round('b'), group(10, 5));
    const { satisfaction } = await report(q3, all);
    expect(satisfaction?.amount).toMatchObject({ answers: 50, people: 20, satisfied: exactly(50) });
    // Ten of the twenty answered three times, ten twice: as good as 50² ÷ (10·9 + 10·4) = 19.2 people.
    expect(satisfaction?.amount.weight).toBe(19);
  });

  it('whoever was found to be one person after two rounds had closed is one person in n and interval', async () => {
    const ten = (name: string) => group(10, 4).map((one, index) => ({ ...one, person: `${name}${index}` }));
    await given(round('a', { dueDate: '2026-07-10' }), ten('b'));
    await given(round('b', { dueDate: '2026-07-20' }), ten('p'));
    expect((await report(q3, all)).satisfaction?.amount.people).toBe(20);
    for (const { id, person } of await stores().visits.ofRound(round('a').id))
      await stores().visits.passTo(id, person.replace('b', 'p') as PersonId, byTest);
    const { people, satisfaction } = await report(q3, all);
    expect(people).toEqual({ due: 10, answered: 10, excused: 0 });
    expect(satisfaction?.amount).toMatchObject({ people: 10, answers: 20 });
  });

  it('tells no completion of a year of which one quarter may not be told', async () => {
    await given(round('x', { dueDate: '2026-02-10' }), group(12, 4));
    await given(round('y', { dueDate: '2026-07-10' }), group(20, 4));
    expect((await report(yearPeriod(2026), all, '2026-12-20')).people).toMatchObject({ due: 32 });
    await given(round('z', { dueDate: '2026-07-20' }), group(22, 4));
    expect((await report(q3, all, '2026-12-20')).people).toBe(hidden);
    expect((await report(yearPeriod(2026), all, '2026-12-20')).people).toBe(hidden);
  });

  it('a manager’s report counts their own people once, too', async () => {
    const own: Trainee = { manager: 'mo' };
    for (const kind of ['T1', 'T2'] as const)
      await given(round('a', { kind }), [...group(6, 5, own), ...group(9, 5, {}, 10)]);
    expect((await report(q3, mo)).satisfaction?.amount).toMatchObject({ answers: 12, people: 6, weight: 6 });
    expect((await report(q3, all)).satisfaction?.amount).toMatchObject({
      answers: 30,
      people: 15,
      weight: 15,
    });
  });

  it('says nothing about change where there is nothing before, or other questions were asked', async () => {
    await given(round('old', { dueDate: '2026-05-01' }), group(9, undefined, { answers: { 'd1-depth': 2 } }));
    await given(round('a'), group(9, undefined, { answers: { 'd1-current': 5, 'd5-overall': 5 } }));
    const { dimensions, satisfactionChange } = await report(q3, all);
    expect(dimensions).toMatchObject([
      { dimension: 'D1', score: exactly(5), comparison: undefined },
      { dimension: 'D5', comparison: undefined },
    ]);
    expect(satisfactionChange).toBeUndefined();
  });

  it('rounds with too few answers add nothing, so no difference of reports tells about them', async () => {
    await given(round('a'), group(8, 5));
    const without = await report(yearPeriod(2026), all);
    await given(round('small'), group(4, 1, {}, 20));
    const withIt = await report(yearPeriod(2026), all);
    expect(withIt.satisfaction).toEqual(without.satisfaction);
    expect(withIt.dimensions).toEqual(without.dimensions);
    expect(withIt.roundsTooSmall).toBe(1);
    // Less the first round it would be the small one’s.
    expect(withIt.people).toBe(hidden);
  });

  it('recommendation and scrap come from T2', async () => {
    const answers = { 'd5-recommend': 10, 'd4-share-applied': 60 };
    await given(round('a', { kind: 'T2' }), group(5, undefined, { answers }));
    const { nps, scrap, definitions } = await report(q3, all);
    expect({ nps, scrap }).toEqual({
      nps: { value: exactly(100), n: 5 },
      scrap: { value: exactly(40), n: 5 },
    });
    expect(definitions).toEqual(expect.arrayContaining(['nps', 'scrap', 'completion', 'threshold']));
  });

  it('warns when fewer than 60 % of those due in closed rounds answered', async () => {
    await given(round('a'), [...group(5, 5), ...group(4, undefined, {}, 5)]);
    expect((await report(q3, all)).lowResponse).toBe(true);
    await given(round('b'), group(9, 5));
    expect((await report(q3, all)).lowResponse).toBe(false);
    await given(round('c', { state: 'open' }), group(30, undefined, {}, 50));
    expect((await report(q3, all)).lowResponse).toBe(false);
  });

  it('lists the five worst issues and how improvements stand', async () => {
    const keys = ['d1-depth', 'd1-breadth', 'd1-current', 'd3-modes', 'd3-length', 'd3-slots'];
    const answers = Object.fromEntries(keys.map((key, index) => [key, index < 3 ? 1 : 3]));
    const a = round('a');
    await given(a, group(6, undefined, { answers }));
    const raised = await stores().issues.ofRound(a.id);
    const improve = async (index: number, dueDate: string) => {
      const issue = raised[index];
      if (issue === undefined) throw new Error('no issue');
      await stores().improvements.assign(
        {
          id: `improvement-${used}-${index}` as ImprovementId,
          issue: issue.id,
          round: a.id,
          training: code('a') as TrainingCode,
          owner: 'olga' as PersonId,
          measure: 'Shorter days',
          dueDate: moved(dueDate),
          assignedBy: 'staff' as PersonId,
          assignedAt: frozenAt,
          state: 'assigned',
          steps: [],
          remindersDone: 0,
        },
        byTest,
      );
    };
    await improve(0, '2026-08-19');
    await improve(1, '2026-08-20');
    await improve(2, '2026-08-01');
    const done = { at: frozenAt, by: 'olga' as PersonId, state: 'done' } as const;
    await stores().improvements.step(`improvement-${used}-2` as ImprovementId, done, byTest);
    const { issues, issueCount, improvements } = await report(q3, all);
    expect(issues.map(({ mean }) => mean)).toEqual([13 / 6, 13 / 6, 13 / 6, 3, 3]);
    expect(issues[0]).toMatchObject({
      n: 6,
      // Everybody said 1: it is told that two of six are satisfied at most.
      satisfaction: 2 / 6,
      atMost: { satisfied: 2, mean: true },
      improvement: { owner: 'olga' },
      issue: { state: 'open' },
    });
    expect(issueCount).toBe(6);
    expect(improvements).toEqual({ open: 1, overdue: 1, done: 1 });
  });

  it('names an issue once for each round of the period that speaks of it, with that round’s figures', async () => {
    const weak = (count: number, score: number) =>
      group(count, undefined, { answers: { 'd1-depth': score } });
    await given(round('before', { dueDate: '2026-06-30' }), weak(5, 1), code('course'));
    await given(round('a'), weak(6, 2), code('course'));
    await given(round('b'), weak(7, 3), code('course'));
    const { issues, issueCount } = await report(q3, all);
    const [raised, ...others] = await stores().issues.ofRounds([round('a').id, round('b').id]);
    expect(others).toEqual([]);
    const issue = { id: raised?.id, state: 'open' };
    expect(issues.map(({ training, mean, n, issue }) => [training, mean, n, issue])).toEqual([
      [code('a'), 13 / 6, 6, issue],
      [code('b'), 3, 7, issue],
    ]);
    expect(issueCount).toBe(2);
  });

  it('shows the improvement of an issue in every round that speaks of it, and counts it where it was raised', async () => {
    const weak = group(5, undefined, { answers: { 'd1-depth': 1 } });
    const first = round('first', { dueDate: '2026-06-30' });
    await given(first, weak, code('course'));
    await given(round('again'), weak, code('course'));
    const [raised] = await stores().issues.ofRound(first.id);
    if (raised === undefined) throw new Error('no issue');
    await stores().improvements.assign(
      anImprovement({ id: `${used}` as ImprovementId, issue: raised.id, round: first.id }),
      byTest,
    );
    expect((await report(q3, all)).issues).toMatchObject([{ improvement: { issue: raised.id } }]);
    expect((await report(q3, all)).improvements).toEqual({ open: 0, overdue: 0, done: 0 });
    expect((await report(q2, all)).improvements).toEqual({ open: 0, overdue: 1, done: 0 });
  });
});

describe('a manager’s report', () => {
  const own: Trainee = { manager: 'mo' };

  it('is about their own people', async () => {
    await given(round('a'), [...group(4, 4, own), ...group(2, 1, own, 4), ...group(9, 5, {}, 10)]);
    await given(round('others'), group(9, 5, {}, 10));
    const { trainings, people, satisfaction, issues } = await report(q3, mo);
    expect(trainings.map(({ training }) => training.code)).toEqual([code('a')]);
    expect(people).toEqual({ due: 6, answered: 6, excused: 0 });
    expect(satisfaction?.amount).toMatchObject({ satisfied: exactly(4), answers: 6 });
    // Everybody together is satisfied enough to raise no issue; these people are not.
    expect(issues).toMatchObject([{ key: 'd5-overall', mean: 3, n: 6 }]);
    expect(issues[0]?.issue).toBeUndefined();
    expect(JSON.stringify(issues)).not.toContain('rule');
  });

  it('shows nothing of fewer than five of their people, nor when the others are fewer than five', async () => {
    await given(round('few'), [...group(4, 1, own), ...group(9, 5, {}, 10)]);
    await given(round('rest'), [...group(6, 1, own), ...group(2, 5, {}, 10)]);
    const found = await report(q3, mo);
    expect(found).toMatchObject({ people: hidden, satisfaction: undefined, dimensions: [], issues: [] });
    expect(found.trainings.flatMap(({ rounds }) => rounds.map(({ people }) => people))).toEqual([
      hidden,
      hidden,
    ]);
    expect(found.roundsTooSmall).toBe(2);
  });

  it('they read comments of a round only if figures of their own people are shown in it', async () => {
    await given(round('few'), [...group(4, 4, own), ...group(9, 5, {}, 10)]);
    await given(round('enough'), [...group(6, 4, own), ...group(9, 5, {}, 10)]);
    const person = { id: 'mo', email: 'mo@example.com', name: 'Mo', standing: [], seats: [] } as never;
    const asking = { person, roles: new Set(['manager'] as const), standsInFor: [] };
    const clock = { now: () => new Date('2026-09-01T09:00:00+08:00') };
    const deps = { ...stores(), questionnaires, responseKeys, settings, clock };
    expect(await readableComments(deps, asking, round('few').id)).toBeUndefined();
    expect(await readableComments(deps, asking, round('enough').id)).toMatchObject({ ofPart: true });
  });

  it('of an open round hides the completion of too few people as well', async () => {
    await given(round('a', { state: 'open' }), [...group(4, 5, own), ...group(9, 5, {}, 10)]);
    expect((await report(q3, mo)).people).toBe(hidden);
    await given(round('b', { state: 'open' }), [...group(5, 5, own), ...group(9, 5, {}, 10)]);
    const { people, trainings } = await report(q3, mo);
    expect(people).toBe(hidden);
    expect(trainings.map(({ rounds }) => rounds[0]?.people)).toEqual([hidden, { roughly: 'all' }]);
    await given(round('c', { state: 'open' }), [...group(10, 5, own), ...group(10, 5, {}, 20)]);
    expect((await report(q3, mo)).trainings.at(-1)?.rounds[0]?.people).toMatchObject({ due: 10 });
  });

  it('has nothing to show to somebody whose people were not trained', async () => {
    await given(round('a'), group(9, 5));
    expect(await report(q3, mo)).toMatchObject({
      trainings: [],
      people: { due: 0 },
      satisfaction: undefined,
    });
  });
});

describe('whose people they are is said by the roster of today', () => {
  const own: Trainee = { manager: 'mo' };
  const na: ReportScope = { kind: 'manager', person: 'na' as PersonId };
  const nothing = { trainings: [], people: { due: 0 }, satisfaction: undefined };
  const correct = async (closed: Round, corrected: Partial<Enrolment>, most = Infinity) => {
    const of = (await stores().visits.ofRound(closed.id)).filter(({ manager }) => manager === 'mo');
    for (const visit of of.slice(0, most)) await enrol(visit, corrected);
  };
  const toNa = { manager: 'na' as PersonId };

  it('a manager who was corrected sees nothing of them any more, and who is named instead all of it', async () => {
    const closed = round('a');
    await given(closed, [...group(6, 4, own), ...group(9, 5, {}, 10)]);
    const before = await report(q3, mo);
    await correct(closed, toNa);
    expect(await report(q3, mo)).toMatchObject(nothing);
    expect(await report(q3, na)).toEqual({ ...before, scope: na });
  });

  it('people who were counted with others are shown to neither manager, before they would be to the wrong one', async () => {
    const closed = round('a');
    await given(closed, [...group(14, 4, own), ...group(9, 5, {}, 20)]);
    await correct(closed, toNa, 6);
    for (const scope of [mo, na]) {
      const { people, satisfaction, trainings, roundsTooSmall } = await report(q3, scope);
      expect([people, satisfaction, roundsTooSmall]).toEqual([hidden, undefined, 1]);
      expect(trainings.map(({ rounds }) => rounds.map((one) => one.people))).toEqual([[hidden]]);
    }
    await correct(closed, { manager: 'mo' as PersonId });
    expect((await report(q3, mo)).people).toEqual({ due: 14, answered: 14, excused: 0 });
  });

  it('two managers’ people who have one manager by now were counted apart, and are not added up', async () => {
    const closed = round('a');
    await given(closed, [...group(6, 4, own), ...group(9, 5, { manager: 'na' }, 10)]);
    await correct(closed, toNa);
    expect(await report(q3, na)).toMatchObject({ people: hidden, satisfaction: undefined });
    expect(await report(q3, mo)).toMatchObject(nothing);
  });

  it('somebody who withdrew after the round closed was counted, and still is', async () => {
    const closed = round('a');
    await given(closed, [...group(6, 4, own), ...group(9, 5, {}, 10)]);
    await correct(closed, { manager: 'mo' as PersonId, withdrawn: true }, 1);
    expect((await report(q3, mo)).people).toEqual({ due: 6, answered: 6, excused: 0 });
  });

  it('the same is true of departments', async () => {
    const closed = round('a');
    await given(closed, [...group(6, 4, { ...own, department: `Old ${used}` }), ...group(9, 5, {}, 10)]);
    const scope = (name: string): ReportScope => ({ kind: 'department', department: `${name} ${used}` });
    expect((await report(q3, scope('Old'))).people).toMatchObject({ due: 6 });
    await correct(closed, { department: `New ${used}` });
    expect(await report(q3, scope('Old'))).toMatchObject(nothing);
    expect((await report(q3, scope('New'))).people).toMatchObject({ due: 6 });
  });
});
