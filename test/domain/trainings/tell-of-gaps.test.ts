import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import type { TrainingCode } from '../../../src/domain/kernel/ids.ts';
import { defaultSettings } from '../../../src/domain/kernel/settings.ts';
import { meetSpeaker } from '../../../src/domain/people/match-account.ts';
import { tellOfGaps } from '../../../src/domain/trainings/tell-of-gaps.ts';
import { sighting } from '../../support/account-sightings.ts';
import { byTest } from '../../support/by-test.ts';
import { claimOne } from '../../support/claim-one.ts';
import { useTestStores } from '../../support/use-test-stores.ts';

const stores = useTestStores();
const training = 'SALES-26' as TrainingCode;
const now = new Date('2026-11-21T02:00:00Z');
const deps = () => ({ ...stores(), clock: { now: () => now }, settings: defaultSettings });
const tell = () => tellOfGaps(deps(), [training]);
/** Takes what was planned to be told to staff, once each. */
const told = async (): Promise<number> => {
  const claim = { owner: 'test', now, realNow: now, leaseMs: 60_000 };
  let count = 0;
  while ((await claimOne(stores(), claim)) !== undefined) count += 1;
  return count;
};
const enrol = async (name: string): Promise<void> => {
  const person = await stores().people.appear(`${name}@contoso.example`, name);
  await stores().trainings.enrol(
    { training, person: person.id, department: 'Sales', withdrawn: false },
    byTest,
  );
};

test('staff are told of the same missing people once, and again when others are missing', async () => {
  const staff = await stores().people.appear('staff@contoso.example', 'Staff');
  await stores().people.grant(staff.id, { role: 'trainingStaff' }, byTest);
  await tell();
  expect(await told()).toBe(0);
  await enrol('ada');
  await tell();
  await tell();
  expect(await told()).toBe(1);
  await enrol('bo');
  await tell();
  expect(await told()).toBe(1);

  // Cy spoke before any roster named him, under his sign-in name: he is found, and nobody is told.
  const emails = ['cy.upn@contoso.example', 'cy@contoso.example'];
  await meetSpeaker(deps(), await stores().accounts.saw(sighting('cy', { emails, connected: true })));
  await enrol('cy');
  await tell();
  expect(await told()).toBe(0);
});

test('the same people are not told of again because the version before digested another word', async () => {
  const other = 'SALES-27' as TrainingCode;
  const staff = await stores().people.appear('staff@contoso.example', 'Staff');
  await stores().people.grant(staff.id, { role: 'trainingStaff' }, byTest);
  const person = await stores().people.appear('dee@contoso.example', 'dee');
  await stores().trainings.enrol(
    {
      training: other,
      person: person.id,
      department: 'Sales',
      withdrawn: false,
    },
    byTest,
  );
  await meetSpeaker(deps(), await stores().accounts.saw(sighting('dee', { connected: false })));
  await tellOfGaps(deps(), [other]);
  const digest = createHash('sha256').update(`${person.id} not-installed`).digest('base64url').slice(0, 12);
  const [planned] = await stores().deliveries.about([{ kind: 'roster-gaps', training: other, digest }]);
  expect(planned?.recipient).toEqual({ person: staff.id });
});
