import type { Channel, Parts } from '../kernel/address.ts';

/** What a channel gives for a message it took. */
export interface Receipt {
  readonly channel: Channel;
  /** The channel's own name for the message. It may take one without naming it: then that one cannot be replaced. */
  readonly name: string | null;
  /** Where the message stands. */
  readonly parts: Parts;
}
