import { describe, expect, it } from 'vitest';
import { moveEntries } from '../../src/domain/audit/move-entries.ts';
import type { Message } from '../../src/domain/deliveries/delivery.ts';
import type { DeliveryStore, RecordedAttempt } from '../../src/domain/deliveries/delivery-store.ts';
import type { DeliveryId, RoundId } from '../../src/domain/kernel/ids.ts';
import { receiptFor, teamChannelAddress } from '../../src/teams/bot/teams-address.ts';
import { byTest } from '../support/by-test.ts';
import { claimOne } from '../support/claim-one.ts';
import { aPlan, at, person, aClaim as request, visitOf } from './samples.ts';
import { useStores } from './two-processes.ts';

const where = { conversationId: 'chat-1', serviceUrl: 'https://smba.example' };
const receipt = receiptFor('activity-1', where);
const resultOf = (round: string) => ({ kind: 'result', round: round as RoundId }) as const;
const sent = { state: 'sent', at: at('03T02:00'), sentAt: at('03T02:00'), status: 201, receipt } as const;

describe('deliveries', () => {
  const { one, other, either, opened } = useStores();

  /** Starts from nothing but this one planned delivery. */
  const alone = async (
    visit: string,
    changes: Parameters<typeof aPlan>[0] = {},
  ): Promise<{ readonly id: DeliveryId; readonly about: Message }> => {
    await opened().connection.collection('deliveries').deleteMany({});
    const about = aPlan({ subject: visitOf(visit), ...changes });
    await one().deliveries.plan([about]);
    return { id: `invitation|${visit}|person:ann` as DeliveryId, about };
  };
  const alreadySent = async (visit: string) => {
    const made = await alone(visit);
    await claimOne(one(), request());
    expect(await one().deliveries.record(made.id, 'process-1', sent)).toBe(true);
    return made;
  };

  it('are planned once, whatever is repeated', async () => {
    const { id, about } = await alone('once', { until: at('16T16:00') });
    const again = aPlan({ subject: visitOf('once'), notBefore: at('09T01:00') });
    await Promise.all(Array.from({ length: 8 }, (_, n) => either(n).deliveries.plan([again, again])));
    expect(await one().deliveries.of(about)).toEqual({
      id,
      subject: visitOf('once'),
      recipient: { person: 'ann' },
      state: 'planned',
      notBefore: at('03T01:00'),
      until: at('16T16:00'),
      attempts: [],
      wantedRevision: 0,
      shownRevision: 0,
    });
  });

  it('have an id that names the kind, the subject and the recipient', async () => {
    await alone('ids');
    await one().deliveries.plan([aPlan({ subject: resultOf('R'), recipient: { group: 'department' } })]);
    const found = await one().deliveries.about([resultOf('R'), resultOf('S')]);
    expect(found.map(({ id, recipient }) => ({ id, recipient }))).toEqual([
      { id: 'result|R|channel:department', recipient: { group: 'department' } },
    ]);
  });

  it('are given out when due, the longest due first', async () => {
    await alone('later', { notBefore: at('03T01:30') });
    await one().deliveries.plan([
      aPlan({ subject: visitOf('sooner') }),
      aPlan({ subject: visitOf('not-yet'), notBefore: at('04T01:00') }),
    ]);
    const claimed = [1, 2, 3].map(() => () => claimOne(one(), request()));
    const subjects: unknown[] = [];
    for (const claim of claimed) subjects.push((await claim())?.subject);
    expect(subjects).toEqual([visitOf('sooner'), visitOf('later'), undefined]);
    expect(await one().deliveries.nextDue(at('03T02:00'))).toEqual(at('04T01:00'));
    expect(await one().deliveries.nextDue(at('04T01:00'))).toBeUndefined();
  });

  it('are recorded by the holder of the lease alone, and once', async () => {
    const { id, about } = await alone('holder');
    await claimOne(one(), request());
    expect(await other().deliveries.record(id, 'process-2', sent)).toBe(false);
    expect(await other().deliveries.record(id, null, sent)).toBe(false);
    expect(await one().deliveries.record(id, 'process-1', sent)).toBe(true);
    expect(await one().deliveries.record(id, 'process-1', sent)).toBe(false);
    const delivery = await one().deliveries.of(about);
    expect(delivery).toMatchObject({ state: 'sent', sentAt: at('03T02:00'), receipt });
    expect(delivery?.attempts).toEqual([{ at: at('03T02:00'), outcome: 'sent', status: 201 }]);
    expect(delivery?.lease).toBeUndefined();
    expect(await claimOne(one(), request({ realNow: at('30T00:00') }))).toBeUndefined();
  });

  it('recorded together, too, are so by the holder of the lease alone, and once', async () => {
    const { id, about } = await alone('holder-of-many');
    await claimOne(one(), request());
    const attempt = { ...sent, shownRevision: 0 };
    await other().deliveries.recordAll([{ id, owner: 'process-2', attempt }]);
    expect((await one().deliveries.of(about))?.state).toBe('claimed');
    await one().deliveries.recordAll([{ id, owner: 'process-1', attempt }]);
    await one().deliveries.recordAll([{ id, owner: 'process-1', attempt }]);
    const delivery = await one().deliveries.of(about);
    expect(delivery?.state).toBe('sent');
    expect(delivery?.attempts).toHaveLength(1);
  });

  it('wait for their retry by real time, and forget why once sent', async () => {
    const { id, about } = await alone('retry');
    await claimOne(one(), request());
    const retryAt = at('03T02:05');
    await one().deliveries.record(id, 'process-1', {
      state: 'retry',
      at: at('03T02:00'),
      reason: 'throttled',
      retryAt,
    });
    expect(await claimOne(one(), request({ now: at('09T00:00') }))).toBeUndefined();
    expect(await claimOne(one(), request({ realNow: retryAt }))).toMatchObject({
      id,
      reason: 'throttled',
    });
    await one().deliveries.record(id, 'process-1', sent);
    const delivery = await one().deliveries.of(about);
    expect(delivery?.reason).toBeUndefined();
    expect(delivery?.retryAt).toBeUndefined();
    expect(delivery?.attempts).toHaveLength(2);
  });

  it('go back untouched when released, until a later moment', async () => {
    const { id, about } = await alone('released');
    await claimOne(one(), request());
    await other().deliveries.release(id, 'process-2', at('05T01:00'));
    expect((await one().deliveries.of(about))?.state).toBe('claimed');
    await one().deliveries.release(id, 'process-1', at('05T01:00'));
    const delivery = await one().deliveries.of(about);
    expect(delivery).toMatchObject({ state: 'planned', notBefore: at('05T01:00'), attempts: [] });
    expect(delivery?.lease).toBeUndefined();
  });

  it('become unknown when a lease runs out, and anybody may then say what came of them', async () => {
    const { id } = await alone('lost');
    await claimOne(one(), request());
    expect(await other().deliveries.expireLeases(at('03T02:00'))).toBe(0);
    expect(await other().deliveries.expireLeases(at('03T02:01'))).toBe(1);
    expect(await other().deliveries.expireLeases(at('03T02:01'))).toBe(0);
    expect(await claimOne(one(), request({ realNow: at('03T03:00') }))).toBeUndefined();
    expect((await one().deliveries.unknown(5)).map((delivery) => delivery.id)).toEqual([id]);
    expect(await other().deliveries.record(id, null, { state: 'retry', at: at('03T02:02') })).toBe(true);
    expect(await other().deliveries.record(id, null, { state: 'retry', at: at('03T02:02') })).toBe(false);
    expect((await claimOne(other(), request({ owner: 'process-2' })))?.id).toBe(id);
  });

  it('believe a holder who comes back late, unless somebody else has taken over', async () => {
    const { id, about } = await alone('slow');
    await claimOne(one(), request());
    await one().deliveries.expireLeases(at('03T02:01'));
    expect(await one().deliveries.record(id, 'process-1', sent)).toBe(true);
    expect((await one().deliveries.of(about))?.state).toBe('sent');

    const { id: taken } = await alone('taken-over');
    await claimOne(one(), request());
    await one().deliveries.expireLeases(at('03T02:01'));
    await other().deliveries.record(taken, null, { state: 'retry', at: at('03T02:02') });
    await claimOne(other(), request({ owner: 'process-2' }));
    expect(await one().deliveries.record(taken, 'process-1', sent)).toBe(false);
  });

  it('are updated when the shown card is behind, by one process at a time', async () => {
    const { id, about } = await alreadySent('behind');
    expect(await one().deliveries.claimUpdate(request())).toBeUndefined();
    await one().deliveries.wantUpdate(about);
    const claims = await Promise.all([
      one().deliveries.claimUpdate(request()),
      other().deliveries.claimUpdate(request({ owner: 'process-2' })),
    ]);
    const holders = claims.flatMap((delivery) => (delivery?.lease ? [delivery.lease.owner] : []));
    expect(holders).toHaveLength(1);
    const updated = { state: 'sent', at: at('03T02:00'), sentAt: at('04T02:00'), shownRevision: 1 } as const;
    expect(await one().deliveries.record(id, holders[0] ?? '', updated)).toBe(true);
    expect(await one().deliveries.claimUpdate(request())).toBeUndefined();
    expect(await one().deliveries.of(about)).toMatchObject({
      state: 'sent',
      sentAt: sent.sentAt,
      wantedRevision: 1,
      shownRevision: 1,
      receipt,
    });
  });

  it('stay behind when more was wanted while they were updated', async () => {
    const { id, about } = await alreadySent('busy');
    await one().deliveries.wantUpdate(about);
    await one().deliveries.claimUpdate(request());
    await other().deliveries.wantUpdate(about);
    await one().deliveries.record(id, 'process-1', { state: 'sent', at: at('03T02:00'), shownRevision: 1 });
    expect((await one().deliveries.claimUpdate(request()))?.wantedRevision).toBe(2);
  });

  it('are not behind when what was wanted before sending is what was sent', async () => {
    const { id, about } = await alone('early');
    await one().deliveries.wantUpdate(about);
    await claimOne(one(), request());
    await one().deliveries.record(id, 'process-1', { ...sent, shownRevision: 1 });
    expect(await one().deliveries.claimUpdate(request())).toBeUndefined();
  });

  it('are never sent a second time because an update failed', async () => {
    const { id, about } = await alreadySent('failed-update');
    await one().deliveries.wantUpdate(about);
    await one().deliveries.claimUpdate(request());
    const retryAt = at('03T02:05');
    await one().deliveries.record(id, 'process-1', {
      state: 'retry',
      at: at('03T02:00'),
      reason: 'throttled',
      retryAt,
    });
    expect((await one().deliveries.of(about))?.state).toBe('sent');
    expect(await claimOne(one(), request({ realNow: at('03T03:00') }))).toBeUndefined();
    expect(await one().deliveries.claimUpdate(request())).toBeUndefined();
    expect((await one().deliveries.claimUpdate(request({ realNow: retryAt })))?.id).toBe(id);
    await one().deliveries.record(id, 'process-1', {
      state: 'unreachable',
      at: retryAt,
      reason: 'message-gone',
    });
    expect((await one().deliveries.of(about))?.state).toBe('sent');
    expect(await one().deliveries.claimUpdate(request({ realNow: at('04T00:00') }))).toBeUndefined();
  });

  it('can be taken for updating again after the process died, without becoming unknown', async () => {
    const { id, about } = await alreadySent('died-updating');
    await one().deliveries.wantUpdate(about);
    await one().deliveries.claimUpdate(request());
    expect(await other().deliveries.expireLeases(at('03T05:00'))).toBe(0);
    expect(
      await other().deliveries.claimUpdate(request({ realNow: at('03T02:01'), owner: 'process-2' })),
    ).toMatchObject({ id, state: 'sent', lease: { owner: 'process-2' } });
    await other().deliveries.release(id, 'process-2', at('05T01:00'));
    expect(await other().deliveries.claimUpdate(request())).toBeUndefined();
    expect((await other().deliveries.claimUpdate(request({ now: at('05T01:00') })))?.id).toBe(id);
  });

  it('are not updated when the channel did not name the message', async () => {
    const { id, about } = await alone('nameless');
    await claimOne(one(), request());
    await one().deliveries.record(id, 'process-1', { ...sent, receipt: receiptFor(undefined, where) });
    await one().deliveries.wantUpdate(about);
    expect(await one().deliveries.claimUpdate(request())).toBeUndefined();
    expect((await one().deliveries.of(about))?.receipt?.name).toBeNull();
  });

  it('keep their receipt as it always stood in the document', async () => {
    const { id, about } = await alreadySent('receipt');
    const deliveries = opened().connection.collection<{ _id: string }>('deliveries');
    expect(await deliveries.findOne({ _id: id })).toMatchObject({
      message: { ...where, activityId: 'activity-1' },
    });
    expect((await one().deliveries.of(about))?.receipt).toEqual(receipt);
  });

  it.each([
    [
      'one by one',
      (store: DeliveryStore, attempt: RecordedAttempt) =>
        store.record(attempt.id, attempt.owner, attempt.attempt),
    ],
    ['together', (store: DeliveryStore, attempt: RecordedAttempt) => store.recordAll([attempt])],
  ])('recorded %s keep the receipt of any channel', async (_, record) => {
    const { id, about } = await alone('letter');
    await claimOne(one(), request());
    const letter = { channel: 'email', name: null, parts: { id: '<1@mail.example>' } } as const;
    await record(one().deliveries, {
      id,
      owner: 'process-1',
      attempt: { ...sent, receipt: letter, shownRevision: 0 },
    });
    expect(await other().deliveries.of(about)).toMatchObject({ state: 'sent', receipt: letter });
  });

  it('that could not reach somebody are planned again when they can be', async () => {
    const { about } = await alone('unreachable');
    await one().deliveries.plan([
      aPlan({ subject: visitOf('of-another'), recipient: { person: person('bo') } }),
    ]);
    const missing = { state: 'unreachable', at: at('03T02:00'), reason: 'not-connected' } as const;
    for (const _ of [1, 2]) {
      const claimed = await claimOne(one(), request());
      if (claimed) await one().deliveries.record(claimed.id, 'process-1', missing);
    }
    expect((await one().deliveries.of(about))?.reason).toBe('not-connected');
    const document = await opened()
      .connection.collection('deliveries')
      .findOne({ 'recipient.person': 'ann' });
    expect(document).toMatchObject({ reason: 'not-installed', attempts: [{ reason: 'not-installed' }] });
    expect(await one().deliveries.reopenFor(person('ann'))).toBe(1);
    expect(await one().deliveries.reopenFor(person('ann'))).toBe(0);
    expect(await one().deliveries.of(about)).toMatchObject({
      state: 'planned',
      attempts: [{ reason: 'not-connected' }],
    });
    expect((await one().deliveries.of(about))?.reason).toBeUndefined();
  });

  it('that waited for a channel are planned again when there is one', async () => {
    await alone('person');
    await opened().connection.collection('deliveries').deleteMany({});
    await one().deliveries.plan([aPlan({ subject: resultOf('R2'), recipient: { group: 'department' } })]);
    const claimed = await claimOne(one(), request());
    if (claimed === undefined) throw new Error('one was planned');
    const noChannel = { state: 'unreachable', at: at('03T02:00'), reason: 'no-group-address' } as const;
    await one().deliveries.record(claimed.id, 'process-1', noChannel);
    expect(await one().deliveries.reopenFor(person('ann'))).toBe(0);
    expect(await one().deliveries.reopenForGroup(at('03T02:00'))).toBe(1);
    expect((await claimOne(one(), request()))?.id).toBe(claimed.id);
  });

  it('are known by person and kind with the moments they were sent at', async () => {
    await alreadySent('counted');
    const sent = (kind: 'invitation' | 'reminder', since: Date) =>
      one().deliveries.sentTo([person('bo'), person('ann')], kind, since);
    expect(await sent('invitation', at('03T02:00'))).toEqual([[], [at('03T02:00')]]);
    expect(await sent('invitation', at('03T02:01'))).toEqual([[], []]);
    expect(await sent('reminder', at('01T00:00'))).toEqual([[], []]);
  });
});

