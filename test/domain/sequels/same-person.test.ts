import { describe, expect, test } from 'vitest';
import { moveEntries } from '../../../src/domain/audit/move-entries.ts';
import type { Round } from '../../../src/domain/followups/round.ts';
import { whose } from '../../../src/domain/followups/visit.ts';
import { type ImprovementId, issueId, type PersonId } from '../../../src/domain/kernel/ids.ts';
import { defaultSettings as settings } from '../../../src/domain/kernel/settings.ts';
import type { Person } from '../../../src/domain/people/person.ts';
import { createResponseKeys } from '../../../src/domain/responses/response-keys.ts';
import { samePerson, settleMerges } from '../../../src/domain/sequels/same-person.ts';
import { anImprovement, aRound, aVisit, code } from '../../store/samples.ts';
import { sighting } from '../../support/account-sightings.ts';
import { byTest } from '../../support/by-test.ts';
import { dieAtWrite } from '../../support/die-at-write.ts';
import { useTestStores } from '../../support/use-test-stores.ts';

const stores = useTestStores();
const responseKeys = createResponseKeys('secret of a test');
const deps = () => ({ ...stores(), responseKeys, settings, clock: { now: () => byTest.at } });
const days = { from: '2026-11-01', until: '2026-12-31' };
let used = 0;

const openRound = async (name: string): Promise<Round> => {
  const round = aRound({ training: code(`${name}-${used}`) });
  await stores().rounds.plan(round, byTest);
  await stores().rounds.markOpen(round.id, { questionnaire: 't1.1', instructors: [] }, byTest);
  return round;
};
const opened = async (round: Round, person: PersonId, manager?: PersonId) => {
  const { id, training } = round;
  const visit = aVisit({ round: id, training, person, ...(manager === undefined ? {} : { manager }) });
  await stores().visits.open([visit]);
  await stores().deliveries.plan([
    { subject: { kind: 'invitation', visit: visit.id }, recipient: { person }, notBefore: byTest.at },
  ]);
  return visit;
};
const answers = async (round: Round, person: PersonId, complete: boolean): Promise<void> => {
  const id = responseKeys.response(person, round.training, round.kind, round.occurrence);
  const page = { page: 'content', revision: 1, answers: { 'd1-depth': 4 }, room: 100 };
  await stores().responses.append({ id, round: round.id, source: 'teams', page, complete });
};

/**
 * Somebody twice: Anna, who is a coach, and Berg, who has roles, a deputy, a principal, a measure and a person to manage.
 * Both are asked in one round, which Berg alone has answered, not noted yet; Berg alone in another, begun; both were in a
 * third, which is over. Both have an account.
 */
