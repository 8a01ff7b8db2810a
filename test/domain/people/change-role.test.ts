import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Account } from '../../../src/domain/people/account.ts';
import { changeRole } from '../../../src/domain/people/grant-role.ts';
import { readRoleRequest } from '../../../src/domain/people/read-role-request.ts';
import { sighting } from '../../support/account-sightings.ts';
import { useTestStores } from '../../support/use-test-stores.ts';

const stores = useTestStores();

describe('a request for a role is understood', () => {
  test.each([
    ['add staff mei@contoso.example', 'mei@contoso.example', 'trainingStaff', 'give'],
    ['mei@contoso.example staff', 'mei@contoso.example', 'trainingStaff', 'give'],
    ['Remove  Supervisor Mei Lin', 'Mei Lin', 'supervisor', 'take'],
    ['Mei Lin training staff', 'Mei Lin', 'trainingStaff', 'give'],
    ['添加 管理员 李伟', '李伟', 'trainingStaff', 'give'],
    ['移除 督导 李伟', '李伟', 'supervisor', 'take'],
    ['李伟 培训管理员 取消', '李伟', 'trainingStaff', 'take'],
    ['mei@contoso.example boss', 'mei@contoso.example boss', undefined, 'give'],
    ['', '', undefined, 'give'],
  ])('%s', (text, who, role, change) => {
    expect(readRoleRequest(text)).toEqual({ who, role, change });
  });

  test('and whatever is typed throws nothing and invents no name', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const { who } = readRoleRequest(text);
        expect(text.normalize('NFKC').replace(/\s+/gu, ' ')).toContain(who);
      }),
    );
  });
});

const accountOf = async (name: string): Promise<Account> => stores().accounts.saw(sighting(name));
const ask = async (text: string, by = 'boss', firstStaff = 'oid-boss') =>
  changeRole(stores(), await accountOf(by), readRoleRequest(text), firstStaff);
const standing = async (email: string) => (await stores().people.byEmails([email]))[0]?.standing;

test('somebody gets a role by address or by exact name, and loses it', async () => {
  await stores().people.appear('mei@contoso.example', 'Mei Lin');
  expect(await ask('add staff MEI@contoso.example')).toMatchObject({ already: false, change: 'give' });
  expect(await ask('add staff mei lin')).toMatchObject({ already: true });
  expect(await standing('mei@contoso.example')).toEqual(['trainingStaff']);
  expect(await ask('remove staff Mei Lin')).toMatchObject({ already: false, staysByConfiguration: false });
  expect(await standing('mei@contoso.example')).toEqual([]);
  expect(await ask('remove staff Mei Lin')).toMatchObject({ already: true });
});

test('a colleague met in a team, whom no roster knows, can be given a role', async () => {
  await accountOf('newcomer');
  expect(await ask('add supervisor newcomer@contoso.example')).toMatchObject({
    person: { name: 'newcomer' },
  });
  expect(await standing('newcomer@contoso.example')).toEqual(['supervisor']);
});

test('what cannot be done is refused by name', async () => {
  await stores().people.appear('wu1@contoso.example', 'Wu Min');
  await stores().people.appear('wu2@contoso.example', 'Wu Min');
  await expect(ask('add staff Wu Min')).rejects.toMatchObject({ code: 'several-people' });
  await expect(ask('add staff who@contoso.example')).rejects.toMatchObject({ code: 'unknown-person' });
  await expect(ask('add staff')).rejects.toMatchObject({ code: 'unknown-person' });
  await expect(ask('add king wu1@contoso.example')).rejects.toMatchObject({ code: 'role-not-understood' });
});

test('the last member of the staff stays, unless the one whom the configuration names asks', async () => {
  for (const name of ['one', 'two']) {
    await stores().people.appear(`${name}@contoso.example`, name);
    await ask(`add staff ${name}@contoso.example`);
  }
  await ask('remove staff one@contoso.example', 'two');
  await expect(ask('remove staff two@contoso.example', 'two')).rejects.toMatchObject({
    code: 'last-staff-member',
  });
  expect(await standing('two@contoso.example')).toEqual(['trainingStaff']);
  await ask('remove staff two@contoso.example', 'boss');
  expect(await standing('two@contoso.example')).toEqual([]);
});

test('who is staff by configuration is said to stay it', async () => {
  const boss = await stores().people.appear('boss@contoso.example', 'boss');
  await stores().accounts.attach((await accountOf('boss')).key, boss.id);
  expect(await ask('remove staff boss@contoso.example')).toMatchObject({ staysByConfiguration: true });
});
