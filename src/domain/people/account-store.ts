import type { By } from '../audit/by.ts';
import type { Address, Channel, Parts } from '../kernel/address.ts';
import type { AccountKey, PersonId } from '../kernel/ids.ts';
import type { Account, QuestionReason, Verdict } from './account.ts';
import type { DirectoryFacts } from './directory.ts';

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

export interface Decision extends Verdict {
  readonly apart: readonly string[];
  /** It is nobody's any more, or not yet: whose it is instead follows. */
  readonly detach: boolean;
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
  /** Everybody's, held ones too, that have one of these addresses. */
  withEmails(emails: readonly string[]): Promise<Account[]>;
  /** So many at most of those whose addresses were looked up or told last before a moment, the longest ago first. */
  learntBefore(moment: Date, most: number): Promise<Account[]>;
  /**
   * What the directory said at this moment, undefined: nothing; the account as it is then. Nobody was seen by that, and where
   * it named no address those known stay.
   */
  learn(key: AccountKey, told: DirectoryFacts | undefined, at: Date): Promise<Account | undefined>;
  /** What was learnt before this moment is to be looked up again soon. */
  learnAnew(before: Date): Promise<void>;
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
  /**
   * The training staff have said whose it is; `apart`: the addresses it is not matched by from now on. False where somebody
   * has answered since: `over` is the moment of the question, or of the answer that this one takes the place of.
   */
  decide(key: AccountKey, over: Date, decision: Decision, by: By): Promise<boolean>;
  /** Those with a question, oldest first. */
  questioned(): Promise<Account[]>;
  /** Those of whose question the training staff were not told yet. */
  questionedUntold(): Promise<Account[]>;
  markTold(key: AccountKey, asked: Date): Promise<void>;
}
