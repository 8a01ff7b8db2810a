import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { askOnceMore } from '../../../src/domain/followups/ask-once-more.ts';
import { correctRounds } from '../../../src/domain/followups/correct-rounds.ts';
import { followUpRules } from '../../../src/domain/followups/follow-up-rules.ts';
import { movedRound } from '../../../src/domain/followups/moved-round.ts';
import { instructorsOf, openRounds } from '../../../src/domain/followups/open-rounds.ts';
import { planRounds } from '../../../src/domain/followups/plan-rounds.ts';
import type { Round } from '../../../src/domain/followups/round.ts';
import type { Visit } from '../../../src/domain/followups/visit.ts';
import { type PersonId, visitId } from '../../../src/domain/kernel/ids.ts';
import { defaultSettings } from '../../../src/domain/kernel/settings.ts';
import { createWorkingCalendar } from '../../../src/domain/kernel/working-calendar.ts';
import { createQuestionnaires } from '../../../src/domain/questionnaires/registry.ts';
import { buildReport } from '../../../src/domain/reports/build-report.ts';
import { quarterPeriod } from '../../../src/domain/reports/period.ts';
import { answerPage } from '../../../src/domain/responses/answer-page.ts';
import { createResponseKeys } from '../../../src/domain/responses/response-keys.ts';
import { openVisit } from '../../../src/domain/responses/visit-page.ts';
import { announceResults } from '../../../src/domain/sequels/announce-results.ts';
import { closeRounds } from '../../../src/domain/sequels/close-rounds.ts';
import { aRound, aTraining, at, aVisit, code } from '../../store/samples.ts';
import { byTest } from '../../support/by-test.ts';
import { cameTo } from '../../support/came-to.ts';
import { questionnaires, t1 } from '../../support/questionnaires.ts';
import { useTestStores } from '../../support/use-test-stores.ts';

const stores = useTestStores();

/** What use cases work with, at this moment of the product's clock. */
const depsAt = (moment: string, known = questionnaires) => ({
  ...stores(),
  clock: { now: () => new Date(moment) },
  settings: defaultSettings,
  calendar: createWorkingCalendar('weekdays'),
  questionnaires: known,
  responseKeys: createResponseKeys('a secret of at least thirty-two characters'),
  pause: async () => {},
  closingPauseMs: 0,
});
const planned = async (name: string) => (await stores().rounds.ofTraining(code(name))).map(({ id }) => id);

