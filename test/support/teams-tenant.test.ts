import { ActivityTypes, CardFactory, TeamsInfo, type TurnContext } from 'botbuilder';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type SdkBot, startSdkBot } from './sdk-bot.ts';
import { fault } from './teams-tenant/fault.ts';
import type { TeamsTenant } from './teams-tenant/tenant.ts';
import { type TokenFault, tokenFaults } from './teams-tenant/token-fault.ts';
import { startTeamsTenant } from './teams-tenant.ts';

let tenant: TeamsTenant;
let bot: SdkBot;
let turn: (context: TurnContext) => Promise<void>;

beforeEach(async () => {
  turn = async () => {};
  tenant = await startTeamsTenant();
  bot = await startSdkBot(tenant.botAuth(), (context) => turn(context));
  tenant.connect(bot.url);
});

afterEach(async () => {
  vi.restoreAllMocks();
  await bot.close();
  await tenant.close();
});

const question = (title: string) => ({
  type: 'AdaptiveCard',
  version: '1.5',
  body: [
    { type: 'TextBlock', text: title },
    {
      type: 'Input.ChoiceSet',
      id: 'score',
      style: 'expanded',
      isRequired: true,
      choices: [1, 2, 3, 4, 5].map((n) => ({ title: `${n}`, value: `${n}` })),
    },
  ],
  actions: [{ type: 'Action.Execute', title: 'Next', verb: 'next', data: { visit: 'v1' } }],
});

const asMessage = (card: object) => ({
  type: ActivityTypes.Message,
  summary: 'A question',
  attachments: [CardFactory.adaptiveCard(card)],
});

const answerWith = (context: TurnContext, value: unknown, type = 'application/vnd.microsoft.card.adaptive') =>
  context.sendActivity({
    type: ActivityTypes.InvokeResponse,
    value: { status: 200, body: { statusCode: 200, type, value } },
  });

describe('a person and the bot', () => {
  it('tells the bot of an install, and shows what it says in the chat', async () => {
    const heard: string[] = [];
    turn = async (context) => {
      heard.push(`${context.activity.type} ${context.activity.locale} ${context.activity.from.aadObjectId}`);
      if (context.activity.type === 'installationUpdate') await context.sendActivity('你好');
    };
    const mei = tenant.person({ name: '王梅', locale: 'zh-CN' });
    await mei.installs();
    expect(heard).toEqual([
      `conversationUpdate zh-CN ${mei.aadObjectId}`,
      `installationUpdate zh-CN ${mei.aadObjectId}`,
    ]);
    expect(mei.chat.texts).toEqual(['你好']);
  });

  it('carries a text to the bot and its answer back', async () => {
    turn = async (context) => void (await context.sendActivity(`heard: ${context.activity.text}`));
    const mei = tenant.person({ name: 'Mei' }).alreadyInstalled();
    const answer = await mei.says('/report Q3');
    expect(answer.status).toBe(200);
    expect(mei.chat.texts).toEqual(['/report Q3', 'heard: /report Q3']);
    expect(tenant.complaints).toEqual([]);
  });

  it('lets nobody talk to a bot they have not installed', async () => {
    const mei = tenant.person({ name: 'Mei' });
    await expect(mei.says('hello')).rejects.toThrow('has not installed');
  });

  it('sends the action data and the inputs of a pressed card and puts the answered card in its place', async () => {
    const values: unknown[] = [];
    turn = async (context) => {
      if (context.activity.type === 'message') await context.sendActivity(asMessage(question('One')));
      if (context.activity.type !== 'invoke') return;
      values.push(context.activity.value);
      await answerWith(context, question('Two'));
    };
    const mei = tenant.person({ name: 'Mei' }).alreadyInstalled();
    await mei.says('start');
    const first = mei.chat.lastCard();
    const pressed = await mei.presses(first, 'Next', { inputs: { score: 4 } });
    expect(values).toEqual([
      {
        action: { type: 'Action.Execute', verb: 'next', data: { visit: 'v1', score: '4' } },
        trigger: 'manual',
      },
    ]);
    expect(pressed.card?.text).toContain('Two');
    expect(mei.chat.cards).toHaveLength(1);
    expect(mei.chat.lastCard().text).toContain('Two');
    expect(first.text).toContain('One');
    expect(tenant.complaints).toEqual([]);
  });

  it('repeats the last invoke to the letter', async () => {
    const ids: unknown[] = [];
    turn = async (context) => {
      if (context.activity.type === 'message') await context.sendActivity(asMessage(question('One')));
      if (context.activity.type !== 'invoke') return;
      ids.push(context.activity.id);
      await answerWith(context, 'Thank you', 'application/vnd.microsoft.activity.message');
    };
    const mei = tenant.person({ name: 'Mei' }).alreadyInstalled();
    await mei.says('start');
    const pressed = await mei.presses(mei.chat.lastCard(), 'next', { inputs: { score: 4 } });
    const again = await tenant.repeatLastInvoke();
    expect(pressed.message).toBe('Thank you');
    expect(again.status).toBe(200);
    expect(ids).toHaveLength(2);
    expect(ids[0]).toBe(ids[1]);
  });
});

