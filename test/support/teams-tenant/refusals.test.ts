import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { callConnector, openChat, sendMessage } from '../bare-connector-client.ts';
import { startTeamsTenant } from '../teams-tenant.ts';
import type { Person } from './person.ts';
import type { TeamsTenant } from './tenant.ts';

let tenant: TeamsTenant;
let mei: Person;

beforeEach(async () => {
  tenant = await startTeamsTenant();
  mei = tenant.person({ name: '王梅', email: 'mei@example.com' }).alreadyInstalled();
});

afterEach(() => tenant.close());

const code = (name: string) => ({ error: expect.objectContaining({ code: name }) });
const activityPath = (conversationId: string, id: string) =>
  `conversations/${encodeURIComponent(conversationId)}/activities/${id}`;

describe('who the bot may write to', () => {
  it('takes nothing without a token of this tenant', async () => {
    const none = await callConnector(tenant, 'POST', 'conversations', {}, '');
    const other = await startTeamsTenant();
    const foreign = await callConnector(
      tenant,
      'POST',
      'conversations',
      {},
      `Bearer ${other.botAuth().token}`,
    );
    await other.close();
    expect([none.status, foreign.status]).toEqual([401, 401]);
    expect(tenant.counts).toMatchObject({ requests: 2, accepted: 0, refused: 2 });
  });

  it('opens a chat by AAD object id only for a personal install', async () => {
    const li = tenant.person({ name: '李娜' });
    expect(await openChat(tenant, mei.aadObjectId)).toMatchObject({ status: 201, body: { id: mei.chat.id } });
    const refused = await openChat(tenant, li.aadObjectId);
    expect(refused).toMatchObject({ status: 403, body: code('ForbiddenOperationException') });
  });

  it('opens a chat by Teams id also for a member of a team that has the bot', async () => {
    const li = tenant.person({ name: '李娜' });
    const team = tenant.team({ name: 'T', members: [li] });
    expect((await openChat(tenant, li.mri)).status).toBe(403);
    team.alreadyInstalled();
    expect((await openChat(tenant, li.mri)).status).toBe(201);
    expect((await openChat(tenant, li.aadObjectId)).status).toBe(403);
  });

  it('does not know people by e-mail, nor strangers, nor other tenants', async () => {
    expect(await openChat(tenant, mei.email)).toMatchObject({ status: 400, body: code('BadArgument') });
    expect(await openChat(tenant, '29:stranger')).toMatchObject({ status: 400 });
    expect(await openChat(tenant, mei.mri, 'another tenant')).toMatchObject({ status: 400 });
  });

  it('blocks messages to somebody who uninstalled, until they install again', async () => {
    mei.installed = false;
    const refused = await sendMessage(tenant, mei.chat.id);
    expect(refused).toMatchObject({ status: 403, body: { errorCode: 209 } });
    expect(JSON.stringify(refused.body)).toContain('MessageWritesBlocked');
    mei.installed = true;
    expect((await sendMessage(tenant, mei.chat.id)).status).toBe(201);
  });

  it('tells blocked, gone, unknown and not-in-the-team apart', async () => {
    const team = tenant.team({ name: 'T', members: [mei] });
    const outside = await sendMessage(tenant, team.general.id);
    expect(outside).toMatchObject({ status: 403, body: code('BotNotInConversationRoster') });
    mei.blocksBot = true;
    const blocked = await sendMessage(tenant, mei.chat.id);
    expect(blocked).toMatchObject({ status: 403, body: code('ConversationBlockedByUser') });
    mei.left = true;
    const gone = await sendMessage(tenant, mei.chat.id);
    expect(gone).toMatchObject({ status: 404, body: code('ConversationNotFound') });
    expect((await sendMessage(tenant, 'a:nowhere')).status).toBe(404);
  });
});

describe('what the bot may do with messages', () => {
  it('changes and deletes its own only, and not after they are gone', async () => {
    const { body } = await sendMessage(tenant, mei.chat.id);
    const { id } = body as { id: string };
    const path = activityPath(mei.chat.id, id);
    expect((await callConnector(tenant, 'PUT', path, { type: 'message', text: 'new' })).status).toBe(200);
    expect(mei.chat.texts).toEqual(['new']);
    expect((await callConnector(tenant, 'DELETE', path)).status).toBe(200);
    expect(mei.chat.messages).toEqual([]);
    const gone = await callConnector(tenant, 'PUT', path, { type: 'message', text: 'again' });
    expect(gone).toMatchObject({ status: 404, body: code('ActivityNotFoundInConversation') });
  });

  it("leaves people's messages alone", async () => {
    tenant.connect('http://127.0.0.1:1/');
    await mei.says('mine');
    const path = activityPath(mei.chat.id, mei.chat.lastMessage().id);
    expect((await callConnector(tenant, 'DELETE', path)).status).toBe(403);
  });

  it('refuses more than 100 KB of UTF-16 and notes more than 80', async () => {
    const heavy = await sendMessage(tenant, mei.chat.id, { text: 'x'.repeat(42_000) });
    expect([heavy.status, tenant.heavy.length]).toEqual([201, 1]);
    const tooBig = await sendMessage(tenant, mei.chat.id, { text: 'x'.repeat(52_000) });
    expect(tooBig).toMatchObject({ status: 413, body: code('MessageSizeTooBig') });
  });

  it('wants the first post of a new thread, and an existing root for a reply', async () => {
    const team = tenant.team({ name: 'T', members: [mei] }).alreadyInstalled();
    const asked = { isGroup: true, channelData: { channel: { id: team.general.id } } };
    expect((await callConnector(tenant, 'POST', 'conversations', asked)).status).toBe(400);
    const activity = { type: 'message', text: 'first' };
    const posted = await callConnector(tenant, 'POST', 'conversations', { ...asked, activity });
    const { id } = posted.body as { id: string };
    expect((await sendMessage(tenant, id, { text: 'second' })).status).toBe(201);
    expect((await sendMessage(tenant, `${team.general.id};messageid=1`)).status).toBe(404);
    expect(team.general.posts.map((post) => post.activity.text)).toEqual(['first']);
    expect(team.general.texts).toEqual(['first', 'second']);
  });
});

describe('the token endpoint', () => {
  it('gives a token the connector takes for client credentials', async () => {
    const { parameters } = tenant.botAuth();
    const url = `${parameters.ToChannelFromBotLoginUrl}/oauth2/v2.0/token`;
    const asked = new URLSearchParams({ client_id: tenant.appId, client_secret: 's' });
    const { access_token: token } = (await (await fetch(url, { method: 'POST', body: asked })).json()) as {
      access_token: string;
    };
    const path = `conversations/${encodeURIComponent(mei.chat.id)}/members`;
    expect((await callConnector(tenant, 'GET', path, undefined, `Bearer ${token}`)).status).toBe(200);
  });
});
