import type { PersonId } from '../kernel/ids.ts';

/** Roles somebody is given by `/role`; the others follow from the roster. */
export const standingRoles = ['trainingStaff', 'supervisor'] as const;
export type StandingRole = (typeof standingRoles)[number];

/** The policy's parties (W1–W6). */
export type Role = StandingRole | 'trainee' | 'instructor' | 'manager';

/** Somebody the product knows, by the e-mail of the roster or of their Teams account. */
export interface Person {
  readonly id: PersonId;
  /** Lower-cased; unique. */
  readonly email: string;
  readonly name: string;
  readonly standing: readonly StandingRole[];
}
