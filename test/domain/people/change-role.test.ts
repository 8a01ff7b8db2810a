import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { moveEntries } from '../../../src/domain/audit/move-entries.ts';
import type { TrainingCode } from '../../../src/domain/kernel/ids.ts';
import type { Account } from '../../../src/domain/people/account.ts';
import { changeRole } from '../../../src/domain/people/change-role.ts';
import { readRoleRequest } from '../../../src/domain/people/read-role-request.ts';
import { firstStaffIs } from '../../../src/teams/bot/teams-account.ts';
import { sighting } from '../../support/account-sightings.ts';
import { byTest } from '../../support/by-test.ts';
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
    ['training head Mei Lin', 'Mei Lin', 'trainingHead', 'give'],
    ['mei@contoso.example trainingHead', 'mei@contoso.example', 'trainingHead', 'give'],
    ['李伟 培训部负责人', '李伟', 'trainingHead', 'give'],
    ['李伟 管理层', '李伟', 'management', 'give'],
    ['remove Mei Lin coach', 'Mei Lin', 'coach', 'take'],
    ['Mei Lin remove expert', 'Mei Lin', 'expert', 'take'],
    ['', '', undefined, 'give'],
  ])('%s', (text, who, role, change) => {
    expect(readRoleRequest(text)).toEqual({ who, role, change });
  });

  test.each([
    ['anna@contoso.example departmentHead Sales', 'anna@contoso.example', 'departmentHead', 'Sales', 'give'],
    ['Anna Berg department head Sales Asia', 'Anna Berg', 'departmentHead', 'Sales Asia', 'give'],
    ['李伟 部门负责人 销售部', '李伟', 'departmentHead', '销售部', 'give'],
    ['取消 李伟 部门代表 销售部', '李伟', 'representative', '销售部', 'take'],
    ['李伟 取消 部门代表 销售部', '李伟', 'representative', '销售部', 'take'],
    ['anna@contoso.example head of Training', 'anna@contoso.example', 'departmentHead', 'Training', 'give'],
    ['Sales anna@contoso.example rep', 'anna@contoso.example', 'representative', 'Sales', 'give'],
    [
      'representative anna@contoso.example Sales Asia',
      'anna@contoso.example',
      'representative',
      'Sales Asia',
      'give',
    ],
    ['remove Anna Berg representative', 'Anna Berg', 'representative', undefined, 'take'],
  ])('%s', (text, who, role, department, change) => {
    const asked = { who, role, change };
    expect(readRoleRequest(text)).toEqual(department === undefined ? asked : { ...asked, department });
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
  changeRole(
    { ...stores(), clock: { now: () => byTest.at } },
    { account: await accountOf(by), by: byTest },
    readRoleRequest(text),
    firstStaffIs(firstStaff),
  );
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

describe('somebody whose name has two halves', () => {
  const lei = 'zhao.lei@contoso.example';
  const meant = async (text: string) => (await ask(`add coach ${text}`)).person.email;

  test('is found by either half, by the whole, and with the family name first or last', async () => {
    await stores().people.appear(lei, '赵磊 Zhao Lei');
    await stores().people.appear('zhao@contoso.example', '赵雷明 Zhao Leiming');
    for (const text of ['赵磊', 'Zhao Lei', 'lei zhao', 'ZHAO, Lei', '赵磊 Zhao Lei', 'Zhao Lei 赵磊', lei])
      expect([text, await meant(text)]).toEqual([text, lei]);
  });

  test('is found so, too, where only their account was met', async () => {
    await stores().accounts.saw({ ...sighting('met'), name: '钱多 Qian Duo（Sales）' });
    expect(await meant('钱多')).toBe('met@contoso.example');
  });

  test('is named among those who may be meant where another has that half, and nothing changes', async () => {
    await stores().people.appear('sun.yue@contoso.example', '孙悦 Sun Yue');
    await stores().people.appear('sun.yue2@contoso.example', '孙月 Sun Yue');
    await stores().people.appear('other.sun@contoso.example', '孙悦');
    await expect(ask('add staff Sun Yue')).rejects.toMatchObject({
      code: 'several-people',
      details: { near: '孙悦 Sun Yue · sun.yue@contoso.example\n孙月 Sun Yue · sun.yue2@contoso.example' },
    });
    await expect(ask('add staff 孙悦')).rejects.toMatchObject({ code: 'several-people' });
    for (const email of ['sun.yue@contoso.example', 'sun.yue2@contoso.example', 'other.sun@contoso.example'])
      expect(await standing(email)).toEqual([]);
    expect(await meant('孙月')).toBe('sun.yue2@contoso.example');
  });

  test('is asked after where less than a half was typed, and nothing changes', async () => {
    await stores().people.appear('ma@contoso.example', '马超群 Ma Chaoqun');
    const asked = { code: 'unknown-person', details: { near: '马超群 Ma Chaoqun · ma@contoso.example' } };
    await expect(ask('add staff Chaoqun')).rejects.toMatchObject(asked);
    await expect(ask('add staff 马超')).rejects.toMatchObject(asked);
    await expect(ask('add staff .*')).rejects.toMatchObject({ details: { near: '' } });
    expect(await standing('ma@contoso.example')).toEqual([]);
  });
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
  await stores().accounts.attach((await accountOf('boss')).key, boss.id, byTest);
  expect(await ask('remove staff boss@contoso.example')).toMatchObject({ staysByConfiguration: true });
});

describe('a department’s role', () => {
  const seatsOf = async (email: string) => (await stores().people.byEmails([email]))[0]?.seats;
  const roster = async (department: string) => {
    const { id } = await stores().people.appear(`somebody.of.${department}@contoso.example`, '');
    const training = 'SALES-26' as TrainingCode;
    await stores().trainings.enrol({ training, person: id, department, withdrawn: false }, byTest);
  };

  test('is given for a department the rosters name, as they write it, and taken again', async () => {
    await roster('Sales');
    await roster('Sales Asia');
    await stores().people.appear('dora@contoso.example', 'Dora');
    const given = await ask('dora@contoso.example department head sales');
    expect(given.appointment).toEqual({ role: 'departmentHead', department: 'Sales' });
    expect(await ask('dora@contoso.example department head SALES')).toMatchObject({ already: true });
    await ask('dora@contoso.example representative Sales Asia');
    expect(await seatsOf('dora@contoso.example')).toEqual([
      { role: 'departmentHead', department: 'Sales' },
      { role: 'representative', department: 'Sales Asia' },
    ]);
    expect((await stores().people.withRole('representative')).map(({ name }) => name)).toEqual(['Dora']);
    await ask('remove Dora department head');
    await ask('remove Dora representative sales asia');
    expect(await seatsOf('dora@contoso.example')).toEqual([]);
  });

  test('of a department no roster names is refused, with those that look like it', async () => {
    await roster('Finance');
    await stores().people.appear('finn@contoso.example', 'Finn');
    await expect(ask('Finn department head Finanse')).rejects.toMatchObject({
      code: 'unknown-department',
      details: { asked: 'Finanse', near: 'Finance' },
    });
    await expect(ask('Finn department head')).rejects.toMatchObject({ code: 'department-missing' });
    expect(await seatsOf('finn@contoso.example')).toEqual([]);
  });
});

test('a role that is not understood is answered with those that look like it', async () => {
  await expect(ask('Mei Lin departement haed')).rejects.toMatchObject({
    code: 'role-not-understood',
    details: { near: 'departmentHead' },
  });
});

test('giving and taking is written down once, by whom, with no name and no department in it', async () => {
  const { id } = await stores().people.appear('tess@contoso.example', 'Tess');
  for (const text of [
    'Tess coach',
    'Tess coach',
    'Tess head of sales',
    'remove Tess coach',
    'remove Tess coach',
  ])
    await ask(text);
  await moveEntries(stores());
  const entries = await stores().trail.about('person', id);
  expect(entries.map(({ what, before, after }) => [what, { ...before, ...after }.role])).toEqual([
    ['role-given', 'coach'],
    ['role-given', 'departmentHead'],
    ['role-taken', 'coach'],
  ]);
  expect(entries.every(({ by }) => by.who === byTest.who || 'commandLine' in by.who)).toBe(true);
  expect(JSON.stringify(entries)).not.toMatch(/tess|sales/i);
});
