import { expect, it } from 'vitest';
import { adjustOpenRounds } from '../../../src/domain/followups/adjust-open-rounds.ts';
import type { PersonId } from '../../../src/domain/kernel/ids.ts';
import { buildRound, buildVisit } from '../../support/build-round.ts';
import { byTest } from '../../support/by-test.ts';
import { useTestStores } from '../../support/use-test-stores.ts';

const stores = useTestStores();
const person = (name: string) => name as PersonId;

it('while a round is open its people count as the roster says now; closed, as it was closed', async () => {
  const open = buildRound({ code: 'A-1', state: 'open' });
  const closed = buildRound({ code: 'A-1', kind: 'T2' });
  const trainees = [
    { person: 'moved', department: 'Sales', manager: 'mo' },
    { person: 'freed', department: 'Sales', manager: 'mo' },
    { person: 'stays', department: 'Sales', manager: 'mo' },
  ];
  const { rounds, visits, trainings } = stores();
  for (const round of [open, closed]) {
    await rounds.plan(round, byTest);
    await visits.open(trainees.map((trainee, index) => buildVisit(round, trainee, index)));
  }
  const line = { training: open.training, department: 'Sales', withdrawn: false };
  const [mo, na] = [person('mo'), person('na')];
  await trainings.enrol({ ...line, person: person('moved'), department: 'Service', manager: na }, byTest);
  await trainings.enrol({ ...line, person: person('freed') }, byTest);
  await trainings.enrol({ ...line, person: person('stays'), manager: mo }, byTest);

  await adjustOpenRounds({ ...stores(), clock: { now: () => byTest.at } }, open.training, byTest);
  const cells = async (round: typeof open) =>
    Object.fromEntries(
      (await visits.ofRound(round.id)).map((visit) => [visit.person, [visit.department, visit.manager]]),
    );
  expect(await cells(open)).toEqual({
    moved: ['Service', 'na'],
    freed: ['Sales', undefined],
    stays: ['Sales', 'mo'],
  });
  expect(await cells(closed)).toEqual(
    Object.fromEntries(trainees.map((one) => [one.person, [one.department, one.manager]])),
  );
});
