import type { Means } from '../means.ts';
import { staffToTell } from '../people/staff-to-tell.ts';
import type { Stores } from '../stores.ts';
import type { DeliveryReason, Recipient } from './delivery.ts';
import type { DeliveryOutcome } from './messenger.ts';

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
  if (chosen === undefined || chosen.lost !== undefined) return;
  await departmentAddress.lose(chosen, { since: clock.now(), reason });
};

/** It is there again: what waited goes out now. */
export const noteFound = async ({ departmentAddress, deliveries, clock }: Deps): Promise<void> => {
  const chosen = await departmentAddress.current();
  if (chosen?.lost === undefined) return;
  await departmentAddress.find();
  await deliveries.reopenForGroup(clock.now());
};

/** Staff hear of a lost channel in private, once each for every time it is lost. Returns how many are told. */
export const tellOfLostChannel = async (
  deps: Pick<Stores, 'departmentAddress' | 'deliveries' | 'people'> & Pick<Means, 'clock' | 'settings'>,
): Promise<number> => {
  const lost = (await deps.departmentAddress.current())?.lost;
  if (lost === undefined) return 0;
  const staff = await staffToTell(deps);
  const subject = { kind: 'lost-channel', since: lost.since.toISOString() } as const;
  const notBefore = deps.clock.now();
  await deps.deliveries.plan(staff.map((person) => ({ subject, recipient: { person }, notBefore })));
  return 0;
};
