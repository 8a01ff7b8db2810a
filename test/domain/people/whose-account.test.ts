import { describe, expect, test } from 'vitest';
import type { QuestionReason } from '../../../src/domain/people/account.ts';
import { matchAccount, meetSpeaker } from '../../../src/domain/people/match-account.ts';
import { matchMembers, matchUnattached } from '../../../src/domain/people/match-members.ts';
import type { Person } from '../../../src/domain/people/person.ts';
import { sighting } from '../../support/account-sightings.ts';
import { byTest } from '../../support/by-test.ts';
import { useTestStores } from '../../support/use-test-stores.ts';

const stores = useTestStores();
const deps = () => ({ ...stores(), clock: { now: () => byTest.at } });
const address = (name: string) => `${name}@contoso.example`;
const named = (name: string) => stores().people.appear(address(name), name);
const account = (id: string, emails: readonly string[], guest = false) =>
  stores().accounts.saw(sighting(id, { emails, ...(guest ? { guest } : {}) }));
const first = async (name: string): Promise<Person> => {
  const match = await matchAccount(deps(), await account(name, [address(name)]));
  return match?.person ?? expect.fail();
};

/** How it comes that an account may not simply be somebody's; gives the account. */
const cases: Readonly<Record<Exclude<QuestionReason, 'also-of'>, () => ReturnType<typeof account>>> = {
  guest: async () => {
    await named('gia');
    return account('gia', [address('gia')], true);
  },
  'two-people': async () => {
    await named('tom');
    await named('tom.upn');
    return account('tom', [address('tom'), address('tom.upn')]);
  },
  'has-left': async () => {
    const { id } = await named('lea');
    await stores().people.grant(id, { role: 'trainingHead' }, byTest);
    await stores().people.leave(id, id, byTest);
    return account('lea', [address('lea')]);
  },
  'second-account': async () => {
    await named('sue');
    await first('sue');
    return account('sue-2', [address('sue')]);
  },
  'reused-address': async () => {
    await named('ray');
    await first('ray');
    // Ray's own mail is another by now; the address was given to somebody new.
    await matchAccount(deps(), await account('ray', [address('ray.new')]));
    return account('ray-2', [address('ray')]);
  },
  'has-role': async () => {
    const { id } = await named('rob');
    await stores().people.grant(id, { role: 'trainingStaff' }, byTest);
    return account('rob', [address('rob')]);
  },
};

describe('an account is held, with the reason, where something is at stake', () => {
  test.each(Object.keys(cases) as (keyof typeof cases)[])('%s', async (why) => {
    const held = await cases[why]();
    const owners = await stores().people.byEmails([...held.emails]);
    const before = await stores().accounts.ofPeople(owners.map(({ id }) => id));
    expect(await matchAccount(deps(), held)).toBeUndefined();
    expect(await stores().accounts.byKey(held.key)).toMatchObject({ question: { why } });
    // By no way does it become anybody's, however often it is met.
    const again = async () => (await stores().accounts.byKey(held.key)) ?? expect.fail();
    expect(await meetSpeaker(deps(), await again())).toBeUndefined();
    await matchUnattached(deps());
    const { key, channel, parts, name, emails, seenAt } = held;
    await matchMembers(deps(), {
      members: async () => ({ members: [{ key, channel, parts, name, emails, seenAt }] }),
    });
    expect((await again()).personId).toBeUndefined();
    expect(await stores().accounts.ofPeople(owners.map(({ id }) => id))).toEqual(before);
  });
});

test('who has a seat in a department, or was named a deputy, has a role', async () => {
  const seated = await named('sid');
  await stores().people.grant(seated.id, { role: 'departmentHead', department: 'Sales' }, byTest);
  const deputy = await named('dee');
  await stores().people.nameDeputy(
    seated.id,
    { person: deputy.id, from: '2026-11-01', until: '2026-12-01' },
    byTest,
  );
  for (const name of ['sid', 'dee']) {
    const held = await account(name, [address(name)]);
    expect(await matchAccount(deps(), held)).toBeUndefined();
    expect(await stores().accounts.byKey(held.key)).toMatchObject({ question: { why: 'has-role' } });
  }
});

