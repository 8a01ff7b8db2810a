import type { Means } from '../means.ts';
import type { Stores } from '../stores.ts';
import { recordOf } from './attempt-record.ts';
import type { Delivery } from './delivery.ts';
import type { AttemptRecord } from './delivery-store.ts';
import { isStillFor } from './is-still-for.ts';
import { notePosting } from './lost-channel.ts';
import type { DeliveryOutcome } from './messenger.ts';
import { usualLeaseMs } from './usual-lease.ts';

type Deps = Pick<Stores, 'deliveries' | 'people' | 'departmentAddress'> &
  Pick<Means, 'messenger' | 'clock' | 'realClock' | 'settings' | 'calendar' | 'owner' | 'random'> &
  Pick<Means, 'leaseMs' | 'updateEveryMs' | 'stopping'>;

/** However often something shown should say something new, it is replaced once in so long. */
const usualUpdateEveryMs = 5_000;

/** Brings what is shown up to what it should say, in place; what the department deleted is posted anew. */
export const updateShown = async (deps: Deps): Promise<number> => {
  for (let updated = 0; ; updated += 1) {
    if (deps.stopping?.() === true) return updated;
    const delivery = await deps.deliveries.claimUpdate({
      owner: deps.owner,
      now: deps.clock.now(),
      realNow: deps.realClock.now(),
      leaseMs: deps.leaseMs ?? usualLeaseMs,
    });
    if (delivery === undefined) return updated;
    const outcome = await replaceOrPost(deps, delivery);
    await deps.deliveries.record(delivery.id, deps.owner, shownRecord(deps, delivery, outcome));
  }
};

const replaceOrPost = async (deps: Deps, delivery: Delivery): Promise<DeliveryOutcome> => {
  if (!(await isStillFor(deps, delivery))) return { kind: 'obsolete' };
  const outcome = await deps.messenger.update(delivery);
  const isGone =
    outcome.kind === 'unreachable' &&
    (outcome.reason === 'message-gone' ||
      outcome.reason === 'address-gone' ||
      outcome.reason === 'not-connected');
  // In somebody's own chat it was theirs to delete.
  if (!isGone || !('group' in delivery.recipient)) return outcome;
  const posted = await deps.messenger.deliver(delivery);
  await notePosting(deps, delivery.recipient, posted);
  return posted;
};

const shownRecord = (deps: Deps, delivery: Delivery, outcome: DeliveryOutcome): AttemptRecord => {
  const attempt = recordOf(deps, delivery, outcome, deps.settings.organisation.timeZone);
  const everyMs = deps.updateEveryMs ?? usualUpdateEveryMs;
  if (attempt.state !== 'sent' || everyMs === 0) return attempt;
  return { ...attempt, retryAt: new Date(attempt.at.getTime() + everyMs) };
};
