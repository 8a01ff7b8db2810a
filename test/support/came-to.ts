import type { Message } from '../../src/domain/deliveries/delivery.ts';
import type { AttemptRecord } from '../../src/domain/deliveries/delivery-store.ts';
import type { Stores } from '../../src/domain/stores.ts';

/** These were tried at this moment, and this came of each: by itself, that there was nothing left to say. */
export const cameTo = async (
  { deliveries }: Pick<Stores, 'deliveries'>,
  messages: readonly Message[],
  now: Date,
  attempt: Partial<AttemptRecord> = {},
): Promise<void> => {
  await deliveries.plan(messages.map((message) => ({ ...message, notBefore: now })));
  const ids = new Set(await Promise.all(messages.map(async (message) => (await deliveries.of(message))?.id)));
  const claim = { owner: 'test', now, realNow: now, leaseMs: 60_000 };
  for (const { id } of await deliveries.claimSome(claim, 1000)) {
    if (ids.has(id)) await deliveries.record(id, 'test', { state: 'obsolete', at: now, ...attempt });
    else await deliveries.release(id, 'test');
  }
};