describe('the follow-up plan', () => {
  it('has a first and a second round after a short training', async () => {
    await stores().trainings.save(aTraining({ code: code('short') }), byTest);
    await planRounds(depsAt('2026-03-01T00:00Z'), code('short'), byTest);
    expect(await planned('short')).toEqual(['short/T1/1', 'short/T2/1']);
  });

  it('counts the rounds of a kind from one, and has missed only those whose last day is over', async () => {
    await stores().trainings.save(aTraining({ code: code('late'), end: '2026-03-06' }), byTest);
    // Between the opening of the first round and its last day.
    await planRounds(depsAt('2026-03-16T00:00Z'), code('late'), byTest);
    const rounds = await stores().rounds.ofTraining(code('late'));
    expect(rounds.map(({ kind, occurrence, state }) => [kind, occurrence, state])).toEqual([
      ['T1', 1, 'planned'],
      ['T2', 1, 'planned'],
    ]);
    await stores().trainings.save(aTraining({ code: code('too late'), end: '2026-03-06' }), byTest);
    await planRounds(depsAt('2026-03-22T00:00Z'), code('too late'), byTest);
    const [first] = await stores().rounds.ofTraining(code('too late'));
    expect(first?.state).toBe('missed');
  });

  it('has no round of a kind that has nothing to ask', async () => {
    await stores().trainings.save(
      aTraining({ code: code('long'), length: 'long', end: '2026-09-30' }),
      byTest,
    );
    await planRounds(depsAt('2026-03-01T00:00Z'), code('long'), byTest);
    expect(await planned('long')).toEqual([]);
  });

  it('lets a round wait whose questionnaire was taken away, and opens the others', async () => {
    const both = ['waits', 'opens'].map((name) =>
      aTraining({ code: code(name), mode: name === 'waits' ? 'online' : 'classroom' }),
    );
    for (const training of both) {
      await stores().trainings.save(training, byTest);
      await planRounds(depsAt('2026-03-01T00:00Z'), training.code, byTest);
    }
    const left = createQuestionnaires([{ ...t1, for: { kind: 'T1', mode: 'classroom' } }]);
    const [waiting, opening] = await Promise.all(
      both.map(async ({ code: of }) => (await stores().rounds.ofTraining(of))[0]),
    );
    const moment = new Date(Math.max(waiting?.opensAt.getTime() ?? 0, opening?.opensAt.getTime() ?? 0));
    await openRounds(depsAt(moment.toISOString(), left));
    const states = await stores().rounds.byIds([waiting, opening].flatMap((one) => one?.id ?? []));
    expect(states.map(({ id, state }) => [id, state])).toEqual([
      ['opens/T1/1', 'open'],
      ['waits/T1/1', 'planned'],
    ]);
  });

  it('takes a new kind for a rule and a questionnaire: it is planned, opened, answered, closed and reported', async () => {
    const known = createQuestionnaires([...questionnaires.all, { ...t1, id: 't3', for: { kind: 'T3' } }]);
    const training = aTraining({
      code: code('modules'),
      length: 'long',
      start: '2026-03-02',
      end: '2026-06-30',
    });
    const label = (number: number) => ({ zh: `模块 ${number}`, en: `Module ${number}` });
    const modules = ['2026-03-31', '2026-04-30'].map((day, index) => ({
      day: Temporal.PlainDate.from(day),
      label: label(index + 1),
    }));
    const rules = { ...followUpRules, T3: { applies: () => true, occasions: () => modules } };
    await stores().trainings.save(training, byTest);
    const people = ['a', 'b', 'c', 'd', 'e'].map((name) => name as PersonId);
    for (const person of people) {
      await stores().trainings.enrol(
        {
          training: training.code,
          person,
          department: 'R&D',
          withdrawn: false,
        },
        byTest,
      );
    }

    await planRounds(depsAt('2026-03-02T00:00Z', known), training.code, byTest, rules);
    const [first, second, ...others] = await stores().rounds.ofTraining(training.code);
    expect(others).toEqual([]);
    if (first === undefined) throw new Error('no round was planned');
    expect(first).toMatchObject({ id: 'modules/T3/1', label: label(1), dueDate: '2026-04-07' });
    expect(second).toMatchObject({ id: 'modules/T3/2', label: label(2), dueDate: '2026-05-07' });

    const open = depsAt('2026-04-01T02:00Z', known);
    await openRounds(open);
    for (const visit of await stores().visits.ofRound(first.id)) {
      for (const page of (await openVisit(open, visit)).pages) {
        const answers = Object.fromEntries(
          page.items.flatMap(({ key, item }) => (item.type === 'rating' ? [[key, '2']] : [])),
        );
        const press = { person: visit.person, visit: visit.id, page: page.id, predecessor: 0, answers };
        await answerPage(open, { ...press, source: 'teams', move: 'save' });
      }
    }
    const over = depsAt('2026-04-08T02:00Z', known);
    await closeRounds(over);
    await announceResults(over);
    const report = await buildReport(
      over,
      quarterPeriod(2026, 2),
      { kind: 'all' },
      defaultSettings,
      '2026-04-08',
    );
    const shown = report.trainings.find((one) => one.training.code === training.code);
    expect(shown?.rounds.map(({ round }) => [round.label, round.state])).toEqual([
      [label(1), 'closed'],
      [label(2), 'planned'],
    ]);
    expect(shown?.rounds[0]?.satisfaction).toMatchObject({
      amount: { answers: 5, satisfied: { least: 0, most: 2 } },
    });
    expect(report.issueCount).toBeGreaterThan(0);
  });
});

