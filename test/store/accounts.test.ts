import { describe, expect, it } from 'vitest';
import { accountKey } from '../../src/domain/kernel/ids.ts';
import { at, person } from './samples.ts';
import { useStores } from './two-processes.ts';

describe('accounts', () => {
  const { one, other, either } = useStores();
  const sighting = (aadObjectId: string, seenAt = at('01T00:00')) => ({
    tenantId: 'Tenant',
    aadObjectId,
    seenAt,
  });

  it('keep what is not given as it was', async () => {
    const chat = { conversationId: 'a:1', serviceUrl: 'https://smba.example' };
    await one().accounts.saw({ ...sighting('ANN'), name: 'Ann', mri: '29:ann', emails: ['Ann@Example.com'] });
    await one().accounts.saw({ ...sighting('ANN', at('02T00:00')), chat, installed: true, locale: 'zh-CN' });
    expect(await other().accounts.saw(sighting('ann', at('01T12:00')))).toEqual({
      key: 'tenant/ann',
      tenantId: 'Tenant',
      aadObjectId: 'ANN',
      mri: '29:ann',
      name: 'Ann',
      emails: ['ann@example.com'],
      chat,
      installed: true,
      locale: 'zh-CN',
      seenAt: at('02T00:00'),
    });
  });

  it('learn what is new at once, and the moment they were seen to ten minutes', async () => {
    await one().accounts.saw({ ...sighting('moment'), name: 'Mo' });
    await one().accounts.saw({ ...sighting('moment', at('01T00:09')), name: 'Mo' });
    expect((await other().accounts.saw(sighting('moment'))).seenAt).toEqual(at('01T00:00'));
    await one().accounts.saw(sighting('moment', at('01T00:10')));
    expect((await other().accounts.saw(sighting('moment'))).seenAt).toEqual(at('01T00:10'));
    const chat = { conversationId: 'a:2', serviceUrl: 'https://smba.example' };
    await one().accounts.saw({ ...sighting('moment', at('01T00:11')), chat });
    expect(await other().accounts.byKey(accountKey('tenant', 'moment'))).toMatchObject({
      name: 'Mo',
      chat,
      seenAt: at('01T00:11'),
    });
  });

  it('that are seen side by side are each answered with their own', async () => {
    const names = ['x', 'y', 'x', 'z'];
    const seen = await Promise.all(
      names.map((name, n) => one().accounts.saw({ ...sighting(`side-${name}`), mri: `29:${name}${n}` })),
    );
    expect(seen.map(({ aadObjectId }) => aadObjectId)).toEqual(names.map((name) => `side-${name}`));
    expect(seen[0]).toEqual(seen[2]);
  });

  it('are made once, however often they are seen at once', async () => {
    const seen = Array.from({ length: 20 }, (_, n) =>
      either(n).accounts.saw({ ...sighting('race'), ...(n === 7 ? { mri: '29:race' } : {}) }),
    );
    await Promise.all(seen);
    expect(await one().accounts.byKey(accountKey('tenant', 'race'))).toMatchObject({
      mri: '29:race',
      installed: false,
    });
  });

  it('belong to nobody until attached', async () => {
    const { key } = await one().accounts.saw({
      ...sighting('bo'),
      emails: ['bo@example.com', 'bo@corp.example'],
    });
    expect((await one().accounts.unattached()).map((account) => account.key)).toContain(key);
    expect((await one().accounts.byEmail('BO@corp.example'))?.key).toBe(key);
    await one().accounts.attach(key, person('bo'));
    expect((await one().accounts.unattached()).map((account) => account.key)).not.toContain(key);
    expect((await one().accounts.ofPerson(person('bo')))?.key).toBe(key);
    expect(await one().accounts.ofPeople([person('bo'), person('nobody')])).toHaveLength(1);
  });

  it('of one person: the one seen last speaks for them', async () => {
    for (const [id, day] of [
      ['old', '01T00:00'],
      ['new', '05T00:00'],
      ['mid', '03T00:00'],
    ] as const) {
      const { key } = await one().accounts.saw(sighting(`cai-${id}`, at(day)));
      await one().accounts.attach(key, person('cai'));
    }
    expect((await one().accounts.ofPerson(person('cai')))?.aadObjectId).toBe('cai-new');
  });
});
