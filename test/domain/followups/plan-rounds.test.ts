import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { followUpRules } from '../../../src/domain/followups/follow-up-rules.ts';
import { openRounds } from '../../../src/domain/followups/open-rounds.ts';
import { planRounds } from '../../../src/domain/followups/plan-rounds.ts';
import type { PersonId } from '../../../src/domain/kernel/ids.ts';
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
import { aTraining, code } from '../../store/samples.ts';
import { byTest } from '../../support/by-test.ts';
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
