import type { Address, Channel, Parts } from '../kernel/address.ts';
import type { AccountKey, PersonId } from '../kernel/ids.ts';

/** An account that a channel vouches for: met in a directory, by being let in, or because it spoke. */
export interface Account {
  readonly key: AccountKey;
  readonly channel: Channel;
  /** How the channel knows it. */
  readonly parts: Parts;
  readonly name: string;
  /** Lower-cased e-mail and sign-in name; either may match the roster. */
  readonly emails: readonly string[];
  readonly personId?: PersonId;
  /** Where its owner is spoken to in private, once that is known. */
  readonly address?: Address;
  /** Whether its owner has let us in, as far as is known. */
  readonly connected: boolean;
  readonly locale?: string;
  readonly timeZone?: string;
  readonly seenAt: Date;
}
