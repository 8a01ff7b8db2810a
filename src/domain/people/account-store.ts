import type { AccountKey, PersonId } from '../kernel/ids.ts';
import type { Account, PersonalChat } from './account.ts';

/** What was just learned about an account; what is not given stays as it was. */
export interface AccountSighting {
  readonly tenantId: string;
  readonly aadObjectId: string;
  readonly mri?: string;
  readonly name?: string;
  readonly emails?: readonly string[];
  readonly chat?: PersonalChat;
  readonly installed?: boolean;
  readonly locale?: string;
  readonly timeZone?: string;
  readonly seenAt: Date;
}

export interface AccountStore {
  /** Creates or updates; safe to repeat and to race. */
  saw(sighting: AccountSighting): Promise<Account>;
  byKey(key: AccountKey): Promise<Account | undefined>;
  ofPerson(person: PersonId): Promise<Account | undefined>;
  ofPeople(people: readonly PersonId[]): Promise<Account[]>;
  byEmail(email: string): Promise<Account | undefined>;
  /** Accounts that belong to nobody in the product yet. */
  unattached(): Promise<Account[]>;
  attach(key: AccountKey, person: PersonId): Promise<void>;
}