describe('the address of the department', () => {
  const { one, other, opened } = useStores();
  const channel = (channelId: string) =>
    teamChannelAddress({ tenantId: 'tenant', teamId: 'team', channelId, serviceUrl: 'https://smba.example' });
  const chosen = {
    address: channel('19:channel@thread.tacv2'),
    name: 'Follow-up',
    chosenAt: at('01T00:00'),
  };

  it('is the one chosen last', async () => {
    expect(await one().departmentAddress.current()).toBeUndefined();
    await one().departmentAddress.choose(chosen, byTest);
    const later = { ...chosen, address: channel('19:other@thread.tacv2') };
    await other().departmentAddress.choose(later, byTest);
    expect(await one().departmentAddress.current()).toEqual(later);
  });

  it('stands in its document as it always did', async () => {
    await one().departmentAddress.choose(chosen, byTest);
    await moveEntries(one());
    expect(await opened().connection.collection('channels').findOne({})).toEqual({
      _id: 'department',
      tenantId: 'tenant',
      teamId: 'team',
      channelId: '19:channel@thread.tacv2',
      serviceUrl: 'https://smba.example',
      name: 'Follow-up',
      chosenAt: at('01T00:00'),
    });
  });

  it('may be of another channel, and of the first again', async () => {
    const mailbox = {
      ...chosen,
      address: { channel: 'email', parts: { to: 'training@example.com' } },
    } as const;
    await one().departmentAddress.choose(mailbox, byTest);
    expect(await other().departmentAddress.current()).toEqual(mailbox);
    await one().departmentAddress.choose(chosen, byTest);
    expect(await other().departmentAddress.current()).toEqual(chosen);
  });

  it('is lost since it was first refused; what is refused of one that is no longer chosen says nothing of the next', async () => {
    const { departmentAddress } = one();
    const refused = async (given: typeof chosen, day: string) => {
      await departmentAddress.lose(given, { since: at(day), reason: 'not-connected' });
      return (await departmentAddress.current())?.lost?.since;
    };
    await departmentAddress.choose(chosen, byTest);
    expect(await refused(chosen, '02T00:00')).toEqual(at('02T00:00'));
    expect(await refused(chosen, '03T00:00')).toEqual(at('02T00:00'));
    const next = { ...chosen, chosenAt: at('04T00:00') };
    await departmentAddress.choose(next, byTest);
    expect(await refused(chosen, '05T00:00')).toBeUndefined();
    expect(await refused(next, '06T00:00')).toEqual(at('06T00:00'));
  });
});
