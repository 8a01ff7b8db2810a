import { recordOf } from './attempt-record.ts';
import { type DeliveryDeps, usualLeaseMs } from './delivery-deps.ts';

/** Brings shown cards up to what they should say, in place. */
export const updateShown = async (deps: DeliveryDeps): Promise<number> => {
  for (let updated = 0; ; updated += 1) {
    if (deps.stopping?.() === true) return updated;
    const delivery = await deps.deliveries.claimUpdate({
      owner: deps.owner,
      now: deps.clock.now(),
      realNow: deps.realClock.now(),
      leaseMs: deps.leaseMs ?? usualLeaseMs,
    });
    if (delivery === undefined) return updated;
    const outcome = await deps.messenger.update(delivery);
    const attempt = recordOf(deps, delivery, outcome, deps.settings.organisation.timeZone);
    await deps.deliveries.record(delivery.id, deps.owner, attempt);
  }
};
