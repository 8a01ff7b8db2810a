import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openChat, sendMessage } from '../bare-connector-client.ts';
import { startTeamsTenant } from '../teams-tenant.ts';
import { fault } from './fault.ts';
import type { Person } from './person.ts';
import type { RefusalCode } from './refusal.ts';
import type { TeamsTenant } from './tenant.ts';

let tenant: TeamsTenant;
let mei: Person;

beforeEach(async () => {
  tenant = await startTeamsTenant({ seed: 7 });
  mei = tenant.person({ name: '王梅' }).alreadyInstalled();
});

afterEach(() => tenant.close());

const send = () => sendMessage(tenant, mei.chat.id);

describe('scripted answers', () => {
  it('throttles with and without saying how long', async () => {
    tenant.faults.next(1, fault.throttle({ retryAfter: 3 }));
    tenant.faults.next(1, fault.throttle());
    const answers = [await send(), await send(), await send()];
    expect(answers.map(({ status, retryAfter }) => [status, retryAfter])).toEqual([
      [429, '3'],
      [429, null],
      [201, null],
    ]);
    expect(tenant.counts).toMatchObject({ requests: 3, throttled: 2, accepted: 1 });
    expect(tenant.sentTo(mei)).toHaveLength(1);
  });

  const refusals: [RefusalCode, number][] = [
    ['BotNotRegistered', 401],
    ['BotDisabledByAdmin', 403],
    ['BotNotInConversationRoster', 403],
    ['ConversationBlockedByUser', 403],
    ['ForbiddenOperationException', 403],
    ['MessageWritesBlocked', 403],
    ['NotEnoughPermissions', 403],
    ['InvalidBotApiHost', 403],
    ['ActivityNotFoundInConversation', 404],
    ['PreconditionFailed', 412],
    ['ServiceError', 500],
  ];
  it.each(refusals)('%s is a %i', async (code, status) => {
    tenant.faults.next(1, fault.refuse(code));
    const answer = await send();
    expect(answer.status).toBe(status);
    expect(JSON.stringify(answer.body)).toContain(code);
  });

  it('strikes only what it was aimed at', async () => {
    const li = tenant.person({ name: '李娜' }).alreadyInstalled();
    const aimed = tenant.faults.always(fault.status(503), { person: li, operation: 'send' });
    expect((await send()).status).toBe(201);
    expect((await openChat(tenant, li.mri)).status).toBe(201);
    expect((await sendMessage(tenant, li.chat.id)).status).toBe(503);
    aimed.stop();
    expect((await sendMessage(tenant, li.chat.id)).status).toBe(201);
    expect(aimed.struck).toBe(1);
  });

  it('draws the same lots for the same seed, in the shares asked for', async () => {
    const run = async (seed: number) => {
      const other = await startTeamsTenant({ seed });
      const person = other.person({ name: 'P' }).alreadyInstalled();
      other.faults.mix([
        [0.3, fault.throttle()],
        [0.2, fault.status(502)],
      ]);
      const statuses: number[] = [];
      for (let n = 0; n < 120; n += 1) statuses.push((await sendMessage(other, person.chat.id)).status);
      await other.close();
      return statuses;
    };
    const [first, again] = [await run(3), await run(3)];
    expect(again).toEqual(first);
    const share = (status: number) => first.filter((one) => one === status).length / first.length;
    expect(share(429)).toBeGreaterThan(0.2);
    expect(share(429)).toBeLessThan(0.4);
    expect(share(502)).toBeGreaterThan(0.1);
    expect(share(502)).toBeLessThan(0.3);
  });
});

describe('answers that never come', () => {
  it('drops the connection before the message is there', async () => {
    tenant.faults.next(1, fault.dropBefore());
    await expect(send()).rejects.toThrow();
    expect(tenant.sentTo(mei)).toHaveLength(0);
  });

  it('drops the connection after the message is there, which makes a repeated one a double', async () => {
    tenant.faults.next(1, fault.dropAfter());
    await expect(send()).rejects.toThrow();
    await send();
    expect(tenant.counts).toMatchObject({ requests: 2, accepted: 2, unanswered: 1 });
    const doubles = tenant.duplicates((message) => `${message.conversation.id} ${message.activity.text}`);
    expect(doubles).toHaveLength(1);
    expect(doubles[0]?.messages).toHaveLength(2);
  });

  it('hangs until the tenant closes', async () => {
    tenant.faults.next(1, fault.hang());
    const hanging = send().then(
      () => 'answered',
      () => 'broken off',
    );
    await tenant.waitFor(() => tenant.log.at(-1)?.outcome === 'hang');
    await tenant.close();
    expect(await hanging).toBe('broken off');
    expect(tenant.counts.accepted).toBe(0);
  });

  it('accepts without naming the message', async () => {
    tenant.faults.next(1, fault.noId());
    expect(await send()).toMatchObject({ status: 202, body: undefined });
    expect(tenant.sentTo(mei)).toHaveLength(1);
  });
});

describe('waiting', () => {
  it('says what the bot did when it waits in vain', async () => {
    tenant.faults.next(1, fault.refuse('BotDisabledByAdmin'));
    await send();
    const waiting = tenant.waitFor(() => mei.chat.lastCard(), { timeout: 30 });
    await expect(waiting).rejects.toThrow(/no card here[\s\S]*send 王梅 → 403 BotDisabledByAdmin/);
  });
});
