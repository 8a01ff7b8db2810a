import { describe, expect, test } from 'vitest';
import type { TrainingCode } from '../../../src/domain/kernel/ids.ts';
import { claimAccounts } from '../../../src/domain/people/claim-accounts.ts';
import { matchAccount, meetSpeaker } from '../../../src/domain/people/match-account.ts';
import { type MemberPages, matchMembers, matchUnattached } from '../../../src/domain/people/match-members.ts';
import type { Person } from '../../../src/domain/people/person.ts';
import { whoIsMissing } from '../../../src/domain/people/who-is-missing.ts';
import { sighting } from '../../support/account-sightings.ts';
import { byTest } from '../../support/by-test.ts';
import { useTestStores } from '../../support/use-test-stores.ts';

const stores = useTestStores();
const clock = { now: () => byTest.at };
const deps = () => ({ ...stores(), clock });

/** Somebody a roster names. */
const enrolled = async (email: string, name = 'Somebody'): Promise<Person> => {
  const person = await stores().people.appear(email, name);
  const training = 'SALES-26' as TrainingCode;
  await stores().trainings.enrol(
    { training, person: person.id, department: 'Sales', withdrawn: false },
    byTest,
  );
  return person;
};

describe('an account met', () => {
  test('belongs to the person whose address is any of its own, in whatever letters', async () => {
    const person = await enrolled('ada@contoso.example');
    const account = await stores().accounts.saw(
      sighting('ada', { emails: ['ada.upn@contoso.example', 'Ada@Contoso.example'] }),
    );
    expect(await matchAccount(deps(), account)).toEqual({ person, newlyAttached: true });
    expect(await stores().accounts.ofPerson(person.id)).toMatchObject({ parts: { aadObjectId: 'oid-ada' } });
  });

  test('is attached once: matching again says that nothing is new', async () => {
    const person = await enrolled('bo@contoso.example');
    const account = await stores().accounts.saw(sighting('bo'));
    await matchAccount(deps(), account);
    const again = await stores().accounts.saw(sighting('bo'));
    expect(await matchAccount(deps(), again)).toEqual({ person, newlyAttached: false });
  });

  test('of a stranger makes nobody, until it speaks', async () => {
    const account = await stores().accounts.saw(sighting('cy'));
    expect(await matchAccount(deps(), account)).toBeUndefined();
    expect(await stores().people.named('cy@contoso.example')).toEqual([]);
    const met = await meetSpeaker(deps(), account);
    expect(met).toMatchObject({ person: { name: 'cy', email: 'cy@contoso.example' }, newlyAttached: true });
    const again = await meetSpeaker(deps(), await stores().accounts.saw(sighting('cy')));
    expect(again).toEqual({ person: met?.person, newlyAttached: false });
  });

  test('without any address known stays nobody’s', async () => {
    const account = await stores().accounts.saw(sighting('dot', { emails: [] }));
    expect(await meetSpeaker(deps(), account)).toBeUndefined();
  });

  test('gives its name to a person whom the roster knows by address alone, and to no other', async () => {
    await enrolled('eve@contoso.example', '');
    await enrolled('fay@contoso.example', 'Fay of the roster');
    const eve = await matchAccount(deps(), await stores().accounts.saw(sighting('eve')));
    const fay = await matchAccount(deps(), await stores().accounts.saw(sighting('fay')));
    expect([eve?.person.name, fay?.person.name]).toEqual(['eve', 'Fay of the roster']);
  });

  test('that spoke first moves to the person a later roster names by its other address, roles and all', async () => {
    const emails = ['gil.upn@contoso.example', 'gil@contoso.example'];
    const first = await meetSpeaker(deps(), await stores().accounts.saw(sighting('gil', { emails })));
    await stores().people.grant(first?.person.id ?? expect.fail(), { role: 'supervisor' }, byTest);
    const named = await enrolled('gil@contoso.example');
    const second = await meetSpeaker(deps(), await stores().accounts.saw(sighting('gil', { emails })));
    expect(second).toMatchObject({ person: { id: named.id }, newlyAttached: true });
    expect(await stores().people.byId(named.id)).toMatchObject({ standing: ['supervisor'] });
  });

  test('that moves takes the departments along that it was given', async () => {
    const emails = ['kai.upn@contoso.example', 'kai@contoso.example'];
    const first = await meetSpeaker(deps(), await stores().accounts.saw(sighting('kai', { emails })));
    const seat = { role: 'departmentHead', department: 'Sales' } as const;
    await stores().people.grant(first?.person.id ?? expect.fail(), seat, byTest);
    const named = await enrolled('kai@contoso.example');
    await meetSpeaker(deps(), await stores().accounts.saw(sighting('kai', { emails })));
    expect(await stores().people.byId(named.id)).toMatchObject({ seats: [seat] });
  });

  test('stays with the person it has while a roster names them, whatever other address appears', async () => {
    const emails = ['hal.upn@contoso.example', 'hal@contoso.example'];
    const person = await enrolled('hal@contoso.example');
    await matchAccount(deps(), await stores().accounts.saw(sighting('hal', { emails })));
    await enrolled('hal.upn@contoso.example');
    const again = await matchAccount(deps(), await stores().accounts.saw(sighting('hal', { emails })));
    expect(again).toEqual({ person, newlyAttached: false });
  });
});

/** A team that hands its members out two at a time. */
const teamOf = (names: readonly string[]): MemberPages => ({
  members: async (token = '0') => {
    const from = Number(token);
    const members = names.slice(from, from + 2).map((name) => sighting(name));
    return from + 2 < names.length ? { members, next: String(from + 2) } : { members };
  },
});

test('every page of a team is read, and repeating it attaches nobody anew', async () => {
  const names = ['team1', 'team2', 'team3', 'team4', 'team5'];
  const people = [await enrolled('team1@contoso.example'), await enrolled('team5@contoso.example')];
  const ids = people.map(({ id }) => id);
  expect(await matchMembers(deps(), teamOf(names))).toEqual({ seen: 5, attached: ids });
  expect(await matchMembers(deps(), teamOf(names))).toEqual({ seen: 5, attached: [] });
  expect(await stores().accounts.byEmail('team3@contoso.example')).toBeDefined();
});

test('after an import, accounts met before find their people', async () => {
  await stores().accounts.saw(sighting('early'));
  const { id } = await enrolled('early@contoso.example');
  expect((await matchUnattached(deps())).attached).toEqual([id]);
  expect((await matchUnattached(deps())).attached).toEqual([]);
});

test('after an import, whoever spoke first under another address is claimed; who is in a roster by it is not', async () => {
  const training = 'SALES-26' as TrainingCode;
  const emails = (name: string) => [`${name}.upn@contoso.example`, `${name}@contoso.example`];
  await meetSpeaker(deps(), await stores().accounts.saw(sighting('ivy', { emails: emails('ivy') })));
  await enrolled('jan.upn@contoso.example');
  await meetSpeaker(deps(), await stores().accounts.saw(sighting('jan', { emails: emails('jan') })));
  const people = [await enrolled('ivy@contoso.example'), await enrolled('jan@contoso.example')];
  const roster = people.map(({ id }) => ({ training, person: id, withdrawn: false }));
  const missing = await whoIsMissing(stores(), roster);
  expect(missing.map(({ reason }) => reason)).toEqual(['under-other-address', 'under-other-address']);
  expect(await claimAccounts(deps(), missing)).toEqual([people[0]?.id]);
  expect(await stores().accounts.ofPerson(people[0]?.id ?? expect.fail())).toMatchObject({ name: 'ivy' });
});
