import type { By } from '../audit/by.ts';
import type { PersonId } from '../kernel/ids.ts';
import type { Appointment, GivenRole, Person } from './person.ts';

export interface PersonStore {
  /** Finds the person of this e-mail (any case) or makes them; a non-empty name replaces the one kept. Safe to repeat and to race. */
  appear(email: string, name: string): Promise<Person>;
  byId(id: PersonId): Promise<Person | undefined>;
  byIds(ids: readonly PersonId[]): Promise<Person[]>;
  byEmails(emails: readonly string[]): Promise<Person[]>;
  /** People whose name or e-mail is exactly this (case-insensitive). */
  named(nameOrEmail: string): Promise<Person[]>;
  /** Who holds a role; of a department's role, in whichever department. */
  withRole(role: GivenRole): Promise<Person[]>;
  grant(id: PersonId, appointment: Appointment, by: By): Promise<void>;
  revoke(id: PersonId, appointment: Appointment, by: By): Promise<void>;
}
