import type { PersonId } from '../kernel/ids.ts';
import type { Person, StandingRole } from './person.ts';

export interface PersonStore {
  /** Finds the person of this e-mail (any case) or makes them; a non-empty name replaces the one kept. Safe to repeat and to race. */
  appear(email: string, name: string): Promise<Person>;
  byId(id: PersonId): Promise<Person | undefined>;
  byIds(ids: readonly PersonId[]): Promise<Person[]>;
  byEmails(emails: readonly string[]): Promise<Person[]>;
  /** People whose name or e-mail is exactly this (case-insensitive). */
  named(nameOrEmail: string): Promise<Person[]>;
  withRole(role: StandingRole): Promise<Person[]>;
  grant(id: PersonId, role: StandingRole): Promise<void>;
  revoke(id: PersonId, role: StandingRole): Promise<void>;
}
