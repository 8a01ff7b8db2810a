import type { Channel } from '../kernel/address.ts';
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

/** Nothing of its own was sent: another message of today said it, too. */
export interface Named {
  readonly kind: 'named';
}

/**
 * Says what there is to say as things stand at that moment. Never throws: whatever happens is an outcome with its
 * reason. Every messenger passes `test/domain/deliveries/messenger-contract.ts`.
 */
export interface Messenger {
  /**
   * Says it once, to an address of the recipient. Where none is known nothing was said, and the outcome is
   * `no-address` or `no-group-address`. `account`: the recipient's, where it was just looked up.
   */
  deliver(delivery: Delivery, account?: Account): Promise<DeliveryOutcome>;
  /** Replaces what is shown by what it should say now; `message-gone` where that cannot be done, or not any more. */
  update(delivery: Delivery): Promise<DeliveryOutcome>;
}

/** The messenger of one channel. */
export interface Carrier extends Messenger {
  readonly channel: Channel;
}
