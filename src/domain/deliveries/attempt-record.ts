import { localDate } from '../kernel/local-date.ts';
import type { Means } from '../means.ts';
import { type Delivery, type DeliveryAttempt, passingReasons } from './delivery.ts';
import { nextWorkingMorning } from './delivery-hours.ts';
import type { AttemptRecord } from './delivery-store.ts';
import { isAboutThePlace } from './lost-channel.ts';
import type { DeliveryOutcome, Named } from './messenger.ts';

type Deps = Pick<Means, 'clock' | 'realClock' | 'settings' | 'calendar' | 'random'>;

/** A busy service is asked again for so long and so often; nights and weekends are not tries. */
const retryForMs = 24 * 3_600_000;
const retryAtLeast = 20;
/** TEAMS.md §1.2: a refusal is believed when it was heard on so many days. */
const daysOfRefusal = 3;

/** What is kept of an attempt, and so what happens next. `zone`: the recipient's. */
export const recordOf = (
  deps: Deps,
  delivery: Delivery,
  outcome: DeliveryOutcome | Named,
  zone: string,
): AttemptRecord => {
  const at = deps.realClock.now();
  const status = 'status' in outcome && outcome.status !== undefined ? { status: outcome.status } : {};
  switch (outcome.kind) {
    case 'sent':
      return {
        state: 'sent',
        at,
        ...status,
        receipt: outcome.receipt,
        sentAt: deps.clock.now(),
        shownRevision: delivery.wantedRevision,
      };
    case 'retry': {
      const earlier = lastRetries(delivery);
      const forMs = at.getTime() - (earlier[0]?.at ?? at).getTime();
      if (forMs >= retryForMs && earlier.length >= retryAtLeast) {
        // What concerns the department waits; it does not vanish.
        if ('group' in delivery.recipient)
          return { at, ...status, reason: outcome.reason, ...tomorrow(deps, zone) };
        return {
          state: 'unreachable',
          at,
          ...status,
          reason: outcome.reason,
          ...refusedToday(deps, delivery),
        };
      }
      const waitMs = waitBefore(earlier.length + 1, outcome.afterMs, deps.random());
      return {
        state: 'retry',
        at,
        ...status,
        reason: outcome.reason,
        retryAt: new Date(at.getTime() + waitMs),
      };
    }
    case 'unreachable':
      return { at, ...status, reason: outcome.reason, ...refusal(deps, delivery, outcome, zone) };
    case 'unknown':
      return { state: 'unknown', at, reason: outcome.reason };
    case 'named':
      return { state: 'sent', at, sentAt: deps.clock.now(), shownRevision: delivery.wantedRevision };
    case 'obsolete':
      return { state: 'obsolete', at };
  }
};

/** The retries in a row until now; a refusal that waited for another day ends the row. */
const lastRetries = ({ attempts }: Delivery): readonly DeliveryAttempt[] => {
  const isBusy = ({ outcome, reason }: DeliveryAttempt): boolean =>
    outcome === 'retry' && (reason === undefined || !passingReasons.includes(reason));
  return attempts.slice(attempts.findLastIndex((attempt) => !isBusy(attempt)) + 1);
};

/** A refusal that may pass is tried again the next working morning, until it was heard on three different days. */
const refusal = (
  deps: Deps,
  delivery: Delivery,
  { reason, status }: Extract<DeliveryOutcome, { kind: 'unreachable' }>,
  zone: string,
): Pick<AttemptRecord, 'state' | 'notBefore' | 'refusedOn'> => {
  if ('group' in delivery.recipient)
    return isAboutThePlace(reason) ? tomorrow(deps, zone) : { state: 'unreachable' };
  const { refusedOn } = refusedToday(deps, delivery);
  if (status === undefined || refusedOn === undefined) return { state: 'unreachable' };
  const days = new Set([...(delivery.refusedOn ?? []), refusedOn]).size;
  if (!passingReasons.includes(reason) || days >= daysOfRefusal) return { state: 'unreachable', refusedOn };
  return { ...tomorrow(deps, zone), refusedOn };
};

const tomorrow = (
  deps: Deps,
  zone: string,
): Required<Pick<AttemptRecord, 'notBefore'>> & { state: 'retry' } => ({
  state: 'retry',
  notBefore: nextWorkingMorning(deps.clock.now(), zone, deps.settings, deps.calendar),
});

/** Staff hear of people who were given up on this day; a group has a message of its own. */
const refusedToday = (
  { clock, settings }: Pick<Means, 'clock' | 'settings'>,
  { recipient }: Delivery,
): { readonly refusedOn?: string } =>
  'person' in recipient ? { refusedOn: localDate(clock.now(), settings.organisation.timeZone) } : {};

/** What the service asks for with a little more, so that not everybody comes back at once; else 1 s, 2 s, 4 s … up to a minute. */
const waitBefore = (tries: number, afterMs: number | undefined, random: number): number =>
  afterMs === undefined
    ? Math.round(Math.min(60_000, 1000 * 2 ** (tries - 1)) * (0.5 + random / 2))
    : Math.round(afterMs + random * Math.min(1000, 100 + afterMs / 4));
