import { eachAlone } from '../kernel/each-alone.ts';
import { todayOf } from '../kernel/local-date.ts';
import type { Means } from '../means.ts';
import type { Stores } from '../stores.ts';
import type { Delivery } from './delivery.ts';
import type { AttemptRecord } from './delivery-store.ts';

/** In a bad hour about one answer in a hundred is lost; five in a row are no bad luck. */
const mostAnswersLost = 5;
/** A process that died had in most cases not begun to send. */
const mostDeaths = 10;

/**
 * A process died between sending and recording, or the answer was lost. Where what it was about has moved on, the
 * message evidently arrived; otherwise it is sent once more: the second copy is harmless, for pressed, either
 * shows the visit's true state (DESIGN §6). Whoever's messages stay unknown several times over is not called
 * reached: staff hear of them.
 */
export const resolveUnknown = async (
  deps: Pick<Stores, 'deliveries'> & Pick<Means, 'clock' | 'realClock' | 'settings' | 'log'>,
  arrived: (delivery: Delivery) => Promise<boolean>,
): Promise<number> => {
  const at = deps.realClock.now();
  // First those of an earlier run: after the database was away for long, whoever sent them says so within a moment.
  const unknown = await deps.deliveries.unknown(100);
  const resolved = await eachAlone(
    deps,
    unknown,
    ({ id }) => id,
    async (delivery) => {
      const attempt: AttemptRecord = (await arrived(delivery))
        ? { state: 'sent', at, sentAt: deps.clock.now() }
        : isWorthAnother(delivery)
          ? { state: 'retry', at, retryAt: at }
          : { state: 'unreachable', at, reason: 'no-answer', refusedOn: todayOf(deps) };
      await deps.deliveries.record(delivery.id, null, attempt);
    },
  );
  return resolved + (await deps.deliveries.expireLeases(at));
};

/** An attempt whose process died has no reason: nobody was left to give one. */
const isWorthAnother = ({ attempts }: Delivery): boolean => {
  const unknown = attempts.filter(({ outcome }) => outcome === 'unknown');
  const deaths = unknown.filter(({ reason }) => reason === undefined).length;
  return deaths < mostDeaths && unknown.length - deaths < mostAnswersLost;
};
