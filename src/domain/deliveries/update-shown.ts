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

/** One that Teams does not answer for its ten seconds must not keep all others waiting. */
const atOnce = 8;

/** Brings what is shown up to what it should say, in place; what the department deleted is posted anew. */
export const updateShown = async (deps: Deps): Promise<number> => {
  const first = await claim(deps);
  if (first === undefined) return 0;
  const others = Array.from({ length: atOnce - 1 }, async () => updateInTurn(deps, await claim(deps)));
  const done = await Promise.allSettled([updateInTurn(deps, first), ...others]);
  const [failed] = done.filter(({ status }) => status === 'rejected');
  if (failed?.status === 'rejected') throw failed.reason;
  return done.reduce((sum, one) => sum + (one.status === 'fulfilled' ? one.value : 0), 0);
};

const claim = async (deps: Deps): Promise<Delivery | undefined> =>
  deps.stopping?.() === true
    ? undefined
    : deps.deliveries.claimUpdate({
        owner: deps.owner,
        now: deps.clock.now(),
        realNow: deps.realClock.now(),
        leaseMs: deps.leaseMs ?? usualLeaseMs,
      });

const updateInTurn = async (deps: Deps, first: Delivery | undefined): Promise<number> => {
  let updated = 0;
  for (let delivery = first; delivery !== undefined; delivery = await claim(deps)) {
    const outcome = await replaceOrPost(deps, delivery);
    await deps.deliveries.record(delivery.id, deps.owner, shownRecord(deps, delivery, outcome));
    updated += 1;
  }
  return updated;
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
