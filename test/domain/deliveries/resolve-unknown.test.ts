import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Delivery } from '../../../src/domain/deliveries/delivery.ts';
import { resolveUnknown } from '../../../src/domain/deliveries/resolve-unknown.ts';
import type { PersonId, VisitId } from '../../../src/domain/kernel/ids.ts';
import { defaultSettings } from '../../../src/domain/kernel/settings.ts';
import { type OfficeUnderTest, startOffice } from '../../support/office-under-test.ts';
import { participant } from '../../support/roster-lines.ts';
import { sellingCourse, t1Opens } from '../../support/selling-course.ts';
import { fault } from '../../support/teams-tenant/fault.ts';
import type { Person } from '../../support/teams-tenant/person.ts';
import { useTestStores } from '../../support/use-test-stores.ts';

describe('a message of which nobody knows whether it arrived', () => {
  let office: OfficeUnderTest;
  let mei: Person;

  beforeEach(async () => {
    office = await startOffice();
    const line = participant(1, sellingCourse);
    mei = await office.person({ name: line.name, email: line.email, locale: 'en-US' });
    await office.imports([line]);
  });
  afterEach(() => office.close());

  const invitations = () => mei.chat.cards.filter(({ text }) => text.includes('1 of'));
  const state = async (): Promise<string | undefined> => {
    const [round] = await office.stores.rounds.open();
    const [visit] = round === undefined ? [] : await office.stores.visits.ofRound(round.id);
    const about = visit === undefined ? [] : [{ kind: 'invitation' as const, visit: visit.id }];
    const found = await office.stores.deliveries.about(about);
    return found[0]?.state;
  };

  it('is sent again when the reply was lost, and then there are two', async () => {
    office.tenant.faults.next(1, fault.dropAfter(), { operation: 'send', person: mei });
    await office.at(t1Opens);
    await office.at(t1Opens);
    expect(await state()).toBe('sent');
    expect(invitations()).toHaveLength(2);
  });

  it('is not sent again when its visit has moved on meanwhile', async () => {
    office.tenant.faults.next(1, fault.dropAfter(), { operation: 'send', person: mei });
    await office.at(t1Opens);
    expect(await state()).toBe('unknown');
    const messages = office.tenant.sentTo(mei).length;
    const [round] = await office.stores.rounds.open();
    const [visit] = round === undefined ? [] : await office.stores.visits.ofRound(round.id);
    if (visit !== undefined) await office.stores.visits.markStarted(visit.id, office.clock.now(), 0, 1);
    await office.at(t1Opens);
    expect(await state()).toBe('sent');
    expect(office.tenant.sentTo(mei)).toHaveLength(messages);
  });

  it('is sent five times and no more when every reply is lost', async () => {
    office.tenant.faults.always(fault.dropAfter(), { operation: 'send', person: mei });
    for (let round = 0; round < 8; round += 1) await office.at(t1Opens);
    expect(await state()).toBe('unreachable');
    expect(invitations()).toHaveLength(5);
  });

  it('is never called sent as long as it may not have arrived; after five times staff hear of it', async () => {
    office.tenant.faults.always(fault.dropBefore(), { operation: 'send', person: mei });
    await office.at(t1Opens);
    for (let round = 0; round < 6; round += 1) {
      expect(await state()).not.toBe('sent');
      await office.at(t1Opens);
    }
    expect(await state()).toBe('unreachable');
    await office.staff.says('/unreachable');
    expect(office.staff.chat.lastCard('收不到我的消息').text).toContain(mei.name);
  });
});

describe('a message whose process has not been heard of for long', () => {
  const stores = useTestStores();
  const now = new Date('2026-03-03T02:00:00Z');
  const later = new Date('2026-03-03T02:01:00Z');
  const clock = { now: () => later };
  const settle = () =>
    resolveUnknown(
      { deliveries: stores().deliveries, clock, realClock: clock, settings: defaultSettings },
      async () => false,
    );
  const taken = async (visit: string): Promise<Delivery> => {
    const recipient = { person: 'mei' as PersonId };
    await stores().deliveries.plan([
      { subject: { kind: 'invitation', visit: visit as VisitId }, recipient, notBefore: now },
    ]);
    const request = { owner: 'process-1', now, realNow: now, leaseMs: 30_000 };
    const [delivery] = await stores().deliveries.claimSome(request, 1);
    if (delivery === undefined) throw new Error('one was planned');
    return delivery;
  };
  const stateOf = async (delivery: Delivery) => (await stores().deliveries.of(delivery))?.state;

  it('is left to it for a moment: when the database was away, it says what it sent as soon as it can', async () => {
    const away = await taken('away');
    await settle();
    expect(await stateOf(away)).toBe('unknown');
    const attempt = { state: 'sent', at: later, sentAt: later, shownRevision: 0 } as const;
    await stores().deliveries.recordAll([{ id: away.id, owner: 'process-1', attempt }]);
    await settle();
    expect(await stateOf(away)).toBe('sent');
  });

  it('is sent again when it says nothing then either', async () => {
    const dead = await taken('dead');
    await settle();
    await settle();
    expect(await stateOf(dead)).toBe('retry');
  });

  it('is given up, and staff told, only when ten processes died over it', async () => {
    const deadly = await taken('deadly');
    for (let deaths = 1; deaths <= 10; deaths += 1) {
      await settle();
      await settle();
      expect(await stateOf(deadly)).toBe(deaths < 10 ? 'retry' : 'unreachable');
      const request = { owner: `process-${deaths}`, now: later, realNow: later, leaseMs: 0 };
      const again = await stores().deliveries.claimSome(request, 5);
      expect(again.some((delivery) => delivery.id === deadly.id)).toBe(deaths < 10);
    }
    expect((await stores().deliveries.of(deadly))?.reason).toBe('no-answer');
  });
});
