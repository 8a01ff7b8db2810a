import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Account } from '../../../src/domain/people/account.ts';
import { seenAs } from '../../../src/teams/bot/teams-account.ts';
import { chatAddress, teamChannelAddress, teamChannelAt } from '../../../src/teams/bot/teams-address.ts';
import { byTest } from '../../support/by-test.ts';
import { type OfficeUnderTest, startOffice } from '../../support/office-under-test.ts';
import { fault } from '../../support/teams-tenant/fault.ts';
import type { Person } from '../../support/teams-tenant/person.ts';

const card = (text: string) => ({
  card: { type: 'AdaptiveCard', version: '1.5', body: [{ type: 'TextBlock', text }] } as const,
  summary: 'A card',
});

describe('sending', () => {
  let office: OfficeUnderTest;
  let mei: Person;
  let number = 0;

  const accountOf = (person: Person): Promise<Account> =>
    office.stores.accounts.saw({
      ...seenAs({ tenantId: person.tenantId, aadObjectId: person.aadObjectId, mri: person.mri }),
      name: person.name,
      seenAt: office.clock.now(),
    });

  beforeAll(async () => {
    office = await startOffice();
    // Whoever was never met is written to where the department's channel is.
    await office.chooseChannel('Results');
  });
  afterAll(() => office.close());
  beforeEach(() => {
    number += 1;
    office.tenant.faults.clear();
    mei = office.tenant
      .person({ name: `Mei ${number}`, email: `mei${number}@example.com` })
      .alreadyInstalled();
  });

  it('opens somebody’s chat once, remembers it, and names the message', async () => {
    const before = office.tenant.counts.byOperation.create ?? 0;
    const first = await office.running.bot.send.sendPersonal(await accountOf(mei), card('one'));
    const second = await office.running.bot.send.sendPersonal(await accountOf(mei), card('two'));
    expect([first.kind, second.kind]).toEqual(['sent', 'sent']);
    expect((office.tenant.counts.byOperation.create ?? 0) - before).toBe(1);
    expect(mei.chat.cards.map(({ text }) => text)).toEqual(['one', 'two']);
    expect(second).toMatchObject({
      receipt: { name: mei.chat.lastMessage().id, parts: { conversationId: mei.chat.id } },
    });
  });

  it('replaces a message in place', async () => {
    const sent = await office.running.bot.send.sendPersonal(await accountOf(mei), card('before'));
    if (sent.kind !== 'sent') throw new Error(sent.kind);
    expect((await office.running.bot.send.update(sent.receipt, card('after'))).kind).toBe('sent');
    expect(mei.chat.cards.map(({ text }) => text)).toEqual(['after']);
  });

  it('takes a message Teams does not name as sent, and never tries to replace it', async () => {
    office.tenant.faults.next(1, fault.noId(), { operation: 'send' });
    const sent = await office.running.bot.send.sendPersonal(await accountOf(mei), card('nameless'));
    expect(sent).toMatchObject({ kind: 'sent', receipt: { name: null } });
    if (sent.kind !== 'sent') throw new Error(sent.kind);
    expect(await office.running.bot.send.update(sent.receipt, card('x'))).toEqual({
      kind: 'unreachable',
      reason: 'message-gone',
    });
  });

  it('forgets a chat that is gone and opens it anew, once', async () => {
    const account = await accountOf(mei);
    const stale = {
      ...account,
      address: chatAddress({ conversationId: 'a:gone', serviceUrl: office.tenant.serviceUrl }),
    };
    expect((await office.running.bot.send.sendPersonal(stale, card('found'))).kind).toBe('sent');
    expect((await accountOf(mei)).address?.parts.conversationId).toBe(mei.chat.id);
    office.tenant.faults.always(fault.refuse('ConversationNotFound'), { operation: 'send' });
    expect(await office.running.bot.send.sendPersonal(stale, card('lost'))).toMatchObject({
      kind: 'unreachable',
      reason: 'address-gone',
    });
  });

  it.each([
    ['ConversationBlockedByUser', 'unreachable', 'blocked-by-recipient'],
    ['MessageWritesBlocked', 'unreachable', 'not-connected'],
    ['BotDisabledByAdmin', 'unreachable', 'sender-disabled'],
    ['PreconditionFailed', 'retry', 'service-busy'],
    ['MessageSizeTooBig', 'unreachable', 'too-large'],
    ['ServiceError', 'unreachable', 'refused'],
  ] as const)('asks once and tells %s as %s: %s', async (code, kind, reason) => {
    office.tenant.faults.always(fault.refuse(code), { operation: 'send' });
    const before = office.tenant.counts.byOperation.send ?? 0;
    expect(await office.running.bot.send.sendPersonal(await accountOf(mei), card('x'))).toMatchObject({
      kind,
      reason,
    });
    expect((office.tenant.counts.byOperation.send ?? 0) - before).toBe(1);
  });

  it.each([502, 503, 504])('asks once when the service says %i', async (status) => {
    office.tenant.faults.always(fault.status(status), { operation: 'send' });
    const before = office.tenant.counts.byOperation.send ?? 0;
    const outcome = await office.running.bot.send.sendPersonal(await accountOf(mei), card('x'));
    expect(outcome).toMatchObject({ kind: 'retry', reason: 'service-busy', status });
    expect((office.tenant.counts.byOperation.send ?? 0) - before).toBe(1);
  });

  it('waits as long as Teams says', async () => {
    office.tenant.faults.next(1, fault.throttle({ retryAfter: 7 }), { operation: 'send' });
    const outcome = await office.running.bot.send.sendPersonal(await accountOf(mei), card('x'));
    expect(outcome).toEqual({ kind: 'retry', reason: 'throttled', afterMs: 7000, status: 429 });
  });

  it('does not know whether a message arrived whose answer was lost, and does not send it again', async () => {
    office.tenant.faults.next(1, fault.dropAfter(), { operation: 'send' });
    expect(await office.running.bot.send.sendPersonal(await accountOf(mei), card('once'))).toEqual({
      kind: 'unknown',
      reason: 'no-answer',
    });
    expect(mei.chat.cards.length).toBe(1);
  });

  it('tells somebody who never installed the bot as not installed', async () => {
    const stranger = office.tenant.person({ name: 'Stranger', email: `stranger${number}@example.com` });
    expect(await office.running.bot.send.sendPersonal(await accountOf(stranger), card('x'))).toMatchObject({
      kind: 'unreachable',
      reason: 'not-connected',
    });
  });

  it('learns from sending who has the bot', async () => {
    expect((await accountOf(mei)).connected).toBe(false);
    await office.running.bot.send.sendPersonal(await accountOf(mei), card('x'));
    expect((await accountOf(mei)).connected).toBe(true);
    office.tenant.faults.next(1, fault.refuse('MessageWritesBlocked'), { operation: 'send' });
    await office.running.bot.send.sendPersonal(await accountOf(mei), card('x'));
    expect((await accountOf(mei)).connected).toBe(false);
  });

  it('opens no chat where the bot’s token may not go, wherever the channel is said to be', async () => {
    const account = await accountOf(mei);
    const { departmentAddress } = office.stores;
    const chosen = await departmentAddress.current();
    const place = teamChannelAt(chosen?.address);
    if (chosen === undefined || place === undefined) throw new Error('no channel was chosen');
    const requests = office.tenant.counts.requests;
    const astray = teamChannelAddress({ ...place, serviceUrl: 'http://127.0.0.2:9/' });
    await departmentAddress.choose({ ...chosen, address: astray }, byTest);
    const outcome = await office.running.bot.send.sendPersonal(account, card('x'));
    await departmentAddress.choose(chosen, byTest);
    expect(outcome).toEqual({ kind: 'unreachable', reason: 'misconfigured' });
    expect(office.tenant.counts.requests).toBe(requests);
  });

  it('never sends a token, or a card over 80 KB, anywhere it should not go', async () => {
    const requests = office.tenant.counts.requests;
    const account = await accountOf(mei);
    for (const serviceUrl of [
      'https://evil.example/',
      'http://smba.trafficmanager.net/teams/',
      'file:///x',
      'x',
    ]) {
      const elsewhere = { ...account, address: chatAddress({ conversationId: 'a', serviceUrl }) };
      expect(await office.running.bot.send.sendPersonal(elsewhere, card('x'))).toEqual({
        kind: 'unreachable',
        reason: 'misconfigured',
      });
    }
    const known = {
      ...account,
      address: chatAddress({ conversationId: mei.chat.id, serviceUrl: office.tenant.serviceUrl }),
    };
    expect(await office.running.bot.send.sendPersonal(known, card('长'.repeat(40_960)))).toEqual({
      kind: 'unreachable',
      reason: 'too-large',
    });
    expect(office.tenant.counts.requests).toBe(requests);
  });

  it('starts a thread in a channel and replaces it there', async () => {
    const team = office.tenant
      .team({ name: `Team ${number}`, members: [mei], channels: ['Results'] })
      .alreadyInstalled();
    const channel = team.channel('Results');
    const { tenantId, serviceUrl } = office.tenant;
    const chosen = { tenantId, teamId: team.id, channelId: channel.id, serviceUrl };
    const posted = await office.running.bot.send.postChannel(chosen, card('result'));
    expect(posted.kind).toBe('sent');
    expect(channel.posts.length).toBe(1);
    if (posted.kind !== 'sent') throw new Error(posted.kind);
    expect((await office.running.bot.send.update(posted.receipt, card('decided'))).kind).toBe('sent');
    expect(channel.lastCard().text).toBe('decided');
    expect(office.tenant.complaints).toEqual([]);
  });

  it('reads a team’s members in pages', async () => {
    const many = Array.from({ length: 3 }, (_, at) =>
      office.tenant.person({ name: `Member ${at}`, email: `Member${number}-${at}@Example.com` }),
    );
    const team = office.tenant.team({ name: `Many ${number}`, members: many }).alreadyInstalled();
    const roster = office.running.bot.roster({
      teamId: team.id,
      tenantId: office.tenant.tenantId,
      serviceUrl: office.tenant.serviceUrl,
    });
    const { members, next } = await roster.members();
    expect(next).toBeUndefined();
    expect(members.map(({ parts, emails }) => [parts.mri, emails?.[0]])).toEqual(
      many.map(({ mri, email }) => [mri, email.toLowerCase()]),
    );
  });
});
