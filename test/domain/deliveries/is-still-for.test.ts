import { expect, it } from 'vitest';
import { isStillFor } from '../../../src/domain/deliveries/is-still-for.ts';
import type { ImprovementId } from '../../../src/domain/kernel/ids.ts';
import { defaultSettings as settings } from '../../../src/domain/kernel/settings.ts';
import { byTest } from '../../support/by-test.ts';
import { useTestStores } from '../../support/use-test-stores.ts';

const stores = useTestStores();

it('a message is for nobody who has left, though they were to get it when it was planned; it is again on their return', async () => {
  const deps = { ...stores(), clock: { now: () => byTest.at }, settings };
  const { id } = await stores().people.appear('lea@contoso.example', 'Lea');
  const subject = { kind: 'assignment', improvement: 'm-1' as ImprovementId } as const;
  const message = { subject, recipient: { person: id } };
  expect(await isStillFor(deps, message)).toBe(true);
  await stores().people.leave(id, id, byTest);
  expect(await isStillFor(deps, message)).toBe(false);
  await stores().people.comeBack(id, byTest);
  expect(await isStillFor(deps, message)).toBe(true);
});
