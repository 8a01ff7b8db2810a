import { Temporal } from 'temporal-polyfill';
import { localDate, todayOf } from '../kernel/local-date.ts';
import type { Means } from '../means.ts';
import { staffToTell } from '../people/staff-to-tell.ts';
import type { Stores } from '../stores.ts';
import type { DeliveryReason, Recipient } from './delivery.ts';
import type { DeliveryOutcome } from './messenger.ts';
import type { Subject } from './subject.ts';

type Deps = Pick<Stores, 'departmentAddress' | 'deliveries'> & Pick<Means, 'clock'>;

/** These are about the message, or there was no place to begin with. */
const notThePlace: readonly DeliveryReason[] = ['too-large', 'message-gone', 'no-group-address'];

export const isAboutThePlace = (reason: DeliveryReason): boolean => !notThePlace.includes(reason);

/** What posting where the department reads came to: refused, the place is lost; taken, it is there (again). */
export const notePosting = async (
  deps: Deps,
  recipient: Recipient,
  outcome: DeliveryOutcome,
): Promise<void> => {
  if (!('group' in recipient)) return;
  if (outcome.kind === 'sent') await noteFound(deps);
  if (outcome.kind === 'unreachable' && isAboutThePlace(outcome.reason)) await noteLost(deps, outcome.reason);
};

/** Nothing more can be posted where the department reads. It is somebody's to mend; what is to be said waits. */
export const noteLost = async (
  { departmentAddress, clock }: Pick<Deps, 'departmentAddress' | 'clock'>,
  reason: DeliveryReason,
): Promise<void> => {
  const chosen = await departmentAddress.current();
  if (chosen !== undefined) await departmentAddress.lose(chosen, { since: clock.now(), reason });
};

/** It is there again: what waited goes out now. */
export const noteFound = async ({ departmentAddress, deliveries, clock }: Deps): Promise<void> => {
  const chosen = await departmentAddress.current();
  if (chosen?.lost === undefined) return;
  await departmentAddress.find();
  await deliveries.reopenForGroup(clock.now());
};

type TellDeps = Deps & Pick<Stores, 'people'> & Pick<Means, 'settings' | 'calendar'>;

/**
 * Staff hear in private, once each, of a lost channel every time it is lost, and of one that nobody ever chose when results
 * have waited for it until the next working day. Returns 0, whoever is told: there is nothing to go on with at once.
 */
export const tellOfLostChannel = async (deps: TellDeps): Promise<number> => {
  const subject = await whatToTell(deps);
  if (subject === undefined) return 0;
  const staff = await staffToTell(deps);
  const notBefore = deps.clock.now();
  await deps.deliveries.plan(staff.map((person) => ({ subject, recipient: { person }, notBefore })));
  return 0;
};

const whatToTell = async (deps: TellDeps): Promise<Subject<'lost-channel' | 'no-channel'> | undefined> => {
  const chosen = await deps.departmentAddress.current();
  if (chosen?.lost !== undefined) return { kind: 'lost-channel', since: chosen.lost.since.toISOString() };
  if (chosen !== undefined) return undefined;
  const since = await deps.deliveries.waitingForGroup(['result', 'pooled-result']);
  if (since === undefined) return undefined;
  const began = Temporal.PlainDate.from(localDate(since, deps.settings.organisation.timeZone));
  return todayOf(deps) < `${deps.calendar.next(began)}` ? undefined : { kind: 'no-channel' };
};
