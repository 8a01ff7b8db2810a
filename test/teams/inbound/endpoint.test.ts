import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type OfficeUnderTest, startOffice } from '../../support/office-under-test.ts';
import type { Activity } from '../../support/teams-tenant/activity.ts';
import type { Person } from '../../support/teams-tenant/person.ts';
import { tokenFaults } from '../../support/teams-tenant/token-fault.ts';
import { startTeamsTenant } from '../../support/teams-tenant.ts';

const allowedLies: Record<string, number> = { 'other tenant': 403, 'other service URL': 403 };

describe('the bot endpoint', () => {
  let office: OfficeUnderTest;
  let mei: Person;
  let hello: Activity;

  beforeAll(async () => {
    office = await startOffice();
    mei = office.tenant
      .person({ name: '王梅', email: 'mei@example.com', locale: 'zh-CN' })
      .alreadyInstalled();
  });
  afterAll(() => office.close());
  beforeEach(() => {
    hello = mei.activity({ type: 'message', text: '帮助' });
  });

  it('takes an activity Teams signed', async () => {
    expect((await office.tenant.post(hello)).status).toBe(200);
    expect(mei.chat.messages.length).toBe(1);
  });

  it.each(tokenFaults)('refuses %s and does nothing', async (fault) => {
    const before = office.tenant.sent.length;
    const answer = await office.tenant.post(hello, fault);
    expect(answer.status).toBe(allowedLies[fault] ?? 401);
    expect(answer.text).toBe(`{"status":${answer.status}}`);
    expect(office.tenant.sent.length).toBe(before);
  });

  it('refuses a person of another tenant in a conversation of ours', async () => {
    const guest = { ...hello, from: { id: '29:x', aadObjectId: 'x', tenantId: 'another-tenant' } };
    expect((await office.tenant.post(guest)).status).toBe(403);
  });

  it.each<[string, Partial<Activity>]>([
    ['no tenant', { conversation: { id: 'a' }, channelData: {} }],
    ['no conversation', { conversation: undefined as never }],
    ['no sender', { from: undefined as never }],
    ['a sender that is a text', { from: 'mei' as never }],
    ['no service URL', { serviceUrl: undefined as never }],
    ['no type', { type: undefined as never }],
    ['entities that are no list', { entities: 'all' }],
  ])('refuses an activity with %s, though it is signed', async (_, change) => {
    const answer = await office.tenant.post({ ...hello, ...change });
    expect([400, 403]).toContain(answer.status);
  });

  it.each(['null', '[]', '"text"', '1', '{}', '{"type":"message"}'])('refuses the body %s', async (body) => {
    const authorization = `Bearer ${await office.tenant.token()}`;
    const headers = { 'content-type': 'application/json', authorization };
    expect((await office.tenant.postRaw(body, headers)).status).toBe(400);
    const { authorization: _, ...without } = headers;
    expect((await office.tenant.postRaw(body, without)).status).toBe(401);
  });

  it('survives bombs, broken gzip, uploads and huge bodies, with or without a good token', async () => {
    const authorization = `Bearer ${await office.tenant.token()}`;
    const json = { 'content-type': 'application/json', authorization };
    const gzip = { ...json, 'content-encoding': 'gzip' };
    const post = async (body: string | Buffer, headers: Record<string, string>) =>
      (await office.tenant.postRaw(body, headers)).status;
    expect(await post(gzipSync(Buffer.alloc(50_000_000)), gzip)).toBe(415);
    expect(await post('not gzip', gzip)).toBe(415);
    expect(await post('--x\r\n\r\n', { ...json, 'content-type': 'multipart/form-data; boundary=x' })).toBe(
      415,
    );
    // The server may hang up on ten megabytes before they are all there.
    expect([0, 413]).toContain(await post(JSON.stringify({ text: 'x'.repeat(10_000_000) }), json));
    expect(await post('{"type":', json)).toBe(400);
    expect((await office.tenant.post(hello)).status).toBe(200);
  });
});

describe('the signing keys out of reach', () => {
  it('are not the token’s fault: 503, and nothing is told', async () => {
    const tenant = await startTeamsTenant();
    const mei = tenant.person({ name: '王梅', email: 'mei@example.com' }).alreadyInstalled();
    const { appId, tenantId, parameters, credentials } = tenant.botAuth();
    const identity = { kind: 'entra', appId, tenantId, appType: 'SingleTenant', password: 'x' } as const;
    const elsewhere = { ...parameters, ToBotFromChannelOpenIdMetadataUrl: 'http://127.0.0.1:9/openid' };
    const deaf = await startOffice({
      tenant,
      staff: mei,
      parts: { auth: { ...identity, parameters: elsewhere, credentials } },
    });
    const answer = await tenant.post(mei.activity({ type: 'message', text: 'hi' }));
    expect(answer.status).toBe(503);
    expect(answer.text).toBe('{"status":503}');
    expect(mei.chat.texts).toEqual([]);
    await deaf.close();
    await tenant.close();
  });
});

describe('local mode', () => {
  it('takes activities without a token from this machine, and still only Teams-shaped ones to loopback services', async () => {
    const tenant = await startTeamsTenant();
    const mei = tenant.person({ name: '王梅', email: 'mei@example.com' }).alreadyInstalled();
    const local = { allowedTenants: [], allowedServiceHosts: ['localhost', '127.0.0.1'] };
    const office = await startOffice({ tenant, staff: mei, config: { ...local, bot: { kind: 'local' } } });
    const hello = mei.activity({ type: 'message', text: 'help' });
    const post = async (activity: Activity) =>
      (
        await tenant.postRaw(JSON.stringify(activity), {
          'content-type': 'application/json',
          'x-ms-agents-playground': 'true',
        })
      ).status;
    expect(await post({ ...hello, channelId: 'webchat' })).toBe(403);
    expect(await post({ ...hello, serviceUrl: 'https://evil.example/' })).toBe(403);
    expect(await post({ ...hello, serviceUrl: 'http://127.0.0.1@evil.example/' })).toBe(403);
    expect(await post(hello)).toBe(200);
    await office.close();
    await tenant.close();
  });
});