const given = async () => {
  used += 1;
  const { people, trainings, visits, deliveries, improvements, accounts, rounds } = stores();
  const appear = (name: string): Promise<Person> =>
    people.appear(`${name}${used}@contoso.example`, `${name} ${used}`);
  const [anna, berg, dan, mara, emil] = [
    await appear('anna'),
    await appear('berg'),
    await appear('dan'),
    await appear('mara'),
    await appear('emil'),
  ];
  await people.grant(anna.id, { role: 'coach' }, byTest);
  await people.grant(berg.id, { role: 'coach' }, byTest);
  await people.grant(berg.id, { role: 'departmentHead', department: 'Sales' }, byTest);
  await people.nameDeputy(berg.id, { person: dan.id, ...days }, byTest);
  await people.nameDeputy(mara.id, { person: berg.id, ...days }, byTest);
  const [both, alone, over] = [await openRound('BOTH'), await openRound('ALONE'), await openRound('OVER')];
  for (const { training } of [both, over])
    for (const { id: person } of [anna, berg])
      await trainings.enrol({ training, person, department: 'Sales', withdrawn: person === anna.id }, byTest);
  await trainings.enrol(
    { training: alone.training, person: berg.id, department: 'Law', withdrawn: false },
    byTest,
  );
  const line = { training: both.training, person: emil.id, department: 'Sales', withdrawn: false };
  await trainings.enrol({ ...line, manager: berg.id }, byTest);
  const managed = await opened(both, emil.id, berg.id);
  const annas = await opened(both, anna.id);
  const bergs = await opened(both, berg.id);
  await answers(both, berg.id, true);
  const begun = await opened(alone, berg.id);
  await answers(alone, berg.id, false);
  await visits.markStarted(begun.id, byTest.at, 1, 1);
  for (const { id } of [anna, berg]) await opened(over, id);
  await visits.expire(over.id, byTest.at);
  await rounds.markClosed(over.id, byTest);
  const improvement = anImprovement({
    id: `measure-${used}` as ImprovementId,
    issue: issueId(both.id, 'd1'),
    owner: berg.id,
  });
  await improvements.assign(improvement, byTest);
  for (const [{ name, id, email }, seenAt] of [
    [anna, '2026-11-01T00:00Z'],
    [berg, '2026-11-02T00:00Z'],
  ] as const) {
    const { key } = await accounts.saw(sighting(name, { emails: [email], seenAt: new Date(seenAt) }));
    await accounts.attach(key, id, byTest);
  }
  const state = async () => {
    const kept = await people.byId(anna.id);
    const counting = (await visits.ofRounds([both.id, alone.id])).filter(
      ({ excuse }) => excuse !== 'withdrawn',
    );
    const invited = async (subject: typeof annas) =>
      (await deliveries.about([{ kind: 'invitation', visit: subject.id }])).map(({ recipient, state }) => [
        'person' in recipient && recipient.person === anna.id ? 'anna' : 'another',
        state,
      ]);
    return {
      roles: [kept?.standing, kept?.seats.map(({ role }) => role)],
      formerly: kept?.formerly?.map((id) => id === berg.id),
      deputies: [
        kept?.deputy?.person === dan.id,
        (await people.byId(mara.id))?.deputy?.person === anna.id,
        (await people.representedBy(berg.id)).length,
      ],
      counting: counting
        .filter((visit) => visit.person !== emil.id)
        .map((visit) => [visit.round === both.id ? 'both' : 'alone', visit.state, whose(visit) === anna.id])
        .toSorted(),
      waiting: (await visits.unfinishedOf(anna.id)).map(({ id }) => id === begun.id),
      over: (await visits.ofRound(over.id)).map((visit) => [visit.state, whose(visit) === anna.id]),
      lines: (await trainings.enrolmentsOf(anna.id)).map(({ department, withdrawn }) => [
        department,
        withdrawn,
      ]),
      linesOfOther: await trainings.enrolmentsOf(berg.id),
      manager: [
        (await trainings.peopleOfManager(anna.id)).map((person) => person === emil.id),
        (await visits.byId(managed.id))?.manager === anna.id,
      ],
      account: (await accounts.ofPerson(anna.id))?.name === berg.name,
      accounts: (await accounts.ofPeople([anna.id])).length,
      invited: [await invited(bergs), await invited(begun)],
      measure: [(await improvements.byId(improvement.id))?.owner === anna.id],
      unsettled: (await people.unsettledMerges()).length,
    };
  };
  const written = async () => {
    await moveEntries(stores());
    const found = [
      await stores().trail.about('person', berg.id),
      await stores().trail.about('visit', annas.id),
      await stores().trail.about('visit', bergs.id),
      await stores().trail.about('visit', begun.id),
      await stores().trail.about('improvement', improvement.id),
    ];
    return found.flat().map(({ what }) => what);
  };
  return { anna, berg, state, written, rounds: { both, alone, over }, begun, bergs, annas };
};

const one = {
  roles: [['coach'], ['departmentHead']],
  formerly: [true],
  deputies: [true, true, 0],
  counting: [
    ['alone', 'started', true],
    ['both', 'answered', true],
  ],
  waiting: [true],
  over: [
    ['expired', true],
    ['expired', true],
  ],
  lines: [
    ['Law', false],
    ['Sales', false],
    ['Sales', false],
  ],
  linesOfOther: [],
  manager: [[true], true],
  account: true,
  accounts: 2,
  invited: [[['anna', 'planned']], [['anna', 'planned']]],
  measure: [true],
  unsettled: 0,
};
const writtenOnce = ['person-merged', 'visit-merged', 'improvement-passed-on'];

