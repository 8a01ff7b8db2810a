import type { Account } from '../people/account.ts';
import type { Delivery, DeliveryReason } from './delivery.ts';
import type { Receipt } from './receipt.ts';

export type DeliveryOutcome =
  | { readonly kind: 'sent'; readonly receipt: Receipt; readonly status?: number }
  | {
      readonly kind: 'retry';
      readonly reason: DeliveryReason;
      readonly afterMs?: number;
      readonly status?: number;
    }
  | { readonly kind: 'unreachable'; readonly reason: DeliveryReason; readonly status?: number }
  /** Sent or not, nobody knows: the answer was lost after the request left. */
  | { readonly kind: 'unknown'; readonly reason: DeliveryReason }
  /** What it was about has moved on; nothing is left to say. */
  | { readonly kind: 'obsolete' };

/** Carries a delivery out: looks up what it is about as it stands now, and says it. Never throws. */
export interface Messenger {
  /** `account`: the recipient's, where it was just looked up. */
  deliver(delivery: Delivery, account?: Account): Promise<DeliveryOutcome>;
  /** Replaces the shown card by what it should say now. */
  update(delivery: Delivery): Promise<DeliveryOutcome>;
}
