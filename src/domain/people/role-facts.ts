import type { PersonId } from '../kernel/ids.ts';

/** The part of the rosters this chapter looks into; the training store is one. */
export interface RosterLookup {
  taughtBy(email: string): Promise<readonly unknown[]>;
  peopleOfManager(manager: PersonId): Promise<readonly unknown[]>;
  enrolmentsOf(person: PersonId): Promise<readonly unknown[]>;
  departments(): Promise<readonly string[]>;
}

/** What rosters say about somebody. */
export interface RoleFacts {
  /** Is an instructor of a training by this e-mail. */
  teaches(email: string): Promise<boolean>;
  /** Is the manager of somebody in a roster. */
  manages(person: PersonId): Promise<boolean>;
  /** Is in a roster, withdrawn or not. */
  enrolled(person: PersonId): Promise<boolean>;
}

export const roleFacts = ({ trainings }: { readonly trainings: RosterLookup }): RoleFacts => ({
  teaches: async (email) => (await trainings.taughtBy(email)).length > 0,
  manages: async (person) => (await trainings.peopleOfManager(person)).length > 0,
  enrolled: async (person) => (await trainings.enrolmentsOf(person)).length > 0,
});
