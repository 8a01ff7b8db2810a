import type { Account } from './account.ts';
import type { AccountSighting } from './account-store.ts';

/** What a directory says of an account: its addresses, and whether it is a guest's. */
export type DirectoryFacts = Required<Pick<AccountSighting, 'emails' | 'guest'>>;

/** Where a channel looks up whom it knows. */
export interface Directory {
  /**
   * What it says today; undefined where it says nothing of this account, `later` where it wants to be asked less. Never throws.
   */
  lookUp(account: Account): Promise<DirectoryFacts | 'later' | undefined>;
}
