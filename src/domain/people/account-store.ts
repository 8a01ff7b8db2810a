import type { By } from '../audit/by.ts';
import type { Address, Channel, Parts } from '../kernel/address.ts';
import type { AccountKey, PersonId } from '../kernel/ids.ts';
import type { Account } from './account.ts';

/** What was just learned about an account; what is not given stays as it was. */
export interface AccountSighting {
  readonly key: AccountKey;
  readonly channel: Channel;
  /** Those given; the others stay as they were. */
  readonly parts: Parts;
  readonly name?: string;
  readonly emails?: readonly string[];
  readonly address?: Address;
  readonly connected?: boolean;
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
  attach(key: AccountKey, person: PersonId, by: By): Promise<void>;
}
