import { describe, expect, test } from 'vitest';
import type { TrainingCode } from '../../../src/domain/kernel/ids.ts';
import { may, type Permission, permissions } from '../../../src/domain/people/permissions.ts';
import type { Role } from '../../../src/domain/people/person.ts';
import { roleFacts } from '../../../src/domain/people/role-facts.ts';
import { rolesOf } from '../../../src/domain/people/roles-of.ts';
import type { Training } from '../../../src/domain/trainings/training.ts';
import { firstStaffIs, seenAs } from '../../../src/teams/bot/teams-account.ts';
import { sighting } from '../../support/account-sightings.ts';
import { byTest } from '../../support/by-test.ts';
import { useTestStores } from '../../support/use-test-stores.ts';

const stores = useTestStores();
const code = 'SALES-26' as TrainingCode;
const training: Training = {
  code,
  course: 'Selling',
  title: 'Selling well',
  mode: 'classroom',
  source: 'internal',
  length: 'short',
  start: '2026-11-18',
  end: '2026-11-20',
  timeZone: 'Asia/Shanghai',
  instructorEmails: ['ines.upn@contoso.example'],
};
const rolesOfName = async (name: string, firstStaff = '', emails = [`${name}@contoso.example`]) => {
  const person = await stores().people.appear(`${name}@contoso.example`, name);
  const account = await stores().accounts.saw(sighting(name, { emails }));
  return [...(await rolesOf(person, account, roleFacts(stores()), firstStaffIs(firstStaff)))].sort();
};

test('trainees, managers and instructors are who the rosters say', async () => {
  const trainee = await stores().people.appear('tia@contoso.example', 'Tia');
  const manager = await stores().people.appear('mara@contoso.example', 'Mara');
  await stores().trainings.save(training);
  await stores().trainings.enrol({
    training: code,
    person: trainee.id,
    manager: manager.id,
    department: 'Sales',
    withdrawn: false,
  });
  expect(await rolesOfName('tia')).toEqual(['trainee']);
  expect(await rolesOfName('mara')).toEqual(['manager']);
  expect(await rolesOfName('ines', '', ['ines@contoso.example', 'ines.upn@contoso.example'])).toEqual([
    'instructor',
  ]);
  expect(await rolesOfName('nobody')).toEqual([]);
});

test('staff are those given the role and the one the configuration names, in whatever letters', async () => {
  const { id } = await stores().people.appear('sam@contoso.example', 'Sam');
  await stores().people.grant(id, { role: 'trainingStaff' }, byTest);
  expect(await rolesOfName('sam')).toEqual(['trainingStaff']);
  expect(await rolesOfName('fred', 'OID-FRED')).toEqual(['trainingStaff']);
  expect(await rolesOfName('fred', 'oid-other')).toEqual([]);
});

test('an account without a directory id is not made staff by an empty configuration', async () => {
  const person = await stores().people.appear('ghost@contoso.example', 'Ghost');
  const nameless = seenAs({ tenantId: 'tenant-1', aadObjectId: '' });
  const account = await stores().accounts.saw(sighting('ghost', nameless));
  expect([...(await rolesOf(person, account, roleFacts(stores()), firstStaffIs('')))]).toEqual([]);
});

describe('what a role may do, and nothing else', () => {
  const everybody: Permission[] = ['help', 'work-on-improvement'];
  test.each<[Role | undefined, Permission[]]>([
    [undefined, []],
    ['trainee', ['answer', 'see-own-visits']],
    ['instructor', ['see-results-of-own-training']],
    ['manager', ['report']],
    ['supervisor', []],
    ['trainingStaff', ['report', 'status', 'assign', 'choose-channel', 'give-roles', 'see-unmatched']],
  ])('%s', (role, own) => {
    const roles = new Set(role === undefined ? [] : [role]);
    const allowed = permissions.filter((permission) => may(roles, permission));
    expect(allowed.sort()).toEqual([...everybody, ...own].sort());
  });
});
