import type { By } from '../audit/by.ts';
import type { PersonId } from '../kernel/ids.ts';
import type { Appointment, Deputyship, GivenRole, Person } from './person.ts';

export interface PersonStore {
  /** Finds the person of this e-mail (any case) or makes them; a non-empty name replaces the one kept. Safe to repeat and to race. */
  appear(email: string, name: string): Promise<Person>;
  byId(id: PersonId): Promise<Person | undefined>;
  byIds(ids: readonly PersonId[]): Promise<Person[]>;
  byEmails(emails: readonly string[]): Promise<Person[]>;
  /** People whose name or e-mail is exactly this (case-insensitive). */
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
}