test('of two accounts met at the same moment one is somebody’s, the other is held', async () => {
  const { id } = await named('mia');
  const both = [await account('mia-1', [address('mia')]), await account('mia-2', [address('mia')])];
  const matches = await Promise.all(both.map((one) => matchAccount(deps(), one)));
  expect(matches.filter((match) => match !== undefined)).toHaveLength(1);
  expect(await stores().accounts.ofPeople([id])).toHaveLength(1);
});

test('a guest whom nobody knows is asked about when they speak, and not before', async () => {
  const guest = await account('gus', ['gus@partner.example'], true);
  expect(await matchAccount(deps(), guest)).toBeUndefined();
  expect(await stores().accounts.byKey(guest.key)).not.toHaveProperty('question');
  expect(await meetSpeaker(deps(), guest)).toBeUndefined();
  expect(await stores().accounts.byKey(guest.key)).toMatchObject({ question: { why: 'guest' } });
  expect(await stores().people.named('gus@partner.example')).toEqual([]);
});

test('whom the configuration names is asked nobody about, whatever they hold', async () => {
  const { id } = await named('zoe');
  await stores().people.grant(id, { role: 'trainingStaff' }, byTest);
  const zoe = await account('zoe', [address('zoe')]);
  await matchAccount(deps(), zoe);
  const isFirstStaff = ({ key }: { key: string }) => key === zoe.key;
  const held = (await stores().accounts.byKey(zoe.key)) ?? expect.fail();
  expect(held.question).toBeDefined();
  expect(await matchAccount({ ...deps(), isFirstStaff }, held)).toMatchObject({ person: { id } });
  expect(await stores().accounts.ofPerson(id)).toMatchObject({ key: zoe.key });
});

test('an account that the version before made somebody’s although it is held is nobody’s', async () => {
  const { id } = await named('vic');
  await first('vic');
  const second = await account('vic-2', [address('vic')]);
  await matchAccount(deps(), second);
  await stores().accounts.attach(second.key, id, byTest);
  const now = (await stores().accounts.byKey(second.key)) ?? expect.fail();
  expect(now.personId).toBe(id);
  expect(await meetSpeaker(deps(), now)).toBeUndefined();
  expect((await stores().accounts.ofPeople([id])).map(({ key }) => key)).not.toContain(second.key);
});

describe('an address that changed in the directory', () => {
  test('is its person’s as well, and the old one stays theirs', async () => {
    const { id } = await named('nia');
    await first('nia');
    await matchAccount(deps(), await account('nia', [address('nia.berg')]));
    expect((await named('nia.berg')).id).toBe(id);
    expect((await named('nia')).id).toBe(id);
  });

  test('to one that is somebody else’s takes nothing from either: staff are asked', async () => {
    const own = await named('olga');
    await first('olga');
    const other = await named('olga.upn');
    const changed = await account('olga', [address('olga'), address('olga.upn')]);
    expect(await matchAccount(deps(), changed)).toMatchObject({ person: { id: own.id } });
    expect(await stores().accounts.byKey(changed.key)).toMatchObject({
      personId: own.id,
      question: { why: 'also-of' },
    });
    expect((await named('olga.upn')).id).toBe(other.id);
    expect(await stores().accounts.ofPerson(own.id)).toMatchObject({ key: changed.key });
  });

  test('of a guest is not believed', async () => {
    const { id } = await named('pia');
    const guest = await account('pia', [address('pia')], true);
    await stores().accounts.attach(guest.key, id, byTest);
    await matchAccount(deps(), await account('pia', ['boss@contoso.example'], true));
    expect(await stores().people.byEmails(['boss@contoso.example'])).toEqual([]);
  });
});
