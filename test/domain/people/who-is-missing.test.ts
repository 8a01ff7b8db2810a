import { expect, test } from 'vitest';
import type { TrainingCode } from '../../../src/domain/kernel/ids.ts';
import type { AccountSighting } from '../../../src/domain/people/account-store.ts';
import { whoIsMissing } from '../../../src/domain/people/who-is-missing.ts';
import { sighting } from '../../support/account-sightings.ts';
import { byTest } from '../../support/by-test.ts';
import { useTestStores } from '../../support/use-test-stores.ts';

const stores = useTestStores();
const training = 'SALES-26' as TrainingCode;

const enrol = async (name: string, account?: Partial<AccountSighting>, withdrawn = false) => {
  const person = await stores().people.appear(`${name}@contoso.example`, name);
  if (account !== undefined) {
    const { key } = await stores().accounts.saw(sighting(name, account));
    await stores().accounts.attach(key, person.id, byTest);
  }
  return { training, person: person.id, withdrawn };
};

test('who has no account, no bot or another address is listed with that reason; nobody else is', async () => {
  const roster = [
    await enrol('unknown'),
    await enrol('reachable', { connected: true }),
    await enrol('lacking', { connected: false }),
    await enrol('gone', undefined, true),
    await enrol('second', { connected: true, emails: ['second@contoso.example', 'first@contoso.example'] }),
    await enrol('first'),
  ];
  const missing = await whoIsMissing(stores(), roster);
  expect(missing.map(({ person, reason, otherEmail }) => [person.name, reason, otherEmail])).toEqual([
    ['first', 'under-other-address', 'second@contoso.example'],
    ['lacking', 'not-connected', undefined],
    ['unknown', 'no-account', undefined],
  ]);
});
