import { expect, test } from 'vitest';
import { openRounds } from '../../../src/domain/followups/open-rounds.ts';
import { planRounds } from '../../../src/domain/followups/plan-rounds.ts';
import { type PersonId, roundId, type TrainingCode, visitId } from '../../../src/domain/kernel/ids.ts';
import { defaultSettings as settings } from '../../../src/domain/kernel/settings.ts';
import { createWorkingCalendar } from '../../../src/domain/kernel/working-calendar.ts';
import { createResponseKeys } from '../../../src/domain/responses/response-keys.ts';
import { visitOf } from '../../../src/domain/responses/visit-page.ts';
import { invitationView } from '../../../src/views/responses/invitation-view.ts';
import { othersWaiting } from '../../../src/views/responses/others-waiting.ts';
import { pendingView } from '../../../src/views/responses/pending-view.ts';
import { questionnaireDoneView } from '../../../src/views/responses/questionnaire-done-view.ts';
import { aTraining } from '../../store/samples.ts';
import { byTest } from '../../support/by-test.ts';
import { questionnaires } from '../../support/questionnaires.ts';
import { useTestStores } from '../../support/use-test-stores.ts';

const stores = useTestStores();
const person = 'ann' as PersonId;
const zone = 'Asia/Shanghai';

test('whatever names what waits leaves out what waits to open again, and names it once it can be answered', async () => {
  const clock = { time: new Date('2026-03-10T02:00Z'), now: () => clock.time };
  const deps = {
    ...stores(),
    clock,
    settings,
    calendar: createWorkingCalendar('weekdays'),
    questionnaires,
    responseKeys: createResponseKeys('a secret of at least thirty-two characters'),
  };
  const opens = async (code: string, title: string) => {
    const training = aTraining({ code: code as TrainingCode, title });
    await deps.trainings.save(training, byTest);
    const enrolment = { training: training.code, person, department: 'R&D', withdrawn: false };
    await deps.trainings.enrol(enrolment, byTest);
    await planRounds(deps, training.code, byTest);
    await openRounds(deps);
    return roundId(training.code, 'T1', 1);
  };
  const [asked, other] = [await opens('W-1', 'Asked'), await opens('W-2', 'Other')];
  const visit = visitId(asked, person);
  /** Where another one is named: beside an invitation or a reminder, in the list, behind one that is done. */
  const named = async () => ({
    invitation: (await invitationView(deps, visit, person))?.page.others?.map(({ training }) => training),
    reminder: (await othersWaiting(deps, person, visit, zone)).map(({ training }) => training),
    list: (await pendingView(deps, person, zone)).visits.map(({ training }) => training).toSorted(),
    done: (await questionnaireDoneView(deps, await visitOf(deps, person, visit), zone)).next?.training,
    itself: (await invitationView(deps, visitId(other, person), person)) !== undefined,
  });
  const both = {
    invitation: ['Other'],
    reminder: ['Other'],
    list: ['Asked', 'Other'],
    done: 'Other',
    itself: true,
  };
  expect(await named()).toEqual(both);

  const round = (await deps.rounds.byId(other)) ?? expect.fail();
  const opensAt = new Date('2026-03-12T01:00Z');
  await deps.rounds.move(round, { ...round, state: 'planned', opensAt }, byTest);
  expect(await named()).toEqual({
    invitation: undefined,
    reminder: [],
    list: ['Asked'],
    done: undefined,
    itself: false,
  });

  clock.time = opensAt;
  await openRounds(deps);
  expect(await named()).toEqual(both);
});
