import type { Stores } from '../stores.ts';
import type { Account } from './account.ts';
import { addressesOf } from './addresses-of.ts';
import type { Person, Role } from './person.ts';
import type { RoleFacts } from './role-facts.ts';
import { principalsOf } from './standing-in.ts';

export type RoleDeps = Pick<Stores, 'people'> & {
  readonly facts: RoleFacts;
  readonly isFirstStaff: IsFirstStaff;
  /** Local date of the organisation. */
  readonly today: string;
};

/** What somebody is (W1–W6), today. */
export interface Capacity {
  readonly roles: ReadonlySet<Role>;
  /** Without what comes of standing in for others. */
  readonly ownRoles: ReadonlySet<Role>;
  /** For whom they stand in; what these are given and manage counts among the roles. */
  readonly standsInFor: readonly Person[];
}

/**
 * Whether this account is the one the configuration names as the first member of the training staff. How it is named
 * there only its channel knows.
 */
export type IsFirstStaff = (account: Account) => boolean;

/**
 * Somebody's roles, looked up anew each time: given ones from the person, the others from the rosters, and of whom
 * they stand in for what those are given and whom they manage – never what those are asked or teach. Who has left is
 * nothing any more.
 */
export const rolesOf = async (
  { people, facts, isFirstStaff, today }: RoleDeps,
  person: Person,
  account: Account | undefined,
): Promise<Capacity> => {
  if (person.left !== undefined) return { roles: new Set(), ownRoles: new Set(), standsInFor: [] };
  const addresses = addressesOf(person);
  const [standsInFor, manages, enrolled, ...teaches] = await Promise.all([
    principalsOf(people, person, today),
    facts.manages(person.id),
    facts.enrolled(person.id),
    ...addresses.map((address) => facts.teaches(address)),
  ]);
  const managing = await Promise.all(standsInFor.map(({ id }) => facts.manages(id)));
  const ownRoles = new Set<Role>(givenTo(person));
  if (account !== undefined && isFirstStaff(account)) ownRoles.add('trainingStaff');
  if (teaches.includes(true)) ownRoles.add('instructor');
  if (manages) ownRoles.add('manager');
  if (enrolled) ownRoles.add('trainee');
  const roles = new Set<Role>([...ownRoles, ...standsInFor.flatMap(givenTo)]);
  if (managing.includes(true)) roles.add('manager');
  return { roles, ownRoles, standsInFor };
};

/** The roles somebody was given. */
export const givenTo = ({ standing, seats }: Person): Role[] => [
  ...standing,
  ...seats.map(({ role }) => role),
];
