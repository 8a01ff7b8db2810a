import { describe, expect, it } from 'vitest';
import type { DeliveryPlan } from '../../src/domain/deliveries/delivery-store.ts';
import { aPlan, at, person, aClaim as request, visitOf } from './samples.ts';
import { useStores } from './two-processes.ts';

describe('deliveries taken many at a time', () => {
  const { one, other, opened } = useStores();
  const planned = async (plans: readonly DeliveryPlan[]): Promise<void> => {
    await opened().connection.collection('deliveries').deleteMany({});
    await one().deliveries.plan(plans);
  };
  const campaign = (lane: string, size: number): DeliveryPlan[] =>
    Array.from({ length: size }, (_, n) =>
      aPlan({ lane, subject: visitOf(`${lane} ${n}`), recipient: { person: person(`${lane}-${n}`) } }),
    );

  it('are of every training in turn: one person never waits behind a thousand of another', async () => {
    await planned([...campaign('long', 1000), ...campaign('short', 1), ...campaign('middle', 30)]);
    const taken = await one().deliveries.claimSome(request(), 30);
    expect(taken.map(({ subject }) => subject)).toContainEqual(visitOf('short 0'));
    expect(taken.filter(({ id }) => id.startsWith('invitation|middle'))).toHaveLength(10);
    expect(taken.every(({ state }) => state === 'claimed')).toBe(true);
  });

  it('are of a training that begins while another is under way, a second later at the latest', async () => {
    await planned(campaign('long', 100));
    await one().deliveries.claimSome(request(), 10);
    await one().deliveries.plan(campaign('new', 1));
    const soon = request({ realNow: new Date(at('03T02:00').getTime() + 1001) });
    const taken = await one().deliveries.claimSome(soon, 10);
    expect(taken.map(({ subject }) => subject)).toContainEqual(visitOf('new 0'));
  });

  it('are each taken by one of several processes', async () => {
    await planned(campaign('all', 200));
    const taken = await Promise.all(
      Array.from({ length: 20 }, (_, n) =>
        (n % 2 ? one() : other()).deliveries.claimSome(request({ owner: `process-${n % 2}` }), 20),
      ),
    );
    const ids = taken.flat().map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('to one person are never with two processes at a time', async () => {
    const to = { person: person('mei') };
    await planned([
      aPlan({ subject: visitOf('first'), recipient: to }),
      aPlan({ subject: visitOf('second'), recipient: to }),
    ]);
    const [first] = await one().deliveries.claimSome(request(), 1);
    expect(first).toBeDefined();
    expect(await other().deliveries.claimSome(request({ owner: 'process-2' }), 10)).toEqual([]);
    const sent = { state: 'sent', at: at('03T02:00'), sentAt: at('03T02:00'), shownRevision: 0 } as const;
    await one().deliveries.recordAll([{ id: first?.id ?? '', owner: 'process-1', attempt: sent }] as never);
    const later = request({ owner: 'process-2', realNow: new Date(at('03T02:00').getTime() + 2000) });
    expect(await other().deliveries.claimSome(later, 10)).toHaveLength(1);
  });

  it.each([
    ['without a date', undefined],
    ['that nobody could have got yet', at('04T02:00')],
  ])('are held up by no lease %s: who seems to have them is taken for gone', async (_, until) => {
    const to = { person: person('mei') };
    await planned([
      aPlan({ subject: visitOf('held'), recipient: to }),
      aPlan({ subject: visitOf('next'), recipient: to }),
    ]);
    const [held] = await one().deliveries.claimSome(request(), 1);
    const lease = { owner: 'process-1', ...(until === undefined ? {} : { until }) };
    const stored = opened().connection.collection<{ _id: string }>('deliveries');
    await stored.updateOne({ _id: held?.id ?? '' }, { $set: { lease } });
    expect(await other().deliveries.claimSome(request({ owner: 'process-2' }), 10)).toHaveLength(1);
    expect(await other().deliveries.expireLeases(at('03T02:00'))).toBe(1);
    // And what is shown is brought up to date.
    const shown = { state: 'sent', behind: true, message: { conversationId: 'c', activityId: 'a' }, lease };
    await stored.updateOne({ _id: held?.id ?? '' }, { $set: shown });
    const update = await other().deliveries.claimUpdate(request({ owner: 'process-2' }));
    expect(update?.id).toBe(held?.id);
  });

  it('wait as long as a service may ask for, a day, and not for a moment that a wrong clock set', async () => {
    await planned(campaign('all', 2));
    const [soon, never] = await one().deliveries.claimSome(request(), 2);
    const busy = { state: 'retry', at: at('03T02:00'), reason: 'throttled' } as const;
    const again = (id: string | undefined, retryAt: Date) =>
      one().deliveries.recordAll([{ id, owner: 'process-1', attempt: { ...busy, retryAt } }] as never);
    await again(soon?.id, at('04T02:00'));
    await again(never?.id, at('05T02:00'));
    const taken = async (realNow: Date) =>
      (await one().deliveries.claimSome(request({ realNow }), 10)).map(({ id }) => id);
    expect(await taken(at('03T02:01'))).toEqual([never?.id]);
    expect(await taken(at('04T02:00'))).toEqual([soon?.id]);
  });

  it('are retries first, but not only', async () => {
    await planned(campaign('all', 40));
    const again = await one().deliveries.claimSome(request(), 20);
    const busy = {
      state: 'retry',
      at: at('03T02:00'),
      reason: 'throttled',
      retryAt: at('03T02:00'),
    } as const;
    await one().deliveries.recordAll(again.map(({ id }) => ({ id, owner: 'process-1', attempt: busy })));
    const taken = await one().deliveries.claimSome(request(), 20);
    const retried = taken.filter(({ attempts }) => attempts.length > 0);
    expect(retried).toHaveLength(10);
    expect(taken).toHaveLength(20);
  });

  it('and recorded together keep what a later process knows better', async () => {
    await planned(campaign('all', 3));
    const taken = await one().deliveries.claimSome(request(), 3);
    await one().deliveries.expireLeases(at('03T03:00'));
    const [resent] = taken;
    if (resent === undefined) throw new Error('nothing taken');
    await other().deliveries.record(resent.id, null, { state: 'retry', at: at('03T03:00') });
    const sent = { state: 'sent', at: at('03T03:00'), sentAt: at('03T03:00'), shownRevision: 0 } as const;
    await one().deliveries.recordAll(taken.map(({ id }) => ({ id, owner: 'process-1', attempt: sent })));
    const now = await Promise.all(taken.map((delivery) => one().deliveries.of(delivery)));
    expect(now.map((delivery) => delivery?.state)).toEqual(['retry', 'sent', 'sent']);
  });

  it('and of a kind that only a later version knows are left to that version, unharmed', async () => {
    await planned(campaign('known', 2));
    const deliveries = opened().connection.collection<{ _id: string }>('deliveries');
    const later = { kind: 'appointment', subject: 'a1', lane: 'appointments', recipient: { person: 'mei' } };
    const untouched = { state: 'planned', attempts: [], wantedRevision: 0, shownRevision: 0 };
    const _id = 'appointment|a1|person:mei';
    await deliveries.insertOne({ _id, ...later, ...untouched, notBefore: at('03T01:00') } as never);
    const taken = await one().deliveries.claimSome(request(), 10);
    expect(taken.map(({ subject }) => subject.kind)).toEqual(['invitation', 'invitation']);
    const left = await deliveries.findOne({ _id });
    expect(left).toMatchObject({ ...later, ...untouched, retryAt: at('03T02:01') });
    expect(left).not.toHaveProperty('lease');
  });
});
