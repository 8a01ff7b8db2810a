import { describe, expect, it } from 'vitest';
import type { Delivery } from '../../src/domain/deliveries/delivery.ts';
import type { DeliveryPlan } from '../../src/domain/deliveries/delivery-store.ts';
import type { RoundId } from '../../src/domain/kernel/ids.ts';
import { claimOne } from '../support/claim-one.ts';
import { aPlan, aRound, at, person, visitOf } from './samples.ts';
import { useStores } from './two-processes.ts';

const owner = 'process-1';
const request = { owner, now: at('03T02:00'), realNow: at('03T02:00'), leaseMs: 60_000 };
const lane = aRound().id;

describe('how far the deliveries of a lane are', () => {
  const { one, other, opened } = useStores();

  /** Starts from nothing but so many invitations of this lane, one more of another, and the card about the first. */
  const campaign = async (size: number): Promise<Delivery> => {
    await opened().connection.collection('deliveries').deleteMany({});
    const plans = Array.from({ length: size }, (_, n): DeliveryPlan => {
      const about = { subject: visitOf(`visit-${n}`), recipient: { person: person(`p${n}`) } };
      return aPlan({ ...about, lane, notBefore: at(n === size - 1 ? '04T01:00' : '03T01:00') });
    });
    const another = {
      subject: visitOf('visit-x'),
      recipient: { person: person('x') },
      lane: aRound({ kind: 'T2' }).id,
    };
    await one().deliveries.plan([
      aPlan({ subject: { kind: 'campaign', round: lane }, recipient: { group: 'department' } }),
    ]);
    const card = await claimOne(one(), request);
    if (card === undefined) throw new Error('the card was planned');
    const receipt = { channel: 'teams', name: 'card', parts: { conversationId: 'channel' } } as const;
    await one().deliveries.record(card.id, owner, {
      state: 'sent',
      at: at('03T02:00'),
      shownRevision: 0,
      receipt,
    });
    await one().deliveries.plan([...plans, aPlan(another)]);
    return card;
  };
  const ends = async (n: number, state: 'sent' | 'retry' | 'unreachable' | 'obsolete' | 'unknown') => {
    const deliveries = opened().connection.collection<{ _id: string }>('deliveries');
    await deliveries.updateOne({ _id: `invitation|visit-${n}|person:p${n}` }, { $set: { state } });
  };

  it('is counted by state, each delivery once and those of other lanes left out', async () => {
    await campaign(8);
    expect(await one().deliveries.progressOf(lane)).toEqual({
      sent: 0,
      waiting: 8,
      retrying: 0,
      unreachable: 0,
      obsolete: 0,
      lastDue: at('04T01:00'),
    });
    await ends(0, 'sent');
    await ends(1, 'sent');
    await ends(2, 'retry');
    await ends(3, 'unknown');
    await ends(4, 'unreachable');
    await ends(5, 'obsolete');
    await ends(7, 'sent');
    expect(await one().deliveries.progressOf(lane)).toEqual({
      sent: 3,
      waiting: 1,
      retrying: 2,
      unreachable: 1,
      obsolete: 1,
      lastDue: at('03T01:00'),
    });
  });

  it('has no last moment when nothing is left to be sent', async () => {
    await campaign(1);
    await ends(0, 'unreachable');
    expect(await one().deliveries.progressOf(lane)).toEqual({
      sent: 0,
      waiting: 0,
      retrying: 0,
      unreachable: 1,
      obsolete: 0,
    });
  });

  it('is shown anew once for each thing to say, however many processes ask', async () => {
    const card = await campaign(1);
    const { id } = card;
    await Promise.all([1, 2, 3, 4].map(() => one().deliveries.wantSaying(id, '1 of 2')));
    await Promise.all([1, 2, 3, 4].map(() => other().deliveries.wantSaying(id, '1 of 2')));
    expect(await one().deliveries.of(card)).toMatchObject({ wantedRevision: 1, shownRevision: 0 });
    await one().deliveries.wantSaying(id, '2 of 2');
    await one().deliveries.wantSaying(id, '1 of 2');
    expect((await one().deliveries.of(card))?.wantedRevision).toBe(3);
    expect((await other().deliveries.claimUpdate(request))?.id).toBe(id);
  });

  it('concerns cards that are shown and were not asked to say the last of it', async () => {
    const { id } = await campaign(1);
    const shown = async () =>
      (await other().deliveries.shownNotSaying('campaign', 'over')).map((card) => card.id);
    expect(await shown()).toEqual([id]);
    await one().deliveries.wantSaying(id, '1 of 2');
    expect(await shown()).toEqual([id]);
    await one().deliveries.wantSaying(id, 'over');
    expect(await shown()).toEqual([]);
    await one().deliveries.plan([
      aPlan({
        subject: { kind: 'campaign', round: 'not sent yet' as RoundId },
        recipient: { group: 'department' },
      }),
    ]);
    expect(await shown()).toEqual([]);
  });
});
