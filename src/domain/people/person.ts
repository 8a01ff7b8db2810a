import type { PersonId } from '../kernel/ids.ts';

/** Roles that `/role` gives for the whole organisation. */
export const standingRoles = [
  'trainingStaff',
  'trainingHead',
  'management',
  'supervisor',
  'expert',
  'coach',
] as const;
export type StandingRole = (typeof standingRoles)[number];

/** Roles that `/role` gives for one department of the rosters. */
export const departmentRoles = ['departmentHead', 'representative'] as const;
export type DepartmentRole = (typeof departmentRoles)[number];

/** What somebody is given; the other roles follow from the rosters. */
export const givenRoles = [...standingRoles, ...departmentRoles] as const;
export type GivenRole = (typeof givenRoles)[number];

/** The policy's parties (W1–W6). */
export type Role = GivenRole | 'trainee' | 'instructor' | 'manager';

/** A role in one department. */
export interface Seat {
  readonly role: DepartmentRole;
  /** As the rosters write it. */
  readonly department: string;
}

/** A role somebody is given or loses. */
export type Appointment = { readonly role: StandingRole } | Seat;

/** Who stands in for somebody, in what they are given and as a manager, from one local date of the organisation to another. */
export interface Deputyship {
  readonly person: PersonId;
  /** The first and the last day. */
  readonly from: string;
  readonly until: string;
  readonly namedAt: Date;
}

/** That somebody has left the organisation. */
export interface Leaving {
  readonly at: Date;
  /** Who said so: what was open went to them. */
  readonly toldBy: PersonId;
  /** Everything that follows from it is done. */
  readonly settled: boolean;
}

/** Somebody the product knows, by the e-mail of the roster or of their account. */
export interface Person {
  readonly id: PersonId;
  /** Lower-cased; what they are shown by. */
  readonly email: string;
  /** It means somebody else by now, or always did: they are not found by it. */
  readonly emailIsAnothers?: true;
  /** Further addresses they are found by. */
  readonly otherEmails?: readonly string[];
  readonly name: string;
  readonly standing: readonly StandingRole[];
  readonly seats: readonly Seat[];
  readonly deputy?: Deputyship;
  /** Was named somebody's deputy once: only of them is it asked for whom they stand in. */
  readonly mayStandIn?: true;
  readonly left?: Leaving;
  /** Who else they were taken for until it was found that they are the same. */
  readonly formerly?: readonly PersonId[];
}

/** Every id that something of theirs may carry. */
export const idsOf = ({ id, formerly = [] }: Pick<Person, 'id' | 'formerly'>): PersonId[] => [
  id,
  ...formerly,
];

export const isDepartmentRole = (role: GivenRole): role is DepartmentRole =>
  departmentRoles.some((one) => one === role);
