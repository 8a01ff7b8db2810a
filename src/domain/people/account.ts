import type { AccountKey, PersonId } from '../kernel/ids.ts';

/** Where the bot can speak to somebody in private. */
export interface PersonalChat {
  readonly conversationId: string;
  readonly serviceUrl: string;
}

/** A Teams account the bot has met: in a team's roster, by an install, or because it spoke. */
export interface Account {
  readonly key: AccountKey;
  readonly tenantId: string;
  readonly aadObjectId: string;
  /** Teams' own id of the account (`29:…`). */
  readonly mri: string;
  readonly name: string;
  /** Lower-cased e-mail and sign-in name; either may match the roster. */
  readonly emails: readonly string[];
  readonly personId?: PersonId;
  readonly chat?: PersonalChat;
  /** Whether the bot is installed in this person's personal scope, as far as is known. */
  readonly installed: boolean;
  readonly locale?: string;
  readonly timeZone?: string;
  readonly seenAt: Date;
}
