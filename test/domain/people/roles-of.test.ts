import { describe, expect, test } from 'vitest';
import type { PersonId, TrainingCode } from '../../../src/domain/kernel/ids.ts';
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
const deps = (firstStaff: string, today = '2026-11-20') => ({
  people: stores().people,
  facts: roleFacts(stores()),
  isFirstStaff: firstStaffIs(firstStaff),
  today,
});
const rolesOfName = async (name: string, firstStaff = '', emails = [`${name}@contoso.example`]) => {
  const { id } = await stores().people.appear(`${name}@contoso.example`, name);
  await stores().people.learnAddresses(id, emails, byTest);
  const person = (await stores().people.byId(id)) ?? expect.fail();
  const account = await stores().accounts.saw(sighting(name, { emails }));
  return [...(await rolesOf(deps(firstStaff), person, account)).roles].sort();
};

test('trainees, managers and instructors are who the rosters say', async () => {
  const trainee = await stores().people.appear('tia@contoso.example', 'Tia');
  const manager = await stores().people.appear('mara@contoso.example', 'Mara');
  await stores().trainings.save(training, byTest);
  await stores().trainings.enrol(
    {
      training: code,
      person: trainee.id,
      manager: manager.id,
      department: 'Sales',
      withdrawn: false,
    },
    byTest,
  );
  expect(await rolesOfName('tia')).toEqual(['trainee']);
  expect(await rolesOfName('mara')).toEqual(['manager']);
  expect(await rolesOfName('ines', '', ['ines@contoso.example', 'ines.upn@contoso.example'])).toEqual([
    'instructor',
  ]);
  expect(await rolesOfName('nobody')).toEqual([]);
  // An address that only their account has is somebody else's, maybe.
  const emails = ['ira@contoso.example', 'ines.upn@contoso.example'];
  const ira = await stores().people.appear('ira@contoso.example', 'Ira');
  const account = await stores().accounts.saw(sighting('ira', { emails }));
  expect([...(await rolesOf(deps(''), ira, account)).roles]).toEqual([]);
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
  expect([...(await rolesOf(deps(''), person, account)).roles]).toEqual([]);
});

describe('whoever stands in for somebody', () => {
  const named = async (principal: string, deputy: string, from = '2026-11-18', until = '2026-11-22') => {
    const { id } = await stores().people.appear(`${principal}@contoso.example`, principal);
    const { id: person } = await stores().people.appear(`${deputy}@contoso.example`, deputy);
    await stores().people.nameDeputy(id, { person, from, until }, byTest);
    return id;
  };
  const on = async (name: string, today: string) => {
    const person = await stores().people.appear(`${name}@contoso.example`, name);
    return [...(await rolesOf(deps('', today), person, undefined)).roles].sort();
  };

  test('has the given roles and the manager’s seat, from the first day to the last, and is asked nothing', async () => {
    const id = await named('pia', 'quin');
    await stores().people.grant(id, { role: 'supervisor' }, byTest);
    await stores().people.grant(id, { role: 'departmentHead', department: 'Sales' }, byTest);
    await stores().trainings.enrol(
      {
        training: code,
        person: id,
        manager: id,
        department: 'Sales',
        withdrawn: false,
      },
      byTest,
    );
    await stores().trainings.save({ ...training, instructorEmails: ['pia@contoso.example'] }, byTest);
    expect(await on('pia', '2026-11-20')).toContain('instructor');
    const roles = ['departmentHead', 'manager', 'supervisor'];
    const days = ['2026-11-17', '2026-11-18', '2026-11-22', '2026-11-23'];
    expect(await Promise.all(days.map((day) => on('quin', day)))).toEqual([[], roles, roles, []]);
  });

  test('hands nothing on', async () => {
    const id = await named('ros', 'sig');
    await stores().people.grant(id, { role: 'coach' }, byTest);
    await named('sig', 'tom');
    expect(await on('sig', '2026-11-20')).toEqual(['coach']);
    expect(await on('tom', '2026-11-20')).toEqual([]);
  });

  test('is looked for only where somebody was named a deputy once', async () => {
    const asked: string[] = [];
    const people = {
      ...stores().people,
      representedBy: async (id: PersonId) => {
        asked.push(id);
        return stores().people.representedBy(id);
      },
    };
    const plain = await stores().people.appear('una@contoso.example', 'Una');
    await rolesOf({ ...deps(''), people }, plain, undefined);
    expect(asked).toEqual([]);
    await named('vic', 'una');
    const marked = await stores().people.byId(plain.id);
    await rolesOf({ ...deps(''), people }, marked ?? expect.fail(), undefined);
    expect(asked).toEqual([plain.id]);
  });
});
