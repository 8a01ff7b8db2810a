import { expect, it } from 'vitest';
import { defaultSettings as settings } from '../../../src/domain/kernel/settings.ts';
import { nameDeputy } from '../../../src/domain/sequels/name-deputy.ts';
import { byTest } from '../../support/by-test.ts';
import { useTestStores } from '../../support/use-test-stores.ts';

const stores = useTestStores();

it('somebody stands in for 366 days at most: whoever does so longer is given the role', async () => {
  const deps = { ...stores(), clock: { now: () => new Date('2026-11-20T10:00+08:00') }, settings };
  const { people } = stores();
  const { id } = await people.appear('head@contoso.example', 'Head');
  await people.appear('lea@contoso.example', 'Lea');
  await people.grant(id, { role: 'trainingHead' }, byTest);
  const head = await people.byId(id);
  if (head === undefined) throw new Error('nobody is there');
  const until = (day: string) =>
    nameDeputy(
      deps,
      head,
      { ask: 'name', who: 'lea@contoso.example', from: '2026-11-20', until: day },
      byTest,
    );
  await expect(until('2027-11-22')).rejects.toMatchObject({ code: 'deputy-too-long' });
  expect((await people.byId(id))?.deputy).toBeUndefined();
  await until('2027-11-21');
  expect((await people.byId(id))?.deputy).toMatchObject({ from: '2026-11-20', until: '2027-11-21' });
});
