import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { VisitId } from '../../src/domain/kernel/ids.ts';
import { claimOne } from '../support/claim-one.ts';
import { type RunningBot, runBot } from './run-bot.ts';

describe('installing the bot', () => {
  let run: RunningBot;

  beforeAll(async () => {
    run = await runBot();
  });
  afterAll(() => run.close());

  it('attaches the account to the person of the roster, greets, and makes what was unreachable due again', async () => {
    const { people, accounts, deliveries } = run.desk.stores;
    const person = await people.appear('mei@example.com', '王梅');
    const now = run.clock.now();
    await deliveries.plan([
      {
        subject: { kind: 'invitation', visit: 'visit' as VisitId },
        recipient: { person: person.id },
        notBefore: now,
      },
    ]);
    const claimed = await claimOne({ deliveries }, { owner: 'a', now, realNow: now, leaseMs: 1000 });
    if (claimed === undefined) throw new Error('nothing to claim');
    const outcome = await run.bot.messenger.deliver(claimed);
    expect(outcome).toEqual({ kind: 'obsolete' });
    await deliveries.record(claimed.id, 'a', { state: 'unreachable', reason: 'no-address', at: now });

    const mei = run.tenant.person({ name: '王梅', email: 'mei@example.com', locale: 'zh-CN' });
    await mei.installs();
    const account = await accounts.ofPerson(person.id);
    expect(account).toMatchObject({ parts: { aadObjectId: mei.aadObjectId }, connected: true });
    expect(account?.address?.parts.conversationId).toBe(mei.chat.id);
    expect((await deliveries.of(claimed))?.state).not.toBe('unreachable');
    expect(mei.chat.texts.at(-1)).toContain('您好');
    expect(run.installed.at(-1)).toMatchObject({ kind: 'personal' });

    await mei.uninstalls();
    expect((await accounts.ofPerson(person.id))?.connected).toBe(false);
  });

  it('greets nobody at night', async () => {
    run.clock.time = new Date('2026-11-24T15:00:00Z');
    const owl = run.tenant.person({ name: 'Owl', email: 'owl@example.com', timezone: 'Asia/Shanghai' });
    await owl.installs();
    expect(owl.chat.texts).toEqual([]);
    run.clock.time = new Date('2026-11-24T02:00:00Z');
  });

  it('in a team tells where its members are, and meets those who join', async () => {
    const tom = run.tenant.person({ name: 'Tom', email: 'tom@example.com' });
    const late = run.tenant.person({ name: 'Late', email: 'late@example.com' });
    const expected = await run.desk.stores.people.appear('late@example.com', '');
    const team = run.tenant.team({ name: 'Team', members: [tom] });
    await team.installs();
    const told = run.installed.at(-1);
    if (told?.kind !== 'team') throw new Error('not told of a team');
    expect((await run.bot.roster(told.team).members()).members.map(({ name }) => name)).toEqual(['Tom']);
    await team.adds(late);
    expect((await run.desk.stores.accounts.ofPerson(expected.id))?.parts.aadObjectId).toBe(late.aadObjectId);
    await team.uninstalls();
    expect(run.tenant.complaints).toEqual([]);
  });
});
