import { describe, expect, it } from 'vitest';
import type { AccountKey } from '../../src/domain/kernel/ids.ts';
import { seenAs } from '../../src/teams/bot/teams-account.ts';
import { chatAddress } from '../../src/teams/bot/teams-address.ts';
import { byTest } from '../support/by-test.ts';
import { at, person } from './samples.ts';
import { useStores } from './two-processes.ts';

describe('accounts', () => {
  const { one, other, either, opened } = useStores();
  const sighting = (aadObjectId: string, seenAt = at('01T00:00'), mri = `29:${aadObjectId}`) => ({
    ...seenAs({ tenantId: 'Tenant', aadObjectId, mri }),
    seenAt,
  });
  const chat = (conversationId: string) =>
    chatAddress({ conversationId, serviceUrl: 'https://smba.example' });

  it('keep what is not given as it was', async () => {
    const address = chat('a:1');
    await one().accounts.saw({ ...sighting('ANN'), name: 'Ann', emails: ['Ann@Example.com'] });
    const later = { ...seenAs({ tenantId: 'Tenant', aadObjectId: 'ANN' }), seenAt: at('02T00:00') };
    await one().accounts.saw({ ...later, address, connected: true, locale: 'zh-CN' });
    expect(await other().accounts.saw({ ...later, seenAt: at('01T12:00') })).toEqual({
      key: 'tenant/ann',
      channel: 'teams',
      parts: { tenantId: 'Tenant', aadObjectId: 'ANN', mri: '29:ANN' },
      name: 'Ann',
      emails: ['ann@example.com'],
      address,
      connected: true,
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
    const address = chat('a:2');
    const { key } = await one().accounts.saw({ ...sighting('moment', at('01T00:11')), address });
    expect(await other().accounts.byKey(key)).toMatchObject({
      name: 'Mo',
      address,
      seenAt: at('01T00:11'),
    });
  });

  it('that are seen side by side are each answered with their own', async () => {
    const names = ['x', 'y', 'x', 'z'];
    const seen = await Promise.all(
      names.map((name, n) => one().accounts.saw(sighting(`side-${name}`, at('01T00:00'), `29:${name}${n}`))),
    );
    expect(seen.map(({ parts }) => parts.aadObjectId)).toEqual(names.map((name) => `side-${name}`));
    expect(seen[0]).toEqual(seen[2]);
  });

  it('are made once, however often they are seen at once', async () => {
    const seen = Array.from({ length: 20 }, (_, n) =>
      either(n).accounts.saw({
        ...seenAs({ tenantId: 'Tenant', aadObjectId: 'race', ...(n === 7 ? { mri: '29:race' } : {}) }),
        seenAt: at('01T00:00'),
      }),
    );
    const [{ key } = { key: undefined }] = await Promise.all(seen);
    expect(key && (await one().accounts.byKey(key))).toMatchObject({
      parts: { mri: '29:race' },
      connected: false,
    });
  });

  it('belong to nobody until attached', async () => {
    const { key } = await one().accounts.saw({
      ...sighting('bo'),
      emails: ['bo@example.com', 'bo@corp.example'],
    });
    expect((await one().accounts.unattached()).map((account) => account.key)).toContain(key);
    expect((await one().accounts.byEmail('BO@corp.example'))?.key).toBe(key);
    await one().accounts.attach(key, person('bo'), byTest);
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
      await one().accounts.attach(key, person('cai'), byTest);
    }
    expect((await one().accounts.ofPerson(person('cai')))?.parts.aadObjectId).toBe('cai-new');
  });

  it('stand in documents as they always did, so that the version before can read them', async () => {
    const address = chat('a:3');
    const { key } = await one().accounts.saw({ ...sighting('doc'), name: 'Doc', address, connected: true });
    const accounts = opened().connection.collection<{ _id: string }>('accounts');
    expect(await accounts.findOne({ _id: key })).toEqual({
      _id: 'tenant/doc',
      tenantId: 'Tenant',
      aadObjectId: 'doc',
      mri: '29:doc',
      name: 'Doc',
      emails: [],
      // The version before does not know it: the directory was never asked.
      emailsAt: new Date(0),
      chat: { conversationId: 'a:3', serviceUrl: 'https://smba.example' },
      installed: true,
      seenAt: at('01T00:00'),
    });
  });

  it('of another channel are kept in its own words', async () => {
    const key = 'email/eve@example.com' as AccountKey;
    const seen = {
      key,
      channel: 'email',
      parts: { mailbox: 'eve@example.com' },
      seenAt: at('01T00:00'),
    } as const;
    const address = { channel: 'email', parts: { to: 'eve@example.com' } } as const;
    await one().accounts.saw({ ...seen, address, connected: true });
    await one().accounts.saw({ ...seen, parts: { server: 'mx' } });
    expect(await other().accounts.byKey(key)).toMatchObject({
      ...seen,
      parts: { mailbox: 'eve@example.com', server: 'mx' },
      address,
      connected: true,
    });
  });
});
