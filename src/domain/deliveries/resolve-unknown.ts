import type { Delivery } from './delivery.ts';
import type { DeliveryDeps } from './delivery-deps.ts';

/**
 * A process died between sending and recording, or the answer was lost. Where what it was about has moved on, the
 * message evidently arrived; otherwise it is sent once more: the second card is harmless, for pressed, either
 * shows the visit's true state (DESIGN §6). A message that stays unknown is then counted as sent.
 */
export const resolveUnknown = async (
  deps: Pick<DeliveryDeps, 'deliveries' | 'clock' | 'realClock'>,
  arrived: (delivery: Delivery) => Promise<boolean>,
): Promise<number> => {
  const at = deps.realClock.now();
  await deps.deliveries.expireLeases(at);
  const unknown = await deps.deliveries.unknown(100);
  for (const delivery of unknown) {
    const before = delivery.attempts.filter((attempt) => attempt.outcome === 'unknown').length;
    const settled = before > 1 || (await arrived(delivery));
    await deps.deliveries.record(
      delivery.id,
      null,
      settled ? { state: 'sent', at, sentAt: deps.clock.now() } : { state: 'retry', at, retryAt: at },
    );
  }
  return unknown.length;
};