/** Everything that may have become of somebody by the time their training is corrected; `ended`: another visit of theirs counts. */
const became = {
  due: {},
  declined: { state: 'declined' },
  'on-leave': { state: 'excused', excuse: 'on-leave' },
  withdrawn: { state: 'excused', excuse: 'withdrawn' },
  ended: { countedAs: visitId(aRound().id, 'due' as PersonId) },
} as const satisfies Record<string, Partial<Visit>>;
const visitsIn = async ({ id: round, training }: Round, changes: Partial<Visit> = {}): Promise<Visit[]> => {
  const visits = Object.entries(became).map(([name, how]) =>
    aVisit({ round, training, person: name as PersonId, ...how, ...changes }),
  );
  await stores().visits.open(visits);
  return visits;
};
/** What is planned to be said of changes, and to whom. */
const changesToldOf = async (visits: readonly Visit[], number: number): Promise<string[]> => {
  const changes = ['moved', 'withdrawn', 'begins'] as const;
  const subjects = visits.flatMap(({ id: visit }) =>
    changes.map((change) => ({ kind: 'visit-change', visit, change, number }) as const),
  );
  return (await stores().deliveries.about(subjects))
    .map(({ subject, recipient }) => `${'person' in recipient ? recipient.person : ''} ${subject.change}`)
    .toSorted();
};

describe('a corrected plan', () => {
  it('has the days that a training has when it takes place after all, not those it was cancelled with', async () => {
    const training = aTraining({ code: code('back') });
    const deps = depsAt('2026-03-01T00:00Z');
    await stores().trainings.save(training, byTest);
    await planRounds(deps, training.code, byTest);
    await correctRounds(deps, { ...training, cancelled: true }, byTest);
    await correctRounds(deps, { ...training, end: '2026-03-09' }, byTest);
    const [first] = await stores().rounds.ofTraining(training.code);
    expect(first).toMatchObject({ state: 'planned', dueDate: '2026-03-23' });
  });

  it('of a cancelled training is news beside its results only where somebody was asked', async () => {
    const told = async (name: string, asked: Partial<Round>) => {
      const training = aTraining({ code: code(name), cancelled: true });
      await stores().rounds.plan(aRound({ training: training.code, ...asked }), byTest);
      await correctRounds(depsAt('2026-03-05T00:00Z'), training, byTest);
      const news = { kind: 'training-cancelled', training: training.code } as const;
      return (await stores().deliveries.about([news])).length;
    };
    expect(await told('nobody asked', {})).toBe(0);
    expect(await told('some asked', { state: 'open', questionnaire: 't1.1' })).toBeGreaterThan(0);
  });

  it('is told to everybody on the list; who is off it hears that and no days, and of a visit that ended for another nobody hears', async () => {
    const training = aTraining({ code: code('moves') });
    const round = aRound({ training: training.code, state: 'open', questionnaire: 't1.1' });
    await stores().rounds.plan(round, byTest);
    const visits = await visitsIn(round);
    await correctRounds(depsAt('2026-03-05T00:00Z'), { ...training, end: '2026-03-04' }, byTest);
    expect(await changesToldOf(visits, 1)).toEqual([
      'declined moved',
      'due moved',
      'on-leave moved',
      'withdrawn withdrawn',
    ]);
  });

  it.each([
    ['closed', { state: 'closed', questionnaire: 't1.1' }],
    ['missed', { state: 'missed', questionnaire: 't1.1' }],
    ['never opened', { state: 'planned' }],
  ] as const)('tells nobody of days of a round that is %s', async (name, changes) => {
    const training = aTraining({ code: code(`days ${name}`) });
    const round = aRound({ training: training.code, ...changes });
    await stores().rounds.plan(round, byTest);
    const visits = await visitsIn(round, { dueAt: at('10T16:00') });
    await correctRounds(depsAt('2026-03-05T00:00Z'), training, byTest);
    expect(await changesToldOf(visits, 1)).toEqual([]);
  });

  it('asks once more whom it waited for, and neither who declined, nor who is excused, nor for a visit that ended', async () => {
    const round = aRound({ training: code('once more'), state: 'open', questionnaire: 't1.1' });
    const visits = await visitsIn(round);
    const invitations = visits.map(
      ({ id: visit, person }) => ({ subject: { kind: 'invitation', visit }, recipient: { person } }) as const,
    );
    const now = at('05T00:00');
    await cameTo(stores(), invitations, now);
    await askOnceMore(depsAt(now.toISOString()), round);
    expect(await changesToldOf(visits, 0)).toEqual(['due begins']);
    const all = await stores().deliveries.about(invitations.map(({ subject }) => subject));
    const again = all.filter(({ state }) => state === 'planned').map(({ recipient }) => recipient);
    expect(again).toEqual([{ person: 'due' }]);
  });
});