describe('a bot that speaks first', () => {
  it('opens a chat by AAD object id and sends, updates and deletes there', async () => {
    const mei = tenant.person({ name: 'Mei' }).alreadyInstalled();
    const { adapter } = bot;
    await adapter.createConversationAsync(
      tenant.appId,
      'msteams',
      tenant.serviceUrl,
      'https://api.botframework.com',
      {
        isGroup: false,
        bot: { id: tenant.bot.id, name: tenant.bot.name },
        members: [{ id: mei.aadObjectId, name: '' }],
        tenantId: tenant.tenantId,
        channelData: { tenant: { id: tenant.tenantId } },
      } as never,
      async (context) => {
        const sent = await context.sendActivity(asMessage(question('One')));
        await context.updateActivity({ ...asMessage(question('Two')), id: sent?.id ?? '' });
        const gone = await context.sendActivity('never mind');
        await context.deleteActivity(gone?.id ?? '');
      },
    );
    expect(mei.chat.messages).toHaveLength(1);
    expect(mei.chat.lastCard().text).toContain('Two');
    expect(tenant.counts.accepted).toBe(5);
  });

  it('meets refusals as the SDK words them, and its retry after 429', async () => {
    const mei = tenant.person({ name: 'Mei' }).alreadyInstalled();
    const errors: unknown[] = [];
    turn = async (context) => void (await context.sendActivity('hello').catch((e) => errors.push(e)));
    tenant.faults.next(1, fault.throttle({ retryAfter: 1 }));
    await mei.says('slow');
    expect(errors).toEqual([]);
    expect(tenant.counts).toMatchObject({ requests: 2, throttled: 1, accepted: 1 });
    tenant.faults.next(1, fault.throttle());
    tenant.faults.next(1, fault.refuse('ForbiddenOperationException'));
    tenant.faults.next(1, fault.refuse('MessageWritesBlocked'));
    for (const text of ['429', '403', '403']) await mei.says(text);
    expect(errors).toMatchObject([
      { statusCode: 429, code: 'TooManyRequests' },
      { statusCode: 403, code: 'ForbiddenOperationException' },
      { statusCode: 403 },
    ]);
  });

  it('starts a thread in a channel, and answers in it', async () => {
    const mei = tenant.person({ name: 'Mei' });
    const team = tenant.team({ name: 'Training', members: [mei] }).alreadyInstalled();
    const channel = team.channel('Results');
    turn = async (context) => {
      const [, threadId] = await TeamsInfo.sendMessageToTeamsChannel(
        context,
        asMessage(question('Result')) as never,
        channel.id,
        tenant.appId,
      );
      expect(threadId).toMatch(/@thread\.tacv2;messageid=\d+$/);
      await context.sendActivity('posted');
    };
    await mei.saysIn(channel, 'post it', { mention: true });
    expect(channel.posts).toHaveLength(2);
    const [asked] = channel.posts;
    expect(asked && channel.threadOf(asked).map((message) => message.activity.text)).toEqual([
      '<at>Follow-up</at> post it',
      'posted',
    ]);
    expect(channel.lastCard().text).toContain('Result');
  });

  it('reads the paged roster of a team with e-mails', async () => {
    const people = Array.from({ length: 120 }, (_, n) =>
      tenant.person({ name: `P ${n}`, email: `p${n}@x.cn` }),
    );
    const team = tenant.team({ name: 'Big', members: people }).alreadyInstalled();
    const emails: (string | undefined)[] = [];
    const sizes: number[] = [];
    turn = async (context) => {
      let token: string | undefined;
      do {
        const page = await TeamsInfo.getPagedTeamMembers(context, team.id, 10, token);
        sizes.push(page.members.length);
        emails.push(...page.members.map((member) => member.email));
        token = page.continuationToken;
      } while (token);
    };
    const speaker = people[0]?.alreadyInstalled();
    await speaker?.says('read');
    expect(sizes).toEqual([50, 50, 20]);
    expect(new Set(emails).size).toBe(120);
    expect(emails[7]).toBe('p7@x.cn');
  });
});

describe('what the SDK makes of a forged request', () => {
  const letThrough: readonly TokenFault[] = ['other tenant', 'other service URL'];
  const mistaken: readonly TokenFault[] = ['wrong key', 'no signature', 'not yet valid'];
  const cases = tokenFaults.map((fault) => {
    const status = letThrough.includes(fault) ? 200 : mistaken.includes(fault) ? 500 : 401;
    return [fault, status] as const;
  });

  it.each(cases)('%s → %i', async (fault, status) => {
    let turns = 0;
    turn = async () => {
      turns += 1;
    };
    const mei = tenant.person({ name: 'Mei' }).alreadyInstalled();
    vi.spyOn(console, 'error').mockImplementation(() => {}); // the SDK prints what it refuses
    const right = await tenant.post(mei.activity({ text: 'hello' }));
    expect(right.status).toBe(200);
    const answer = await tenant.post(mei.activity({ text: 'hello' }), fault);
    expect(answer.status).toBe(status);
    expect(turns).toBe(status === 200 ? 2 : 1);
  });
});
