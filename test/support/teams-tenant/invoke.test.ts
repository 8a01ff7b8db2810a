import { setTimeout as sleep } from 'node:timers/promises';
import { ActivityTypes, CardFactory, type TurnContext } from 'botbuilder';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type SdkBot, startSdkBot } from '../sdk-bot.ts';
import { startTeamsTenant } from '../teams-tenant.ts';
import type { Person } from './person.ts';
import type { Team } from './team.ts';
import type { TeamsTenant } from './tenant.ts';

const cardType = 'application/vnd.microsoft.card.adaptive';
const refresh = { action: { type: 'Action.Execute', verb: 'refresh', data: {} } };
const card = (text: string) => ({
  type: 'AdaptiveCard',
  version: '1.5',
  refresh,
  body: [{ type: 'TextBlock', text }],
  actions: [
    {
      type: 'Action.Execute',
      title: 'Go',
      verb: 'go',
      fallback: { type: 'Action.Submit', data: { old: 'yes' } },
    },
  ],
});
const asMessage = (text: string) => ({
  type: ActivityTypes.Message,
  summary: text,
  attachments: [CardFactory.adaptiveCard(card(text))],
});

let tenant: TeamsTenant;
let bot: SdkBot;
let mei: Person;
let team: Team;
/** What the bot does with the nth invoke, counted from 1. */
let answer: (context: TurnContext, nth: number) => Promise<unknown>;
let heard: TurnContext['activity'][];

beforeEach(async () => {
  tenant = await startTeamsTenant();
  heard = [];
  bot = await startSdkBot(tenant.botAuth(), async (context) => {
    if (context.activity.type === 'message' && context.activity.value === undefined) {
      await context.sendActivity(asMessage('question'));
    }
    if (context.activity.type === 'message') return;
    heard.push(context.activity);
    await answer(context, heard.length);
  });
  tenant.connect(bot.url);
  mei = tenant.person({ name: '王梅' }).alreadyInstalled();
  team = tenant.team({ name: 'T', members: [mei] }).alreadyInstalled();
});

afterEach(async () => {
  await bot.close();
  await tenant.close();
});

const reply = (context: TurnContext, type: string, value: unknown, status = 200) =>
  context.sendActivity({
    type: ActivityTypes.InvokeResponse,
    value: { status, body: { statusCode: status, type, value } },
  });

describe('pressing', () => {
  it('asks twice more after a late answer, with new ids, and complains', async () => {
    answer = async (context) => {
      await sleep(600);
      await reply(context, cardType, card('late'));
    };
    tenant.invokeTiming.deadline = 200;
    await mei.says('start');
    const pressed = await mei.presses(mei.chat.lastCard(), 'go');
    expect(pressed).toMatchObject({ attempts: 3, failure: 'late', status: 0 });
    expect(new Set(heard.map((activity) => activity.id)).size).toBe(3);
    expect(tenant.complaints.map((complaint) => complaint.rule)).toEqual(Array(3).fill('late invoke answer'));
    expect(mei.chat.lastCard().text).toContain('question');
  });

  it('asks again after an empty answer, and shows the one that comes then', async () => {
    answer = (context, nth) => reply(context, cardType, nth === 1 ? {} : card('done'));
    await mei.says('start');
    const pressed = await mei.presses(mei.chat.lastCard(), 'go');
    expect(pressed.attempts).toBe(2);
    expect(mei.chat.lastCard().text).toContain('done');
    expect(tenant.complaints.map((complaint) => complaint.rule)).toEqual(['empty invoke answer']);
  });

  it('tells an error apart from a card', async () => {
    answer = (context) => reply(context, 'application/vnd.microsoft.error', { code: 'x', message: 'no' });
    await mei.says('start');
    const pressed = await mei.presses(mei.chat.lastCard(), 'go');
    expect(pressed).toMatchObject({ error: { code: 'x', message: 'no' }, card: undefined });
  });

  it('presses the Action.Submit behind an Action.Execute on an old client', async () => {
    answer = async () => {};
    await mei.says('start');
    const pressed = await mei.presses(mei.chat.lastCard(), 'go', { oldClient: true });
    expect(pressed.status).toBe(200);
    expect(heard).toEqual([]);
  });

  it('names the actions there are when there is none of that name', async () => {
    await mei.says('start');
    await expect(mei.presses(mei.chat.lastCard(), 'stop')).rejects.toThrow('it has: go "Go"');
  });

  it('sends tampered data as it is', async () => {
    answer = (context) => reply(context, cardType, card('done'));
    await mei.says('start');
    await mei.presses(mei.chat.lastCard(), 'go', { tamper: () => ({ visit: { $gt: '' } }) });
    expect(heard[0]?.value.action.data).toEqual({ visit: { $gt: '' } });
  });
});

describe('a card in a channel', () => {
  it('is replaced for the person who pressed alone, until the bot updates it for all', async () => {
    answer = (context) => reply(context, cardType, card('for her eyes'));
    const li = tenant.person({ name: '李娜' });
    await mei.saysIn(team.general, 'start', { mention: true });
    await mei.presses(team.general.lastCard(), 'go');
    expect(team.general.seenBy(mei).lastCard().text).toContain('for her eyes');
    expect(team.general.seenBy(li).lastCard().text).toContain('question');
    expect(heard[0]?.conversation.id).toMatch(/;messageid=/);

    answer = async (context) => {
      await context.updateActivity({ ...asMessage('for all'), id: context.activity.replyToId ?? '' });
      await reply(context, cardType, card('for all'));
    };
    await mei.presses(team.general.seenBy(mei).lastCard(), 'go');
    expect(team.general.seenBy(li).lastCard().text).toContain('for all');
  });

  it('asks for the own view of whoever looks at it', async () => {
    answer = (context) => reply(context, cardType, card('yours'));
    await mei.saysIn(team.general, 'start', { mention: true });
    await mei.looksAt(team.general.lastCard());
    expect(heard[0]?.value).toMatchObject({ trigger: 'automatic', action: { verb: 'refresh' } });
    expect(team.general.seenBy(mei).lastCard().text).toContain('yours');
  });

  it('hears nothing without a mention', async () => {
    expect(await mei.saysIn(team.general, 'just talking')).toBeUndefined();
    expect(team.general.texts).toEqual(['just talking']);
    expect(tenant.sent).toEqual([]);
  });
});