describe('an open round that moves', () => {
  const open = aRound({ state: 'open', remindersDone: 0 });
  const moved = (round: Round, planned: Partial<Round>, now: Date) =>
    movedRound(round, { ...round, ...planned }, now, 'Asia/Shanghai');

  it('has had the reminders whose moment is over by its new days, up to this very one', () => {
    const remindAt = [at('04T01:00'), at('05T01:00'), at('06T01:00')];
    const to = { dueAt: at('08T16:00'), remindAt };
    expect(moved(open, to, at('05T01:00'))).toMatchObject({ state: 'open', remindersDone: 2 });
  });

  it('and is over by its new days ends with today, unless it ends by then already', () => {
    const to = { dueAt: at('04T16:00'), dueDate: '2026-03-04' };
    const now = at('10T02:00');
    expect(moved(open, to, now)).toMatchObject({ dueAt: at('10T16:00'), dueDate: '2026-03-10' });
    expect(moved({ ...open, dueAt: at('10T16:00') }, to, now)).toBeUndefined();
    expect(moved({ ...open, dueAt: at('09T16:00') }, to, now)).toBeUndefined();
  });
});

describe('a round whose window has begun', () => {
  it('opens to nobody while its training is cancelled, and is not given up', async () => {
    const training = aTraining({ code: code('cancelled') });
    await stores().trainings.save({ ...training, cancelled: true }, byTest);
    const line = { training: training.code, person: 'ann' as PersonId, department: 'R&D', withdrawn: false };
    await stores().trainings.enrol(line, byTest);
    const round = aRound({ training: training.code });
    await stores().rounds.plan(round, byTest);
    await openRounds(depsAt('2026-03-05T00:00Z'));
    expect(await stores().rounds.byId(round.id)).toMatchObject({ state: 'planned' });
    expect(await stores().visits.ofRound(round.id)).toEqual([]);
  });

  it('leaves out reminders that would come within the gap after its invitations, and no later ones', async () => {
    const training = aTraining({ code: code('opens late') });
    await stores().trainings.save(training, byTest);
    const remindAt = [at('06T01:00'), at('07T01:00'), at('09T01:00')];
    const round = aRound({ training: training.code, remindAt });
    await stores().rounds.plan(round, byTest);
    expect(defaultSettings.reminderGapDays).toBe(2);
    await openRounds(depsAt('2026-03-05T01:00Z'));
    expect(await stores().rounds.byId(round.id)).toMatchObject({ state: 'open', remindersDone: 1 });
  });

  it('asks about an instructor once, however often the roster names them', async () => {
    const training = aTraining({
      instructorEmails: ['one@example.com', 'two@example.com', 'one@example.com'],
    });
    expect((await instructorsOf(stores().people, training)).map(({ name }) => name)).toEqual(['one', 'two']);
  });
});
