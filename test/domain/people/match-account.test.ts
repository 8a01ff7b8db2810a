import { describe, expect, test } from 'vitest';
import type { TrainingCode } from '../../../src/domain/kernel/ids.ts';
import { matchAccount, meetSpeaker } from '../../../src/domain/people/match-account.ts';
import { type MemberPages, matchMembers, matchUnattached } from '../../../src/domain/people/match-members.ts';
import type { Person } from '../../../src/domain/people/person.ts';
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

/** Somebody's account, whatever the directory calls it. */
const met = (name: string, emails = [`${name}@contoso.example`]) =>
  stores().accounts.saw(sighting(name, { emails }));

describe('an account met', () => {
  test('belongs to the person whose address is any of its own, in whatever letters', async () => {
    const { id } = await enrolled('ada@contoso.example');
    const account = await met('ada', ['ada.upn@contoso.example', 'Ada@Contoso.example']);
    expect(await matchAccount(deps(), account)).toMatchObject({ person: { id }, newlyAttached: true });
    expect(await stores().accounts.ofPerson(id)).toMatchObject({ parts: { aadObjectId: 'oid-ada' } });
  });

  test('is attached once: matching again says that nothing is new', async () => {
    const person = await enrolled('bo@contoso.example');
    await matchAccount(deps(), await met('bo'));
    expect(await matchAccount(deps(), await met('bo'))).toEqual({ person, newlyAttached: false });
  });

  test('of a stranger makes nobody, until it speaks', async () => {
    const account = await met('cy');
    expect(await matchAccount(deps(), account)).toBeUndefined();
    expect(await stores().people.named('cy@contoso.example')).toEqual([]);
    const spoke = await meetSpeaker(deps(), account);
    expect(spoke).toMatchObject({ person: { name: 'cy', email: 'cy@contoso.example' }, newlyAttached: true });
    const again = await meetSpeaker(deps(), await met('cy'));
    expect(again).toEqual({ person: spoke?.person, newlyAttached: false });
  });

  test('under nothing but a guest’s sign-in name has no address: speaking, it makes nobody; beside one, it is not learnt', async () => {
    const signIn = 'xia_x.example#ext#@contoso.example';
    expect(await meetSpeaker(deps(), await met('xia', [signIn]))).toBeUndefined();
    await enrolled('xia@contoso.example');
    await matchAccount(deps(), await met('xia', ['xia@contoso.example', signIn]));
    expect(await stores().people.byEmails([signIn])).toEqual([]);
    const known = { ...deps(), isFirstStaff: () => true };
    const both = await met('xu', [`xu.${signIn}`, 'xu@x.example']);
    expect(await meetSpeaker(known, both)).toMatchObject({ person: { email: 'xu@x.example' } });
  });

  test('without any address known stays nobody’s', async () => {
    expect(await meetSpeaker(deps(), await met('dot', []))).toBeUndefined();
  });

  test('gives its name to a person whom the roster knows by address alone, and to no other', async () => {
    await enrolled('eve@contoso.example', '');
    await enrolled('fay@contoso.example', 'Fay of the roster');
    const eve = await matchAccount(deps(), await met('eve'));
    const fay = await matchAccount(deps(), await met('fay'));
    expect([eve?.person.name, fay?.person.name]).toEqual(['eve', 'Fay of the roster']);
    expect((await stores().people.named('eve'))[0]?.email).toBe('eve@contoso.example');
  });

  test('that spoke first is whom a later roster names by its other address, roles and all', async () => {
    const emails = ['gil.upn@contoso.example', 'gil@contoso.example'];
    const first = await meetSpeaker(deps(), await met('gil', emails));
    const id = first?.person.id ?? expect.fail();
    await stores().people.grant(id, { role: 'supervisor' }, byTest);
    expect((await enrolled('gil@contoso.example')).id).toBe(id);
    expect(await meetSpeaker(deps(), await met('gil', emails))).toMatchObject({
      person: { id, standing: ['supervisor'] },
      newlyAttached: false,
    });
  });

  test('stays with the person it has, and a roster names them by either address', async () => {
    const emails = ['hal.upn@contoso.example', 'hal@contoso.example'];
    const { id } = await enrolled('hal@contoso.example');
    await matchAccount(deps(), await met('hal', emails));
    expect((await enrolled('hal.upn@contoso.example')).id).toBe(id);
    expect(await matchAccount(deps(), await met('hal', emails))).toMatchObject({
      person: { id, otherEmails: ['hal.upn@contoso.example'] },
      newlyAttached: false,
    });
  });

  test('with invisible marks in its address, or full-width letters, belongs to the person without them', async () => {
    const { id } = await enrolled('kai.berg@contoso.example');
    const account = await met('kai', ['\u200ekai.\u00adberg＠contoso．example\ufeff']);
    expect(await matchAccount(deps(), account)).toMatchObject({ person: { id }, newlyAttached: true });
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
  expect(await matchMembers(deps(), teamOf(names))).toEqual({ seen: 5, met: ids, attached: ids });
  expect(await matchMembers(deps(), teamOf(names))).toEqual({ seen: 5, met: ids, attached: [] });
  expect(await stores().accounts.byEmail('team3@contoso.example')).toBeDefined();
});

test('after an import, accounts met before find their people', async () => {
  await stores().accounts.saw(sighting('early'));
  const { id } = await enrolled('early@contoso.example');
  expect((await matchUnattached(deps())).attached).toEqual([id]);
  expect((await matchUnattached(deps())).attached).toEqual([]);
});
