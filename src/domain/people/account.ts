import type { Address, Channel, Parts } from '../kernel/address.ts';
import type { AccountKey, PersonId } from '../kernel/ids.ts';

/** Why the training staff are asked whose an account is. */
export const questionReasons = [
  'guest', // of another organisation, by an address that this one does not vouch for
  'two-people', // its addresses are those of several
  'has-left', // the address was somebody's who has left
  'reused-address', // the address was somebody's whose own account has another one by now
  'second-account',
  'has-role', // it comes to somebody who holds a role
  'also-of', // it is somebody's already, and has the address of somebody else by now: nothing is held
] as const;
export type QuestionReason = (typeof questionReasons)[number];

/** What the training staff are asked about an account, since when. */
export interface AccountQuestion {
  readonly why: QuestionReason;
  readonly at: Date;
}

/** What they said. It can be said otherwise later. */
export interface Verdict {
  readonly said: 'same' | 'another';
  /** Whose the account is, or is not; nobody where nobody was known by its addresses. */
  readonly person?: PersonId;
  readonly by: PersonId;
  readonly at: Date;
  /** The question it answers. */
  readonly why: QuestionReason;
  readonly asked: Date;
}

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
  /** A guest of the organisation, whose addresses another directory vouches for. */
  readonly guest?: true;
  readonly question?: AccountQuestion;
  /** What the training staff said last. */
  readonly verdict?: Verdict;
  /** Addresses of its own that mean somebody else: it is never matched by them. */
  readonly apart?: readonly string[];
  /** Where its owner is spoken to in private, once that is known. */
  readonly address?: Address;
  /** Whether its owner has let us in, as far as is known. */
  readonly connected: boolean;
  readonly locale?: string;
  readonly timeZone?: string;
  readonly seenAt: Date;
}
