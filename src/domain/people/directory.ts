import type { Account } from './account.ts';

/** What a directory says of an account: its addresses, and whether it is a guest's. */
export interface DirectoryFacts {
  readonly emails: readonly string[];
  readonly guest: boolean;
}

/** Where a channel looks up whom it knows. */
export interface Directory {
  /**
   * What it says today; undefined where it says nothing of this account, `later` where it wants to be asked less. Never throws.
   */
  lookUp(account: Account): Promise<DirectoryFacts | 'later' | undefined>;
}
