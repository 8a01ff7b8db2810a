import type { Account } from './account.ts';
import type { Person, Role } from './person.ts';
import type { RoleFacts } from './role-facts.ts';

/**
 * Whether this account is the one the configuration names as the first member of the training staff. How it is named
 * there only its channel knows.
 */
export type IsFirstStaff = (account: Account) => boolean;

/** Everybody's roles (W1–W6): given ones from the person, the others from the rosters, looked up anew each time. */
export const rolesOf = async (
  person: Person,
  account: Account | undefined,
  facts: RoleFacts,
  isFirstStaff: IsFirstStaff,
): Promise<ReadonlySet<Role>> => {
  const addresses = [...new Set([person.email, ...(account?.emails ?? [])])];
  const [manages, enrolled, ...teaches] = await Promise.all([
    facts.manages(person.id),
    facts.enrolled(person.id),
    ...addresses.map((address) => facts.teaches(address)),
  ]);
  const roles = new Set<Role>(person.standing);
  if (account !== undefined && isFirstStaff(account)) roles.add('trainingStaff');
  if (teaches.includes(true)) roles.add('instructor');
  if (manages) roles.add('manager');
  if (enrolled) roles.add('trainee');
  return roles;
};
