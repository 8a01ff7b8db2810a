import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { Refusal } from '../../../src/domain/kernel/refusal.ts';
import { type CardPress, cardAction } from '../../../src/teams/card-actions/card-action.ts';
import type { AdaptiveCard } from '../../../src/teams/cards/adaptive-card.ts';
import type { Command } from '../../../src/teams/commands/command.ts';
import { type OfficeUnderTest, startOffice } from '../../support/office-under-test.ts';
import type { Fields } from '../../support/teams-tenant/activity.ts';
import type { SeenCard } from '../../support/teams-tenant/chat.ts';
import { fault } from '../../support/teams-tenant/fault.ts';
import type { Person } from '../../support/teams-tenant/person.ts';

const execute = (verb: string, data: Record<string, string> = {}) => ({
  type: 'Action.Execute',
  title: verb,
  verb,
  data,
  fallback: { type: 'Action.Submit', title: verb, data: { verb, ...data } },
});
const card = (text: string): AdaptiveCard => ({
  type: 'AdaptiveCard',
  version: '1.5',
  body: [{ type: 'TextBlock', text }],
  refresh: { action: { type: 'Action.Execute', verb: 'say', data: { words: 'refreshed' } }, userIds: [] },
  actions: ['say', 'refuse', 'fail', 'slow', 'staff', 'form', 'nobody-knows'].map((verb) =>
    verb === 'say' ? execute(verb, { words: 'hello' }) : { ...execute(verb), mode: 'secondary' },
  ),
});

