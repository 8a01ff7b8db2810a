import { describe, expect, it } from 'vitest';
import type { PersonId } from '../../../src/domain/kernel/ids.ts';
import { defaultSettings } from '../../../src/domain/kernel/settings.ts';
import { funnelOf } from '../../../src/domain/reports/funnel.ts';
import { aTraining } from '../../store/samples.ts';
import { sighting } from '../../support/account-sightings.ts';
import { buildRound, buildVisit, type Trainee } from '../../support/build-round.ts';
import { byTest } from '../../support/by-test.ts';
import { claimOne } from '../../support/claim-one.ts';
import { useTestStores } from '../../support/use-test-stores.ts';

const seenAt = new Date('2026-07-01T00:00:00Z');
const stores = useTestStores();

const enrol = async (name: string, how: 'withdrawn' | 'unmatched' | 'unreachable' | 'reachable') => {
  const { trainings, accounts } = stores();
  const person = name as PersonId;
  const withdrawn = how === 'withdrawn';
  await trainings.enrol({ training: aTraining().code, person, department: 'Sales', withdrawn }, byTest);
  if (how === 'withdrawn' || how === 'unmatched') return;
  const address = { channel: 'teams', parts: { conversationId: `chat-${name}` } } as const;
  const reachable = how === 'reachable' ? { address, connected: true } : {};
  const { key } = await accounts.saw(sighting(name, { seenAt, ...reachable }));
  await accounts.attach(key, person, byTest);
};

describe('the funnel of a training', () => {
  it('tells how many got how far, and why not', async () => {
    const { trainings, rounds, visits, deliveries } = stores();
    const training = aTraining();
    await trainings.save(training, byTest);
    await enrol('ann', 'reachable');
    await enrol('bo', 'reachable');
    await enrol('cy', 'reachable');
    await enrol('di', 'unreachable');
    await enrol('ed', 'unmatched');
    await enrol('fay', 'withdrawn');
    const t1 = buildRound({ code: training.code, state: 'open' });
    const t2 = buildRound({ code: training.code, kind: 'T2', state: 'planned', dueDate: '2026-08-10' });
    await rounds.plan(t2, byTest);
    await rounds.plan(t1, byTest);
    const people: Trainee[] = [
      { person: 'ann', visit: { state: 'answered', startedOn: '2026-08-17', answeredOn: '2026-08-17' } },
      { person: 'bo', visit: { state: 'started', startedOn: '2026-08-17' } },
      { person: 'cy', visit: { state: 'excused', excuse: 'on-leave' } },
      { person: 'di' },
      { person: 'ed', visit: { state: 'declined' } },
      { person: 'fay', visit: { state: 'excused', excuse: 'withdrawn' } },
    ];
    const opened = people.map((one, index) => buildVisit(t1, one, index));
    await visits.open(opened);
    const invited = opened.slice(0, 4);
    await deliveries.plan(
      invited.map((visit) => ({
        subject: { kind: 'invitation', visit: visit.id },
        recipient: { person: visit.person },
        notBefore: seenAt,
      })),
    );
    const invitations = await deliveries.about(
      invited.map(({ id }) => ({ kind: 'invitation' as const, visit: id })),
    );
    for (const _ of invitations) {
      await claimOne({ deliveries }, { owner: 'me', now: seenAt, realNow: seenAt, leaseMs: 1000 });
    }
    for (const { id, recipient } of invitations) {
      const unreached = 'person' in recipient && recipient.person === 'di';
      const outcome = unreached
        ? ({ state: 'unreachable', reason: 'not-connected', at: seenAt } as const)
        : ({ state: 'sent', at: seenAt, sentAt: seenAt } as const);
      expect(await deliveries.record(id, 'me', outcome)).toBe(true);
    }
    const on = (day: string) =>
      funnelOf(
        { ...stores(), settings: defaultSettings, clock: { now: () => new Date(`${day}T12:00+08:00`) } },
        training,
      );
    const funnel = await on('2026-08-18');
    expect(funnel).toMatchObject({ enrolled: 5, withdrawn: 1, matched: 4, reachable: 3 });
    expect(funnel.rounds.map(({ round }) => round.kind)).toEqual(['T1', 'T2']);
    expect(funnel.rounds[0]).toMatchObject({
      due: 5,
      delivered: 3,
      undelivered: { 'not-connected': 1, waiting: 1 },
      // Five people, while the round is open: as it was when the day began.
      progress: { roughly: 'some' },
      excused: { 'on-leave': 1, 'did-not-attend': 0 },
    });
    expect((await on('2026-08-17')).rounds[0]?.progress).toEqual({ roughly: 'none' });
    expect(funnel.rounds[1]).toMatchObject({ due: 0, delivered: 0, undelivered: {} });
  });
});
