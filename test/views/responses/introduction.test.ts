import { expect, test } from 'vitest';
import { openRounds } from '../../../src/domain/followups/open-rounds.ts';
import { planRounds } from '../../../src/domain/followups/plan-rounds.ts';
import type { PersonId } from '../../../src/domain/kernel/ids.ts';
import { defaultSettings as settings } from '../../../src/domain/kernel/settings.ts';
import { createWorkingCalendar } from '../../../src/domain/kernel/working-calendar.ts';
import { type AfterPress, answerPage } from '../../../src/domain/responses/answer-page.ts';
import { createResponseKeys } from '../../../src/domain/responses/response-keys.ts';
import { changeAnswers, resumeVisit } from '../../../src/domain/responses/resume-visit.ts';
import { questionnairePageView } from '../../../src/views/responses/questionnaire-page-view.ts';
import { aTraining } from '../../store/samples.ts';
import { byTest } from '../../support/by-test.ts';
import { questionnaires } from '../../support/questionnaires.ts';
import { useTestStores } from '../../support/use-test-stores.ts';

const stores = useTestStores();
const clock = { now: () => new Date('2026-03-10T02:00Z') };
const viewOf = (shown: AfterPress) => {
  if (shown.kind !== 'page') throw new Error('no page is shown');
  return questionnairePageView(shown, { settings, clock }, 'Asia/Shanghai');
};

test('a questionnaire introduces itself on its first page, until something was saved', async () => {
  const deps = {
    ...stores(),
    clock,
    settings,
    calendar: createWorkingCalendar('weekdays'),
    questionnaires,
    responseKeys: createResponseKeys('a secret of at least thirty-two characters'),
  };
  const person = 'ann' as PersonId;
  const training = aTraining();
  await deps.trainings.save(training, byTest);
  const enrolment = { training: training.code, person, department: 'R&D', withdrawn: false };
  await deps.trainings.enrol(enrolment, byTest);
  await planRounds(deps, training.code, byTest);
  await openRounds(deps);
  const [visit] = await deps.visits.unfinishedOf(person);
  if (visit === undefined) throw new Error('the round is open');

  const first = await resumeVisit(deps, person, visit.id);
  expect(viewOf(first)).toMatchObject({
    number: 1,
    introduction: { minimumGroup: { scores: 5, comments: 5 } },
  });
  if (first.kind !== 'page') throw new Error('no page is shown');
  const answers = Object.fromEntries(first.page.items.map(({ key }) => [key, '4']));
  const press = { source: 'web', person, visit: visit.id, page: first.page.id, predecessor: 0 } as const;
  // Passed over: nothing was saved, and what introduces it stays.
  const again = await answerPage(deps, { ...press, answers: {}, move: 'save' });
  expect(viewOf(again)).toMatchObject({
    number: 1,
    introduction: { minimumGroup: { scores: 5, comments: 5 } },
  });
  const later = first.open.pages[1]?.id ?? '';
  const early = await answerPage(deps, { ...press, page: later, answers: {}, move: 'save' });
  expect(viewOf(early)).toMatchObject({ number: 2 });
  expect(viewOf(early)).not.toHaveProperty('introduction');
  const second = await answerPage(deps, { ...press, answers, move: 'save' });
  expect(viewOf(second)).toMatchObject({ number: 2 });
  expect(viewOf(second)).not.toHaveProperty('introduction');
  const back = await changeAnswers(deps, person, visit.id);
  expect(viewOf(back)).toMatchObject({ number: 1, answers: { [first.page.items[0]?.key ?? '']: 4 } });
  expect(viewOf(back)).not.toHaveProperty('introduction');
});
