import { expect, test } from 'vitest';
import { moveEntries } from '../../../src/domain/audit/move-entries.ts';
import { type ImprovementId, issueId, type PersonId, roundId } from '../../../src/domain/kernel/ids.ts';
import { settleLeavers, somebodyLeft, somebodyReturned } from '../../../src/domain/sequels/somebody-left.ts';
import { anImprovement, aRound, aVisit, code } from '../../store/samples.ts';
import { byTest } from '../../support/by-test.ts';
import { dieAtWrite } from '../../support/die-at-write.ts';
import { useTestStores } from '../../support/use-test-stores.ts';

const stores = useTestStores();
const deps = () => ({ ...stores(), clock: { now: () => byTest.at } });
let used = 0;

/** Somebody with a role, a deputy, somebody they stand in for, a visit and a measure that are open, and the staff member who will say it. */
const given = async () => {
  used += 1;
  const appear = async (name: string): Promise<PersonId> =>
    (await stores().people.appear(`${name}${used}@contoso.example`, name)).id;
  const [lea, staff, mara] = [await appear('lea'), await appear('staff'), await appear('mara')];
  const days = { from: '2026-11-01', until: '2026-12-31' };
  await stores().people.grant(staff, { role: 'trainingStaff' }, byTest);
  await stores().people.grant(lea, { role: 'trainingStaff' }, byTest);
  await stores().people.grant(lea, { role: 'departmentHead', department: 'Sales' }, byTest);
  await stores().people.nameDeputy(lea, { person: staff, ...days }, byTest);
  await stores().people.nameDeputy(mara, { person: lea, ...days }, byTest);
  const training = code(`LEAVE-${used}`);
  const round = aRound({ training });
  const visit = aVisit({ round: round.id, training, person: lea });
  await stores().rounds.plan(round, byTest);
  await stores().rounds.markOpen(round.id, { questionnaire: 't1.1', instructors: [] }, byTest);
  await stores().visits.open([visit]);
  const holiday = aRound({ training, kind: 'T2' });
  await stores().rounds.plan(holiday, byTest);
  await stores().rounds.markOpen(holiday.id, { questionnaire: 't2.1', instructors: [] }, byTest);
  const onLeave = aVisit({ round: holiday.id, training, person: lea });
  await stores().visits.open([onLeave]);
  await stores().visits.markExcused(onLeave.id, 'on-leave', byTest);
  const improvement = anImprovement({
    id: `measure-${used}` as ImprovementId,
    issue: issueId(roundId(training, 'T1', 1), 'd1'),
    owner: lea,
  });
  await stores().improvements.assign(improvement, byTest);
  const state = async () => {
    const person = await stores().people.byId(lea);
    const kept = await stores().visits.byId(visit.id);
    const away = await stores().visits.byId(onLeave.id);
    const measure = await stores().improvements.byId(improvement.id);
    const told = await stores().deliveries.of({
      subject: { kind: 'assignment', improvement: improvement.id },
      recipient: { person: staff },
    });
    return {
      roles: [...(person?.standing ?? []), ...(person?.seats ?? []).map(({ role }) => role)],
      left: person?.left !== undefined,
      deputies: [person?.deputy?.person, (await stores().people.byId(mara))?.deputy?.person],
      visit: [kept?.state, kept?.excuse],
      onLeave: [away?.state, away?.excuse],
      measure: [measure?.owner === lea ? 'lea' : 'staff', measure?.steps.length],
      told: told !== undefined,
    };
  };
  const person = await stores().people.byId(lea);
  const teller = await stores().people.byId(staff);
  if (person === undefined || teller === undefined) throw new Error('nobody is there');
  const written = async () => {
    await moveEntries(stores());
    return Promise.all([
      stores().trail.about('person', lea),
      stores().trail.about('person', mara),
      stores().trail.about('visit', visit.id),
      stores().trail.about('improvement', improvement.id),
    ]).then((found) => found.flat().map(({ what }) => what));
  };
  return { person, teller, state, written };
};

const gone = {
  roles: [],
  left: true,
  deputies: [undefined, undefined],
  visit: ['excused', 'left'],
  onLeave: ['excused', 'on-leave'],
  measure: ['staff', 1],
  told: true,
};
/** Two deputyships end: the leaver's own, and the one they were. */
const leaving = ['person-left', 'deputy-ended', 'deputy-ended', 'visit-excused', 'improvement-passed-on'];

test('whoever leaves takes nothing along: all of it once, however often it is said', async () => {
  const { person, teller, state, written } = await given();
  await Promise.all([0, 1].map(() => somebodyLeft(deps(), person, teller.id)));
  await somebodyLeft(deps(), person, teller.id);
  expect(await state()).toEqual(gone);
  const entries = await written();
  expect(entries.filter((one) => leaving.includes(one)).toSorted()).toEqual(leaving.toSorted());
});

test('killed before or after any write of it, the rest follows at the next start, and nothing twice', async () => {
  for (const when of ['before', 'after'] as const)
    for (let nth = 1, died = true; died; nth += 1) {
      const { person, teller, state, written } = await given();
      died = await dieAtWrite(nth, when, () => somebodyLeft(deps(), person, teller.id));
      await settleLeavers(deps());
      // Before its first write nothing was said yet: it is said again.
      if (!(await state()).left) await somebodyLeft(deps(), person, teller.id);
      expect(await state()).toEqual(gone);
      const entries = await written();
      expect(entries.filter((one) => leaving.includes(one)).toSorted()).toEqual(leaving.toSorted());
    }
});

test('taken back at once, all is as before but for deputies; killed anywhere and pressed again, too', async () => {
  for (let nth = 1, died = true; died; nth += 1) {
    const { person, teller, state } = await given();
    const before = await state();
    await somebodyLeft(deps(), person, teller.id);
    const by = { who: { person: teller.id }, at: byTest.at };
    died = await dieAtWrite(nth, 'after', () => somebodyReturned(deps(), person.id, by));
    await somebodyReturned(deps(), person.id, by);
    expect(await state()).toEqual({
      ...before,
      deputies: [undefined, undefined],
      measure: ['lea', 2],
      told: true,
    });
  }
});

test('the last of the training staff stays, and nobody says it of themselves', async () => {
  const { person, teller } = await given();
  await expect(somebodyLeft(deps(), person, person.id)).rejects.toMatchObject({ code: 'left-yourself' });
  for (const { id } of await stores().people.withRole('trainingStaff'))
    if (id !== person.id) await stores().people.revoke(id, { role: 'trainingStaff' }, byTest);
  await expect(somebodyLeft(deps(), person, teller.id)).rejects.toMatchObject({ code: 'last-staff-member' });
});