describe('two who are one person', () => {
  test('are one in everything: the answers count once, where they were given, and nothing is lost', async () => {
    const { anna, berg, state, written } = await given();
    await samePerson(deps(), anna, berg, byTest);
    expect(await state()).toEqual(one);
    const entries = await written();
    for (const what of writtenOnce) expect(entries.filter((entry) => entry === what)).toEqual([what]);
  });

  test('are made one once, however often and by however many at the same time', async () => {
    const { anna, berg, state, written } = await given();
    await Promise.all([0, 1].map(() => samePerson(deps(), anna, berg, byTest)));
    await samePerson(deps(), anna, berg, byTest);
    await settleMerges(deps());
    expect(await state()).toEqual(one);
    const entries = await written();
    for (const what of writtenOnce) expect(entries.filter((entry) => entry === what)).toEqual([what]);
  });

  test('killed before any write of it or after the last, the rest follows at the next start, and nothing twice', async () => {
    for (let nth = 1, died = true; died; nth += 1) {
      const { anna, berg, state, written } = await given();
      died = await dieAtWrite(nth, 'before', () => samePerson(deps(), anna, berg, byTest));
      await settleMerges(deps());
      // Before its first write nothing was said yet: it is said again.
      if ((await state()).formerly === undefined) await samePerson(deps(), anna, berg, byTest);
      expect(await state(), `killed before write ${nth}`).toEqual(one);
      const entries = await written();
      for (const what of writtenOnce) expect(entries.filter((entry) => entry === what)).toEqual([what]);
    }
  }, 120_000);

  test('are found as one by whatever either was known by', async () => {
    const { anna, berg } = await given();
    await samePerson(deps(), anna, berg, byTest);
    const { people } = stores();
    const found = [
      await people.byId(berg.id),
      ...(await people.byEmails([berg.email, anna.email])),
      ...(await people.named(berg.email.toUpperCase())),
      ...(await people.named(berg.name)),
      ...(await people.withNameOf([`${used}`, 'berg'])),
      await people.appear(berg.email, 'Called otherwise'),
    ];
    expect(found.map((person) => [person?.id === anna.id, person?.name])).toEqual(
      found.map(() => [true, anna.name]),
    );
    expect((await people.byIds([berg.id])).map(({ id, name }) => [id, name])).toEqual([[berg.id, anna.name]]);
  });

  test('said to be each other at the same time, they are the same one of them, with the roles of both', async () => {
    const { anna, berg } = await given();
    const { people } = stores();
    await people.merge(berg.id, anna.id, byTest);
    await people.merge(anna.id, berg.id, byTest);
    await settleMerges(deps());
    const [one, other] = [await people.byId(anna.id), await people.byId(berg.id)];
    expect(one?.id).toBe(other?.id);
    expect([one?.standing, one?.seats.map(({ role }) => role)]).toEqual([['coach'], ['departmentHead']]);
    expect(await people.unsettledMerges()).toEqual([]);
  });

  test('and a third, whoever is found to be whom first', async () => {
    const { anna, berg, begun } = await given();
    const third = await stores().people.appear(`third${used}@contoso.example`, 'Third');
    await samePerson(deps(), anna, berg, byTest);
    const merged = (await stores().people.byId(anna.id)) ?? expect.fail();
    await samePerson(deps(), third, merged, byTest);
    const found = await stores().people.byId(berg.id);
    expect([found?.id === third.id, found?.formerly]).toEqual([true, [anna.id, berg.id]]);
    expect((await stores().visits.unfinishedOf(third.id)).map(({ id }) => id)).toEqual([begun.id]);
  });

  test('who are one already, or of whom one has left, are not made one', async () => {
    const { anna, berg } = await given();
    await expect(samePerson(deps(), anna, anna, byTest)).rejects.toMatchObject({ code: 'same-already' });
    await stores().people.leave(berg.id, anna.id, byTest);
    const left = (await stores().people.byId(berg.id)) ?? expect.fail();
    await expect(samePerson(deps(), anna, left, byTest)).rejects.toMatchObject({ code: 'person-left' });
    await expect(samePerson(deps(), left, anna, byTest)).rejects.toMatchObject({ code: 'person-left' });
  });
});
