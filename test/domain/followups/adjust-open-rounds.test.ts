import { expect, it } from 'vitest';
import { adjustOpenRounds } from '../../../src/domain/followups/adjust-open-rounds.ts';
import { reachAgain } from '../../../src/domain/followups/reach-again.ts';
import { type PersonId, visitId } from '../../../src/domain/kernel/ids.ts';
import { buildRound, buildVisit } from '../../support/build-round.ts';
import { byTest } from '../../support/by-test.ts';
import { cameTo } from '../../support/came-to.ts';
import { useTestStores } from '../../support/use-test-stores.ts';

const stores = useTestStores();
const person = (name: string) => name as PersonId;
const now = byTest.at;
const later = new Date(now.getTime() + 24 * 3_600_000);
const deps = () => ({ ...stores(), clock: { now: () => now } });

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

  await adjustOpenRounds(deps(), open.training, byTest);
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

it('who was withdrawn before they were invited, by mistake, is invited after all, until the round ends', async () => {
  const round = buildRound({ code: 'A-2', state: 'open', dueAt: later });
  const { rounds, visits, trainings, deliveries } = stores();
  await rounds.plan(round, byTest);
  const line = { training: round.training, person: person('struck'), department: 'Sales' };
  await trainings.enrol({ ...line, withdrawn: true }, byTest);
  const visit = buildVisit(round, { person: 'struck' }, 0);
  await visits.open([visit]);
  await adjustOpenRounds(deps(), round.training, byTest);
  const invitation = {
    subject: { kind: 'invitation', visit: visit.id },
    recipient: { person: line.person },
  } as const;
  await cameTo(stores(), [invitation], now);
  await trainings.enrol({ ...line, withdrawn: false }, byTest);
  await adjustOpenRounds(deps(), round.training, byTest);
  expect(await deliveries.of(invitation)).toMatchObject({ state: 'planned', until: later });
});

it('of two visits of one person the one that counts follows the roster; the one that ended for it stays as it is', async () => {
  const round = buildRound({ code: 'A-3', state: 'open', dueAt: later });
  const { rounds, visits, trainings } = stores();
  await rounds.plan(round, byTest);
  const [counts, ended] = ['a-other', 'b-kept'].map((name) => visitId(round.id, person(name)));
  if (counts === undefined || ended === undefined) return expect.fail();
  await visits.open([
    buildVisit(round, { person: 'a-other', visit: { countsFor: person('b-kept') } }, 0),
    buildVisit(round, { person: 'b-kept', visit: { countedAs: counts } }, 1),
  ]);
  const line = { training: round.training, department: 'Service', withdrawn: false };
  await trainings.enrol({ ...line, person: person('b-kept') }, byTest);
  await adjustOpenRounds(deps(), round.training, byTest);
  expect(await visits.byId(counts)).toMatchObject({ department: 'Service' });
  expect(await visits.byId(ended)).toMatchObject({ department: 'Sales' });
});

it('somebody who can be reached again is invited to what waits for them, and to nothing whose last day is over', async () => {
  const { visits, deliveries } = stores();
  const who = { person: person('back') };
  const [waits, isOver] = [later, now].map((dueAt, index) =>
    buildVisit(buildRound({ code: `A-4-${index}`, state: 'open', dueAt }), who, 0),
  );
  if (waits === undefined || isOver === undefined) return expect.fail();
  await visits.open([waits, isOver]);
  const to = ({ id: visit }: typeof waits) =>
    ({ subject: { kind: 'invitation', visit }, recipient: who }) as const;
  await cameTo(stores(), [to(waits)], now);
  await cameTo(stores(), [to(isOver)], now);
  await reachAgain(deps(), who.person);
  expect(await deliveries.of(to(waits))).toMatchObject({ state: 'planned' });
  expect(await deliveries.of(to(isOver))).toMatchObject({ state: 'obsolete' });
});
