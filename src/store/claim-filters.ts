import { usualLeaseMs } from '../domain/deliveries/usual-lease.ts';
import { furthestBelieved } from './believed-until.ts';

/** A delivery's lease that is believed: its holder may be at work. */
export const isHeld = (now: Date) => ({
  'lease.until': { $gt: now, $lte: furthestBelieved(now, usualLeaseMs) },
});

/** No lease, one that ran out, or one that nobody could have got by now: it would hold the message back for ever. */
export const isNotHeld = (now: Date) => ({
  $or: [
    { 'lease.until': { $exists: false } },
    { 'lease.until': { $lte: now } },
    { 'lease.until': { $gt: furthestBelieved(now, usualLeaseMs) } },
  ],
});

/** A service is asked again after a day at most (`teams/outbound/classify.ts`), and a second of chance. */
const longestWaitMs = 24 * 3_600_000 + 1000;

/** It need not wait for another try, or not any longer; a moment that no try of ours could have led to is not waited for. */
export const waitIsOver = (now: Date) => ({
  $or: [
    { retryAt: { $exists: false } },
    { retryAt: { $lte: now } },
    { retryAt: { $gt: furthestBelieved(now, longestWaitMs) } },
  ],
});
