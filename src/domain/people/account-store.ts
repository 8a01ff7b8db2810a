import type { By } from '../audit/by.ts';
import type { Address, Channel, Parts } from '../kernel/address.ts';
import type { AccountKey, PersonId } from '../kernel/ids.ts';
import type { Account, QuestionReason } from './account.ts';

/** What was just learned about an account; what is not given stays as it was. */
export interface AccountSighting {
  readonly key: AccountKey;
  readonly channel: Channel;
  /** Those given; the others stay as they were. */
  readonly parts: Parts;
  readonly name?: string;
  readonly emails?: readonly string[];
  readonly guest?: boolean;
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
  /** Of several the one seen last of those that let us in. Accounts that are held are nobody's. */
  ofPerson(person: PersonId): Promise<Account | undefined>;
  /** All of these people's, each person's in the order of `ofPerson`. */
  ofPeople(people: readonly PersonId[]): Promise<Account[]>;
  byEmail(email: string): Promise<Account | undefined>;
  /** Accounts that belong to nobody in the product yet, and are not held. */
  unattached(): Promise<Account[]>;
  /** Makes an account somebody's, whosever it was. */
  attach(key: AccountKey, person: PersonId, by: By): Promise<void>;
  /** The same for one that is nobody's and not held; false where it is somebody else's or held by now. */
  attachFirst(key: AccountKey, person: PersonId, by: By): Promise<boolean>;
  /** Asks the training staff whose it is, unless they are asked already. */
  ask(key: AccountKey, why: QuestionReason, by: By): Promise<void>;
  /** There is nothing to ask any more. */
  stopAsking(key: AccountKey, by: By): Promise<void>;
}
