import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { deliverDue } from '../../../src/domain/deliveries/deliver-due.ts';
import type { Message } from '../../../src/domain/deliveries/delivery.ts';
import { updateShown } from '../../../src/domain/deliveries/update-shown.ts';
import { rating } from '../../support/answer-questionnaire.ts';
import { type OfficeUnderTest, startOffice } from '../../support/office-under-test.ts';
import { allAnswer, openCourse, t1Over } from '../../support/selling-course.ts';
import type { Channel } from '../../support/teams-tenant/channel.ts';
import { fault } from '../../support/teams-tenant/fault.ts';

describe('a card in the channel', () => {
  let office: OfficeUnderTest;
  let channel: Channel;
  const realTime = { time: new Date('2026-08-31T01:00:00Z'), now: () => realTime.time };

  beforeEach(async () => {
    office = await startOffice({ parts: { realClock: realTime } });
    channel = await office.chooseChannel('Results');
    await allAnswer(await openCourse(office, 5), rating(3));
    await office.at(t1Over);
  });
  afterEach(() => office.close());

  const later = (ms: number): void => {
    realTime.time = new Date(realTime.time.getTime() + ms);
  };
  const result = async (): Promise<Message> => {
    const [round] = (await office.stores.rounds.dueBetween('2026-08-01', '2026-08-31')) ?? [];
    if (round === undefined) throw new Error('the round is over');
    return { subject: { kind: 'result', round: round.id }, recipient: { group: 'department' } };
  };
  const updates = (): number => office.tenant.counts.byOperation.update ?? 0;

  it('is replaced once in five seconds, however often it should say something new', async () => {
    const { deliveries } = office.stores;
    await deliveries.wantUpdate(await result());
    await updateShown(office.running.deps);
    expect(updates()).toBe(1);
    for (let press = 0; press < 10; press += 1) {
      await deliveries.wantUpdate(await result());
      await updateShown(office.running.deps);
      later(400);
    }
    expect(updates()).toBe(1);
    later(1_000);
    await updateShown(office.running.deps);
    expect(updates()).toBe(2);
    later(10_000);
    await updateShown(office.running.deps);
    expect(updates()).toBe(2);
  });

  it('is posted anew when it was deleted, and from then on the new one is replaced', async () => {
    const { deliveries } = office.stores;
    office.tenant.faults.next(1, fault.refuse('ActivityNotFoundInConversation'), { operation: 'update' });
    await deliveries.wantUpdate(await result());
    await updateShown(office.running.deps);
    expect(channel.cards).toHaveLength(2);
    const posted = office.tenant.sent.at(-1);
    expect((await deliveries.of(await result()))?.receipt?.name).toBe(posted?.id);
    later(6_000);
    await deliveries.wantUpdate(await result());
    await updateShown(office.running.deps);
    await deliverDue(office.running.deps);
    expect(channel.cards).toHaveLength(2);
    expect(posted?.updates).toBe(1);
  });
});