describe('a pressed button', () => {
  let office: OfficeUnderTest;
  let mei: Person;
  let shown: SeenCard;
  const presses: CardPress<unknown>[] = [];
  let slow = Promise.withResolvers<void>();

  const show: Command = {
    name: 'show',
    words: { zh: [], en: ['show'] },
    permission: 'help',
    answersIn: 'place',
    places: ['personal', 'channel'],
    uses: [],
    run: async () => ({ card: card('start'), summary: 'A card' }),
  };
  const empty = z.strictObject({});
  const noted = (press: CardPress<unknown>) => void presses.push(press);
  const extraCardActions = [
    cardAction({
      verb: 'say',
      schema: z.strictObject({ words: z.string(), extra: z.string().optional() }),
      uses: [],
      run: async (press) => {
        noted(press);
        return { card: card(press.data.words) };
      },
    }),
    cardAction({
      verb: 'refuse',
      schema: empty,
      uses: [],
      run: async () => {
        throw new Refusal('round-closed');
      },
    }),
    cardAction({
      verb: 'fail',
      schema: empty,
      uses: [],
      run: async () => {
        throw new Error('secret');
      },
    }),
    cardAction({
      verb: 'slow',
      schema: empty,
      uses: [],
      run: async () => {
        await slow.promise;
        throw new Error('too late for anybody to hear');
      },
    }),
    cardAction({
      verb: 'staff',
      schema: empty,
      uses: [],
      permission: 'assign',
      run: async (press) => {
        noted(press);
        return { message: 'done' };
      },
    }),
    cardAction({
      verb: 'form',
      schema: empty,
      uses: [],
      run: async () => ({ inPrivate: { card: card('a form'), summary: 'A form' } }),
    }),
  ];

  beforeAll(async () => {
    office = await startOffice({ parts: { extraCommands: () => [show], extraCardActions } });
    mei = office.tenant.person({ name: 'Mei', email: 'mei@example.com', locale: 'en-US' }).alreadyInstalled();
  });
  afterAll(() => office.close());
  beforeEach(async () => {
    office.tenant.faults.clear();
    presses.length = 0;
    slow = Promise.withResolvers();
    await mei.says('show');
    shown = mei.chat.lastCard('start');
  });
  afterEach(() => expect(office.tenant.complaints).toEqual([]));

  it('is answered with the next card, for the one who pressed', async () => {
    const pressed = await mei.presses(shown, 'say');
    expect(pressed.card?.text).toContain('hello');
    expect(presses[0]?.speaker.person.email).toBe('mei@example.com');
    expect(presses[0]?.message?.name).toBe(shown.message.id);
    expect(office.tenant.counts.byOperation.update ?? 0).toBe(0);
  });

  it('repeated is answered alike', async () => {
    const pressed = await mei.presses(shown, 'say');
    const again = await office.tenant.repeatLastInvoke();
    expect(again.body).toEqual(pressed.body);
  });

  it('by an old client replaces the card’s message', async () => {
    await mei.presses(shown, 'say', { oldClient: true });
    expect(mei.chat.cardOf(shown).text).toContain('hello');
    await mei.presses(shown, 'refuse', { oldClient: true });
    expect(mei.chat.texts.at(-1)).toContain('is over');
  });

  it('is told why not, in the presser’s language', async () => {
    expect((await mei.presses(shown, 'refuse')).message).toContain('is over');
    expect((await mei.presses(shown, 'fail')).message).toContain('try again');
    expect((await mei.presses(shown, 'nobody-knows')).message).toContain('out of date');
    expect((await mei.presses(shown, 'staff')).message).toContain('Sorry');
    expect(presses).toEqual([]);
  });

  it('is answered before Teams hangs up, however long the work takes', async () => {
    const pressed = await mei.presses(shown, 'slow');
    expect(pressed.message).toContain('try again');
    expect(pressed.attempts).toBe(1);
    slow.resolve();
    await pause(20);
    expect((await mei.presses(shown, 'say')).card?.text).toContain('hello');
  });

  it('on a card in a channel shows its form in the presser’s own chat, or nothing at all', async () => {
    const team = office.tenant.team({ name: 'Team', members: [mei], channels: ['Talk'] }).alreadyInstalled();
    const channel = team.channel('Talk');
    await mei.saysIn(channel, 'show', { mention: true });
    const posted = channel.seenBy(mei).lastCard();
    expect((await mei.presses(posted, 'form')).message).toContain('to you alone');
    expect(mei.chat.lastCard().text).toContain('a form');
    office.tenant.faults.always(fault.refuse('ConversationBlockedByUser'), { person: mei });
    expect((await mei.presses(posted, 'form')).message).toContain('open a chat with me first');
    office.tenant.faults.clear();
    await mei.presses(posted, 'say', { oldClient: true });
    expect(channel.lastCard().text).toContain('start');
    expect(mei.chat.lastCard().text).toContain('hello');
  });

  it.each<[string, (data: Fields) => unknown]>([
    ['unknown fields', (data) => ({ ...data, visit: 'x' })],
    ['an operator for a text', () => ({ words: { $gt: '' } })],
    ['a list for a text', () => ({ words: ['a'] })],
    ['a number for a text', () => ({ words: 1 })],
    [
      'a prototype',
      (data) => JSON.parse(`{"__proto__":{"words":"x"},"words":${JSON.stringify(data.words)}}`),
    ],
    ['100 KB of text', () => ({ words: 'x'.repeat(100_000) })],
    [
      '40 KB of fields',
      () => Object.fromEntries(Array.from({ length: 4_000 }, (_, at) => [`field${at}`, 'x'])),
    ],
    ['nothing', () => null],
    ['a list', () => [1, 2]],
    ['a text', () => 'x'],
  ])('with %s is refused and nothing is run', async (_, tamper) => {
    const pressed = await mei.presses(shown, 'say', { tamper });
    expect(pressed.status).toBe(200);
    expect(pressed.message).toBeTruthy();
    expect(presses).toEqual([]);
  });

  it.each<[string, Fields]>([
    ['no value', { value: undefined }],
    ['null', { value: null }],
    ['no action', { value: {} }],
    ['no verb', { value: { action: { type: 'Action.Execute' } } }],
    [
      'a verb that is an object',
      { value: { action: { type: 'Action.Execute', verb: { $ne: '' }, data: {} } } },
    ],
    [
      'the verb "constructor"',
      { value: { action: { type: 'Action.Execute', verb: 'constructor', data: {} } } },
    ],
    ['another action', { value: { action: { type: 'Action.Submit', verb: 'say', data: {} } } }],
  ])('that names %s is answered with a sentence', async (_, fields) => {
    const activity = mei.activity({ type: 'invoke', name: 'adaptiveCard/action', ...fields });
    const answer = await office.tenant.post(activity);
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({ statusCode: 200, value: expect.stringContaining('out of date') });
    expect(presses).toEqual([]);
  });

  it.each<[string, Fields]>([
    ['a null value', { type: 'message', value: null, text: undefined }],
    ['a value without a verb', { type: 'message', value: { x: 1 }, text: undefined }],
    [
      'a mention without a text',
      { type: 'message', text: undefined, entities: [{ type: 'mention', text: '<at>x</at>' }] },
    ],
    ['an invoke of another kind', { type: 'invoke', name: 'composeExtension/query', value: {} }],
    ['an unknown type', { type: 'messageReaction' }],
    ['typing', { type: 'typing' }],
  ])('is not what came, but %s: the bot lives', async (_, fields) => {
    const answer = await office.tenant.post(mei.activity(fields));
    expect([200, 501]).toContain(answer.status);
    expect((await mei.presses(shown, 'say')).card?.text).toContain('hello');
  });
});
