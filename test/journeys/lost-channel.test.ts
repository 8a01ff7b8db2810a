import { afterAll, beforeAll, expect, test } from 'vitest';
import { recordOf } from '../../src/domain/deliveries/attempt-record.ts';
import type { Delivery } from '../../src/domain/deliveries/delivery.ts';
import { notePosting } from '../../src/domain/deliveries/lost-channel.ts';
import type { DeliveryId, RoundId } from '../../src/domain/kernel/ids.ts';
import { teamChannelAt } from '../../src/teams/bot/teams-address.ts';
import { rating } from '../support/answer-questionnaire.ts';
import { cameTo } from '../support/came-to.ts';
import { type OfficeUnderTest, startOffice } from '../support/office-under-test.ts';
import { allAnswer, openCourse, t1Over } from '../support/selling-course.ts';
import type { Channel } from '../support/teams-tenant/channel.ts';
import { fault } from '../support/teams-tenant/fault.ts';

const toDepartment: Delivery = {
  id: 'one' as DeliveryId,
  subject: { kind: 'result', round: 'R/T1/1' as RoundId },
  recipient: { group: 'department' },
  state: 'claimed',
  notBefore: new Date(0),
  attempts: [],
  wantedRevision: 0,
  shownRevision: 0,
};

let office: OfficeUnderTest;
let channel: Channel;

const told = (): string[] => office.staff.chat.texts.filter((text) => text.includes('发不了消息了'));
const lost = async () => (await office.stores.departmentAddress.current())?.lost?.reason;
const chosen = async () => teamChannelAt((await office.stores.departmentAddress.current())?.address);

beforeAll(async () => {
  office = await startOffice();
  channel = await office.chooseChannel('结果');
  await allAnswer(await openCourse(office, 5), rating(1));
});
afterAll(async () => {
  await office.close();
});

test('staff are told once, in private, that nothing can be posted, and /status says so until it is mended', async () => {
  office.tenant.faults.always(fault.refuse('ConversationNotFound'), { operation: 'create' });
  await office.at(t1Over);
  await office.at('2026-08-31T09:01+08:00');
  await office.at('2026-08-31T15:00+08:00');
  expect(told()).toHaveLength(1);
  expect(told()[0]).toContain('结果');
  expect(told()[0]).toContain('“这里”');
  await office.staff.says('/status');
  expect(office.staff.chat.texts.at(-1)).toContain('还是发不了消息');
  expect(channel.cards).toEqual([]);
});

test('what waited is tried every working morning and comes when the channel is back', async () => {
  office.tenant.faults.clear();
  await office.at('2026-08-31T16:00+08:00');
  expect(channel.cards).toEqual([]);
  await office.at('2026-09-01T09:00+08:00');
  expect(channel.cards).toHaveLength(1);
  expect(await lost()).toBeUndefined();
  await office.staff.says('/status');
  expect(office.staff.chat.texts.at(-1)).not.toContain('还是发不了消息');
  expect(told()).toHaveLength(1);
});

const refusals = [
  'BotDisabledByAdmin',
  'BotNotInConversationRoster',
  'ForbiddenOperationException',
  'MessageWritesBlocked',
  'NotEnoughPermissions',
  'BadArgument',
  'BotNotRegistered',
  'ServiceError',
] as const;
test.each(refusals)('%s keeps what was to be posted, until a channel is chosen', async (code) => {
  const { deps, bot } = office.running;
  const place = await chosen();
  if (place === undefined) throw new Error('no channel');
  office.tenant.faults.always(fault.refuse(code), { operation: 'create' });
  const outcome = await bot.send.postChannel(place, { text: 'news' });
  office.tenant.faults.clear();
  const { notBefore, ...attempt } = recordOf(deps, toDepartment, outcome, 'Asia/Shanghai');
  expect(attempt.state).toBe('retry');
  expect(notBefore).toEqual(new Date('2026-09-02T09:00+08:00'));
  await notePosting(deps, toDepartment.recipient, outcome);
  expect(await lost()).toBeDefined();
  await office.staff.saysIn(channel, '/here', { mention: true });
  expect(await lost()).toBeUndefined();
});

const events = [
  ['channelDeleted', 'channelRestored', 'address-gone'],
  ['teamDeleted', 'teamRestored', 'address-gone'],
  ['teamArchived', 'teamUnarchived', 'not-permitted'],
] as const;
test.each(events)(
  '%s loses the channel at once, and %s brings it back, and what waited with it',
  async (gone, back, reason) => {
    const place = await chosen();
    const happens = (eventType: string, channelId = place?.channelId, teamId = place?.teamId) =>
      office.tenant.post(
        office.staff.activity({
          type: 'conversationUpdate',
          conversation: {
            id: teamId,
            conversationType: 'channel',
            isGroup: true,
            tenantId: office.tenant.tenantId,
          },
          channelData: {
            eventType,
            team: { id: teamId },
            channel: { id: channelId },
            tenant: { id: office.tenant.tenantId },
          },
        }),
      );
    const now = office.clock.now();
    const later = new Date(now.getTime() + 3_600_000);
    const waits = {
      ...toDepartment,
      subject: { kind: 'result', round: `${gone}/T1/1` as RoundId },
    } as const;
    await cameTo(office.stores, [waits], now, { state: 'retry', reason: 'service-busy', notBefore: later });
    const dueAt = async () => (await office.stores.deliveries.of(waits))?.notBefore;
    await happens(gone, '19:another@thread.tacv2', '19:another-team@thread.tacv2');
    expect(await lost()).toBeUndefined();
    // A busy service is let be while the place is there.
    await happens(back);
    expect(await dueAt()).toEqual(later);
    await happens(gone);
    expect(await lost()).toBe(reason);
    await happens(back);
    expect(await lost()).toBeUndefined();
    expect(await dueAt()).toEqual(now);
  },
);

test('taken out of the team and put back, the bot posts what waited; in another team it says how to choose', async () => {
  const team = office.tenant.team({ name: '培训部二', members: [office.staff], channels: ['新结果'] });
  await team.installs();
  await office.staff.saysIn(team.channel('新结果'), '/here', { mention: true });
  await team.uninstalls();
  expect(await lost()).toBe('not-connected');
  await team.installs();
  expect(await lost()).toBeUndefined();
  await team.uninstalls();
  const third = office.tenant.team({ name: '培训部三', members: [office.staff] });
  await third.installs();
  expect(third.general.texts.at(-1)).toContain('这里');
});
