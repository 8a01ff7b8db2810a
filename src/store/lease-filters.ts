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
