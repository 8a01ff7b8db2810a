import { expect, test } from 'vitest';
import { openRounds } from '../../../src/domain/followups/open-rounds.ts';
import { planRounds } from '../../../src/domain/followups/plan-rounds.ts';
import type { PersonId } from '../../../src/domain/kernel/ids.ts';
import type { Refusal } from '../../../src/domain/kernel/refusal.ts';
import { defaultSettings } from '../../../src/domain/kernel/settings.ts';
import { createWorkingCalendar } from '../../../src/domain/kernel/working-calendar.ts';
import { isScored } from '../../../src/domain/questionnaires/questionnaire.ts';
import { answerPage } from '../../../src/domain/responses/answer-page.ts';
import { createResponseKeys } from '../../../src/domain/responses/response-keys.ts';
import { resumeVisit } from '../../../src/domain/responses/resume-visit.ts';
import { openVisit } from '../../../src/domain/responses/visit-page.ts';
import { aTraining, code } from '../../store/samples.ts';
import { byTest } from '../../support/by-test.ts';
import { questionnaires } from '../../support/questionnaires.ts';
import { useTestStores } from '../../support/use-test-stores.ts';

const stores = useTestStores();

test('an answer and its visit say by which channel they came; handed in, it shows its closing page while it counts', async () => {
  const deps = {
    ...stores(),
    clock: { now: () => new Date('2026-03-10T02:00Z') },
    settings: defaultSettings,
    calendar: createWorkingCalendar('weekdays'),
    questionnaires,
    responseKeys: createResponseKeys('a secret of at least thirty-two characters'),
  };
  const training = aTraining({ code: code('by-web') });
  await deps.trainings.save(training, byTest);
  const person = 'ann' as PersonId;
  await deps.trainings.enrol(
    { training: training.code, person, department: 'R&D', withdrawn: false },
    byTest,
  );
  await planRounds(deps, training.code, byTest);
  await openRounds(deps);
  const [visit] = await deps.visits.unfinishedOf(person);
  if (visit === undefined) throw new Error('the round is open');
  for (const page of (await openVisit(deps, visit)).pages) {
    const answers = Object.fromEntries(page.items.map(({ key, item }) => [key, isScored(item) ? '4' : '']));
    const press = { person, visit: visit.id, page: page.id, predecessor: 0, answers };
    await answerPage(deps, { ...press, source: 'web', move: 'save' });
  }
  expect(await deps.visits.byId(visit.id)).toMatchObject({ state: 'answered', channel: 'web' });
  expect((await openVisit(deps, visit)).response).toMatchObject({ complete: true, source: 'web' });

  const resumed = async () => resumeVisit(deps, person, visit.id).catch((refused: Refusal) => refused.code);
  expect(await resumed()).toMatchObject({ kind: 'done' });
  await deps.visits.markExcused(visit.id, 'withdrawn', byTest);
  expect(await resumed()).toBe('visit-ended');
  await deps.visits.reinstate(visit.id, ['withdrawn'], byTest);
  const round = (await deps.rounds.byId(visit.round)) ?? expect.fail();
  await deps.rounds.move(round, { ...round, state: 'planned' }, byTest);
  expect(await resumed()).toBe('round-not-open');
});
