import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sendMessage } from '../bare-connector-client.ts';
import { type SdkBot, startSdkBot } from '../sdk-bot.ts';
import { startTeamsTenant } from '../teams-tenant.ts';
import type { Activity } from './activity.ts';
import type { TeamsTenant } from './tenant.ts';

let tenant: TeamsTenant;
let bot: SdkBot;
let heard: Activity[];

beforeEach(async () => {
  tenant = await startTeamsTenant({ remember: ({ type, text = '' }) => ({ type, text: text.slice(0, 5) }) });
  heard = [];
  bot = await startSdkBot(tenant.botAuth(), async (context) => {
    heard.push({ ...context.activity });
  });
  tenant.connect(bot.url);
});

afterEach(async () => {
  await bot.close();
  await tenant.close();
});

describe('what the bot is told', () => {
  it('of a team: installed, somebody joins and leaves, uninstalled', async () => {
    const mei = tenant.person({ name: '王梅' });
    const li = tenant.person({ name: '李娜' });
    const team = tenant.team({ name: '培训部', members: [mei] });
    await team.installs();
    await team.adds(li);
    await team.removes(li);
    await team.uninstalls(mei);
    const events = heard.map(({ type, action, channelData }) => [type, action ?? channelData?.eventType]);
    expect(events).toEqual([
      ['conversationUpdate', 'teamMemberAdded'],
      ['installationUpdate', 'add'],
      ['conversationUpdate', 'teamMemberAdded'],
      ['conversationUpdate', 'teamMemberRemoved'],
      ['conversationUpdate', 'teamMemberRemoved'],
      ['installationUpdate', 'remove'],
    ]);
    expect(heard.map(({ membersAdded }) => membersAdded)[2]).toMatchObject([{ aadObjectId: li.aadObjectId }]);
    expect(heard[0]?.channelData).toMatchObject({ team: { id: team.id, name: '培训部' } });
    expect(team.members).toEqual([mei]);
  });

  it('of a person: who, in which language, on what device, and that they left', async () => {
    const mei = tenant.person({ name: '王梅', locale: 'en-GB', platform: 'iOS', timezone: 'Europe/London' });
    await mei.installs();
    await mei.uninstalls();
    expect(heard.map(({ type, action }) => action ?? type)).toEqual(['conversationUpdate', 'add', 'remove']);
    expect(heard[1]).toMatchObject({
      locale: 'en-GB',
      from: { aadObjectId: mei.aadObjectId, name: '王梅' },
      conversation: { conversationType: 'personal', tenantId: tenant.tenantId },
      entities: [{ type: 'clientInfo', platform: 'iOS', country: 'GB', timezone: 'Europe/London' }],
    });
    expect(mei.installed).toBe(false);
  });

  it('of an answer in a thread: the thread, and that it was mentioned', async () => {
    const mei = tenant.person({ name: '王梅' });
    const team = tenant.team({ name: 'T', members: [mei], channels: ['结果'] }).alreadyInstalled();
    const channel = team.channel('结果');
    await sendMessage(tenant, channel.id, { text: 'root' });
    const root = channel.lastMessage();
    await mei.saysIn(channel, 'agreed', { mention: true, replyTo: root });
    expect(heard[0]?.conversation?.id).toBe(`${channel.id};messageid=${root.id}`);
    expect(heard[0]?.text).toBe('<at>Follow-up</at> agreed');
    expect(channel.posts).toHaveLength(1);
    expect(channel.threadOf(root)).toHaveLength(2);
  });
});

describe('a tenant with little memory', () => {
  it('keeps of a message only what it is asked to', async () => {
    const mei = tenant.person({ name: '王梅' }).alreadyInstalled();
    await sendMessage(tenant, mei.chat.id, { text: 'a long message' });
    expect(mei.chat.texts).toEqual(['a lon']);
  });
});

describe('quiet', () => {
  it('comes only after the bot has stopped asking', async () => {
    const mei = tenant.person({ name: '王梅' }).alreadyInstalled();
    const sending = [1, 2, 3].reduce(
      (before) => before.then(() => sendMessage(tenant, mei.chat.id)),
      sendMessage(tenant, mei.chat.id),
    );
    await tenant.quiet(300);
    expect(tenant.sentTo(mei)).toHaveLength(4);
    await sending;
  });
});
