import type { By } from '../audit/by.ts';
import type { AccountKey, PersonId } from '../kernel/ids.ts';
import type { Merge } from './merge.ts';
import type { Appointment, Deputyship, GivenRole, Person } from './person.ts';

/** Who was found to be somebody else is found as that one, by whatever they are looked up. */
export interface PersonStore {
  /** Finds the person of this e-mail (any case) or makes them; a non-empty name replaces the one kept. Safe to repeat and to race. */
  appear(email: string, name: string): Promise<Person>;
  /** The same for many addresses at once, each named once; the people in the order of these. */
  appearAll(namings: readonly { readonly email: string; readonly name: string }[]): Promise<Person[]>;
  /** Makes somebody who is shown by this address and not found by it, once per mark. */
  appearApart(email: string, mark: string, name: string): Promise<Person>;
  /**
   * Says that an account is somebody's first; false where another one is, or they have left. Of several at the same moment one
   * is told so, which is told so again when it asks again.
   */
  claim(id: PersonId, account: AccountKey): Promise<boolean>;
  /** Those of them go who are known by a roster alone: no account was ever theirs, and nobody gave them anything. */
  forget(ids: readonly PersonId[]): Promise<void>;
  /** An empty name changes nothing. */
  rename(id: PersonId, name: string): Promise<void>;
  /** From now on they are found by these addresses, too. */
  learnAddresses(id: PersonId, addresses: readonly string[], by: By): Promise<void>;
  /** From now on they are not found by this address any more; they are shown by it while they have no other. */
  loseAddress(id: PersonId, address: string, by: By): Promise<void>;
  byId(id: PersonId): Promise<Person | undefined>;
  /** Each under the id it was asked for by. */
  byIds(ids: readonly PersonId[]): Promise<Person[]>;
  /** Everybody found by one of these. */
  byEmails(emails: readonly string[]): Promise<Person[]>;
  /** People whose name, or one of whose e-mails, is exactly this (case-insensitive). */
  named(nameOrEmail: string): Promise<Person[]>;
  /** People in whose name all of these stand somewhere (case-insensitive); nobody where there are none. */
  withNameOf(pieces: readonly string[]): Promise<Person[]>;
  /** Who holds a role; of a department's role, in whichever department. */
  withRole(role: GivenRole): Promise<Person[]>;
  grant(id: PersonId, appointment: Appointment, by: By): Promise<void>;
  revoke(id: PersonId, appointment: Appointment, by: By): Promise<void>;
  /** Names who stands in for somebody, in place of whoever did. Naming the same again changes nothing. Returns what stands. */
  nameDeputy(id: PersonId, deputy: Omit<Deputyship, 'namedAt'>, by: By): Promise<Deputyship>;
  /** Takes this deputy back; another one stays. */
  endDeputy(id: PersonId, deputy: Deputyship, by: By): Promise<void>;
  /** Somebody has left: what they were given and their deputy end; what they had is kept, should it be a mistake. */
  leave(id: PersonId, toldBy: PersonId, by: By): Promise<void>;
  /** Everything that follows from it is done. */
  settleLeaving(id: PersonId): Promise<void>;
  /** It was a mistake, or they are back: they have again what they were given. */
  comeBack(id: PersonId, by: By): Promise<void>;
  /** Everybody who has left. */
  gone(): Promise<Person[]>;
  /** Those whose deputy this person is, was or will be. */
  representedBy(deputy: PersonId): Promise<Person[]>;
  /** Everybody who has named a deputy. */
  represented(): Promise<Person[]>;
  /**
   * The other is found to be the kept one: no person of their own any more, and without what they were given, which is
   * kept beside it. Where each is said to be the other at the same time, both are the same one of the two. False: the
   * other was somebody else's former self already.
   */
  merge(other: PersonId, kept: PersonId, by: By): Promise<boolean>;
  /** Of which something may still have to follow. */
  unsettledMerges(): Promise<Merge[]>;
  /** Whose former self they are: their address is among the addresses from now on. */
  rememberFormerSelf(kept: PersonId, other: PersonId): Promise<void>;
  /** Everything that follows from it is done. */
  settleMerge(other: PersonId): Promise<void>;
}
