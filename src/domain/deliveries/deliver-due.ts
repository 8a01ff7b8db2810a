import type { Clock } from '../kernel/clock.ts';
import type { PersonId } from '../kernel/ids.ts';
import type { Settings } from '../kernel/settings.ts';
import type { WorkingCalendar } from '../kernel/working-calendar.ts';
import type { AccountStore } from '../people/account-store.ts';
import type { Delivery } from './delivery.ts';
import { nextDeliveryMoment } from './delivery-hours.ts';
import type { AttemptRecord, DeliveryStore } from './delivery-store.ts';
import type { DeliveryOutcome, Messenger } from './messenger.ts';

export interface DeliveryDeps {
  readonly deliveries: DeliveryStore;
  readonly accounts: AccountStore;
  readonly messenger: Messenger;
  readonly clock: Clock;
  readonly realClock: Clock;
  readonly settings: Settings;
  readonly calendar: WorkingCalendar;
  /** A name for this process, for leases. */
  readonly owner: string;
  /** A number in [0, 1), for jitter. */
  readonly random: () => number;
}

/** How long a claim is believed: longer than a request may take (10 s), short enough to take over within a minute. */
const leaseMs = 30_000;
const workers = 8;
const mostAttempts = 10;
const weekMs = 7 * 24 * 3_600_000;

/** Delivers what is due, several at a time, until nothing is left that can be delivered now. Returns how many were tried. */
export const deliverDue = async (deps: DeliveryDeps): Promise<number> => {
  let tried = 0;
  const worker = async (): Promise<void> => {
    for (;;) {
      const delivery = await deps.deliveries.claim(claimRequest(deps));
      if (delivery === undefined) return;
      tried += 1;
      await deliverOne(deps, delivery);
    }
  };
  await Promise.all(Array.from({ length: workers }, worker));
  return tried;
};

/** Brings shown cards up to what they should say, in place. */
export const updateShown = async (deps: DeliveryDeps): Promise<number> => {
  let updated = 0;
  for (;;) {
    const delivery = await deps.deliveries.claimUpdate(claimRequest(deps));
    if (delivery === undefined) return updated;
    updated += 1;
    const outcome = await deps.messenger.update(delivery);
    await deps.deliveries.record(delivery.id, deps.owner, recordOf(deps, delivery, outcome));
  }
};

const claimRequest = (deps: DeliveryDeps) => ({
  owner: deps.owner,
  now: deps.clock.now(),
  realNow: deps.realClock.now(),
  leaseMs,
});

const deliverOne = async (deps: DeliveryDeps, delivery: Delivery): Promise<void> => {
  const moment = await allowedMoment(deps, delivery);
  if (moment > deps.clock.now()) {
    await deps.deliveries.release(delivery.id, deps.owner, moment);
    return;
  }
  const outcome: DeliveryOutcome =
    delivery.until !== undefined && delivery.until <= deps.clock.now()
      ? { kind: 'obsolete' }
      : await deps.messenger.deliver(delivery);
  await deps.deliveries.record(delivery.id, deps.owner, recordOf(deps, delivery, outcome));
};

/** Nothing is delivered outside working hours, nor more questionnaires a week than a person should get. */
const allowedMoment = async (deps: DeliveryDeps, delivery: Delivery): Promise<Date> => {
  const now = deps.clock.now();
  const person = 'person' in delivery.recipient ? delivery.recipient.person : undefined;
  const account = person === undefined ? undefined : await deps.accounts.ofPerson(person);
  const zone = account?.timeZone ?? deps.settings.organisation.timeZone;
  const inHours = (moment: Date): Date => nextDeliveryMoment(moment, zone, deps.settings, deps.calendar);
  const moment = inHours(now);
  if (moment > now || person === undefined || delivery.kind !== 'invitation') return moment;
  return (await weekIsFull(deps, person, now)) ? inHours(new Date(now.getTime() + weekMs / 7)) : moment;
};

const weekIsFull = async (deps: DeliveryDeps, person: PersonId, now: Date): Promise<boolean> => {
  const sent = await deps.deliveries.countSent(person, 'invitation', new Date(now.getTime() - weekMs));
  return sent >= deps.settings.questionnairesPerWeek;
};

const recordOf = (deps: DeliveryDeps, delivery: Delivery, outcome: DeliveryOutcome): AttemptRecord => {
  const at = deps.realClock.now();
  const status = 'status' in outcome && outcome.status !== undefined ? { status: outcome.status } : {};
  switch (outcome.kind) {
    case 'sent':
      return {
        state: 'sent',
        at,
        ...status,
        message: outcome.message,
        sentAt: deps.clock.now(),
        shownRevision: delivery.wantedRevision,
      };
    case 'retry': {
      const tries = delivery.attempts.filter((attempt) => attempt.outcome === 'retry').length + 1;
      if (tries >= mostAttempts) return { state: 'unreachable', at, ...status, reason: outcome.reason };
      const waitMs = outcome.afterMs ?? backoffMs(tries, deps.random());
      return {
        state: 'retry',
        at,
        ...status,
        reason: outcome.reason,
        retryAt: new Date(at.getTime() + waitMs),
      };
    }
    case 'unreachable':
      return { state: 'unreachable', at, ...status, reason: outcome.reason };
    case 'unknown':
      return { state: 'unknown', at, reason: outcome.reason };
    case 'obsolete':
      return { state: 'obsolete', at };
  }
};

/** Exponential with full jitter: 2 s, 4 s, … up to 5 minutes. */
const backoffMs = (tries: number, random: number): number =>
  Math.round(Math.min(300_000, 1000 * 2 ** tries) * (0.5 + random / 2));
