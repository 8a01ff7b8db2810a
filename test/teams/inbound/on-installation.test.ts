import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { VisitId } from '../../../src/domain/kernel/ids.ts';
import { claimOne } from '../../support/claim-one.ts';
import { type OfficeUnderTest, startOffice } from '../../support/office-under-test.ts';

describe('installing the bot', () => {
  let office: OfficeUnderTest;

  beforeAll(async () => {
    office = await startOffice();
  });
  afterAll(() => office.close());

  it('attaches the account to the person of the roster, greets, and makes what was unreachable due again', async () => {
    const { people, accounts, deliveries } = office.stores;
    const person = await people.appear('mei@example.com', '王梅');
    const now = office.clock.now();
    await deliveries.plan([
      {
        subject: { kind: 'invitation', visit: 'visit' as VisitId },
        recipient: { person: person.id },
        notBefore: now,
      },
    ]);
    const claimed = await claimOne({ deliveries }, { owner: 'a', now, realNow: now, leaseMs: 1000 });
    if (claimed === undefined) throw new Error('nothing to claim');
    const outcome = await office.running.deps.messenger.deliver(claimed);
    expect(outcome).toEqual({ kind: 'obsolete' });
    await deliveries.record(claimed.id, 'a', { state: 'unreachable', reason: 'no-address', at: now });

    const mei = office.tenant.person({ name: '王梅', email: 'mei@example.com', locale: 'zh-CN' });
    await mei.installs();
    const account = await accounts.ofPerson(person.id);
    expect(account).toMatchObject({ parts: { aadObjectId: mei.aadObjectId }, connected: true });
    expect(account?.address?.parts.conversationId).toBe(mei.chat.id);
    expect((await deliveries.of(claimed))?.state).not.toBe('unreachable');
    expect(mei.chat.texts.at(-1)).toContain('您好');

    await mei.uninstalls();
    expect((await accounts.ofPerson(person.id))?.connected).toBe(false);
  });

  it('greets nobody at night', async () => {
    const day = office.clock.time;
    office.clock.time = new Date('2026-08-14T23:00+08:00');
    const owl = office.tenant.person({ name: 'Owl', email: 'owl@example.com', timezone: 'Asia/Shanghai' });
    await owl.installs();
    expect(owl.chat.texts).toEqual([]);
    office.clock.time = day;
  });

  it('in a team meets its members, and those who join', async () => {
    const tom = office.tenant.person({ name: 'Tom', email: 'tom@example.com' });
    const late = office.tenant.person({ name: 'Late', email: 'late@example.com' });
    const there = await office.stores.people.appear('tom@example.com', '');
    const expected = await office.stores.people.appear('late@example.com', '');
    const team = office.tenant.team({ name: 'Team', members: [tom] });
    await team.installs();
    await office.tenant.waitFor(() => office.stores.accounts.ofPerson(there.id));
    await team.adds(late);
    expect((await office.stores.accounts.ofPerson(expected.id))?.parts.aadObjectId).toBe(late.aadObjectId);
    await team.uninstalls();
    expect(office.tenant.complaints).toEqual([]);
  });
});
