import { afterAll, beforeAll, expect, test } from 'vitest';
import { openVisits } from '../../../src/domain/followups/open-rounds.ts';
import { visitId } from '../../../src/domain/kernel/ids.ts';
import { didNotAttend, takeBackExcuse } from '../../../src/domain/responses/put-off-visit.ts';
import { recoverRound } from '../../../src/domain/responses/recover-visits.ts';
import { tellOfAbsence } from '../../../src/domain/responses/tell-of-absence.ts';
import { byTest } from '../../support/by-test.ts';
import { type OfficeUnderTest, startOffice } from '../../support/office-under-test.ts';
import { roundOf } from '../../support/round-of.ts';
import { openCourse, t1Opens } from '../../support/selling-course.ts';
import type { Person } from '../../support/teams-tenant/person.ts';

let office: OfficeUnderTest;
let trainees: readonly Person[];
beforeAll(async () => {
  office = await startOffice();
  trainees = await openCourse(office, 4);
});
afterAll(async () => {
  await office?.close();
});

const known = async (number: number) => {
  const { name, email } = trainees[number] ?? expect.fail('nobody');
  const [person] = await office.stores.people.byEmails([email]);
  const { visits, round } = await roundOf(office);
  const visit = visits.find((one) => one.person === person?.id) ?? expect.fail('no visit');
  /** What staff were sent of them, as it reads now, and how often each was replaced. */
  const told = () =>
    office.tenant
      .sentTo(office.staff)
      .filter(({ activity }) => JSON.stringify(activity).includes(name))
      .map(({ activity, updates }) => {
        const said = JSON.stringify(activity);
        return [
          said.includes('后来说参加了') ? 'attended' : said.includes('说没有参加') ? 'absent' : said,
          updates,
        ];
      });
  return {
    visit,
    round,
    told,
    absent: () => didNotAttend(office.running.deps, visit.person, visit.id),
    attended: () => takeBackExcuse(office.running.deps, visit.person, visit.id),
  };
};
const ticks = () => office.at(t1Opens);

test('staff who were told of an absence that is taken back see it on the same card, once; said again, they are told again', async () => {
  const { visit, round, absent, attended, told } = await known(0);
  await absent();
  await ticks();
  expect(told()).toEqual([['absent', 0]]);
  await attended();
  await ticks();
  expect(told()).toEqual([['attended', 1]]);
  await attended();
  await recoverRound(office.running.deps, round);
  await ticks();
  expect(told()).toEqual([['attended', 1]]);
  await absent();
  await recoverRound(office.running.deps, round);
  await ticks();
  expect(told()).toEqual([
    ['attended', 1],
    ['absent', 0],
  ]);
  // A process that dies on the way leaves it to recovering.
  await office.stores.visits.reinstate(visit.id, ['did-not-attend'], byTest);
  await recoverRound(office.running.deps, round);
  await ticks();
  await ticks();
  expect(told()).toEqual([
    ['attended', 1],
    ['attended', 1],
  ]);
});

test('of an absence that is taken back before it was told nobody hears; said again, they hear once', async () => {
  const { visit, absent, attended, told } = await known(1);
  const { deliveries, people } = office.stores;
  const subject = { kind: 'not-attended', visit: visit.id, number: 1 } as const;
  await absent();
  await attended();
  expect(await deliveries.about([subject])).toEqual([]);
  // Planned once more by who read of it before.
  const [staff] = await people.withRole('trainingStaff');
  if (staff === undefined) return expect.fail();
  await deliveries.plan([{ subject, recipient: { person: staff.id }, notBefore: office.clock.now() }]);
  await ticks();
  expect(told()).toEqual([]);
  await absent();
  await attended();
  await absent();
  await ticks();
  await ticks();
  expect(told()).toEqual([['absent', 0]]);
});

test('one that is on its way while it is taken back goes out no more, and is corrected where nobody knows whether it did', async () => {
  const { absent, attended, told } = await known(2);
  const { deliveries } = office.stores;
  await absent();
  const claim = { owner: 'a process that dies', now: office.clock.now(), realNow: new Date(), leaseMs: 0 };
  expect(await deliveries.claimSome(claim, 10)).toHaveLength(1);
  await attended();
  await ticks();
  await ticks();
  await ticks();
  expect(told()).toEqual([['attended', 0]]);
});

test('taken back by who was marked withdrawn for it, staff see it too', async () => {
  const { visit, absent, attended, told } = await known(3);
  await absent();
  await ticks();
  await office.stores.visits.markExcused(visit.id, 'withdrawn', byTest);
  await attended();
  await ticks();
  expect(told()).toEqual([['attended', 1]]);
  expect((await known(3)).visit.excuse).toBe('withdrawn');
});

test('an absence holds for the rounds that open later, and staff hear of it once; taken back, those ask too', async () => {
  office.clock.time = new Date('2026-08-18T10:00+08:00');
  const { visit, absent, attended, told } = await known(1);
  const { deps } = office.running;
  const { rounds, trainings, visits, deliveries } = office.stores;
  // They opened early: the first is open still.
  const { round: later } = await roundOf(office, 'T2');
  await openVisits(deps, later, await trainings.enrolments(later.training));
  await rounds.markOpen(later.id, { instructors: [] }, byTest);
  const there = visitId(later.id, visit.person);
  expect(await visits.byId(there)).toMatchObject({ state: 'excused', excuse: 'did-not-attend' });
  await recoverRound(deps, later);
  const number = (id: typeof there) => ({ kind: 'not-attended', visit: id, number: 1 }) as const;
  expect(await deliveries.about([number(there)])).toEqual([]);
  expect(told()).toEqual([['absent', 0]]);
  await attended();
  expect(await visits.byId(there)).toMatchObject({ state: 'due' });
  expect(await deliveries.about([{ kind: 'invitation', visit: there }])).toHaveLength(1);
  await absent();
});

test('whoever joins the staff later hears nothing of an absence that was told; of one that is said again they do', async () => {
  const { visit } = await known(1);
  const { deps } = office.running;
  const { people, deliveries } = office.stores;
  const number = (visit.absencesTakenBack ?? 0) + 1;
  const joins = await people.appear('joins@contoso.example', 'Joins');
  await people.grant(joins.id, { role: 'trainingStaff' }, byTest);
  const hears = async (time: number) => {
    const told = await deliveries.about([{ kind: 'not-attended', visit: visit.id, number: time }]);
    return told.some(({ recipient }) => 'person' in recipient && recipient.person === joins.id);
  };
  await tellOfAbsence(deps, [visit]);
  expect(await hears(number)).toBe(false);
  await tellOfAbsence(deps, [{ id: visit.id, absencesTakenBack: number }]);
  expect(await hears(number + 1)).toBe(true);
});
