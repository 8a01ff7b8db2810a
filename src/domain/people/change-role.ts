import type { By } from '../audit/by.ts';
import { nearest } from '../kernel/nearest.ts';
import { Refusal } from '../kernel/refusal.ts';
import type { Account } from './account.ts';
import type { MatchDeps } from './match-account.ts';
import {
  type Appointment,
  type DepartmentRole,
  type GivenRole,
  isDepartmentRole,
  type Person,
} from './person.ts';
import { personMeant } from './person-meant.ts';
import { type RoleRequest, roleWords } from './read-role-request.ts';
import type { RosterLookup } from './role-facts.ts';
import type { IsFirstStaff } from './roles-of.ts';

export interface RoleChange {
  readonly person: Person;
  readonly appointment: Appointment;
  readonly change: RoleRequest['change'];
  /** Nothing to do: they had it, or did not. */
  readonly already: boolean;
  /** Named in the configuration: stays on the training staff whatever is taken. */
  readonly staysByConfiguration: boolean;
}

/** As many as fit a sentence. */
const mostNear = 5;

/**
 * Gives or takes a role; who may ask is decided before (`give-roles`). Refuses `role-not-understood`,
 * `unknown-person`, `several-people`, `person-left`, for a department's role `department-missing` and `unknown-department`, and for
 * the last member of the training staff `last-staff-member` – unless the first member, whom the configuration
 * names, is the one asking.
 */
export const changeRole = async (
  deps: MatchDeps & { readonly trainings: RosterLookup },
  asking: { readonly account: Account; readonly by: By },
  request: RoleRequest,
  isFirstStaff: IsFirstStaff,
): Promise<RoleChange> => {
  const { role, change } = request;
  if (role === undefined) throw new Refusal('role-not-understood', { near: rolesNear(request.who).join() });
  const person = await personMeant(deps, request.who);
  if (person.left !== undefined) throw new Refusal('person-left', { asked: request.who });
  const account = await deps.accounts.ofPerson(person.id);
  const appointment: Appointment = isDepartmentRole(role)
    ? { role, department: await departmentMeant(deps.trainings, person, role, request) }
    : { role };
  const already = holds(person, appointment) === (change === 'give');
  if (!already && change === 'give') await deps.people.grant(person.id, appointment, asking.by);
  if (!already && change === 'take') {
    const holders = await deps.people.withRole(role);
    const last = role === 'trainingStaff' && holders.every((holder) => holder.id === person.id);
    if (last && !isFirstStaff(asking.account)) throw new Refusal('last-staff-member');
    await deps.people.revoke(person.id, appointment, asking.by);
  }
  const staysByConfiguration =
    change === 'take' && role === 'trainingStaff' && account !== undefined && isFirstStaff(account);
  return { person, appointment, change, already, staysByConfiguration };
};

const holds = ({ standing, seats }: Person, appointment: Appointment): boolean =>
  'department' in appointment
    ? seats.some(
        ({ role, department }) => role === appointment.role && isSame(department, appointment.department),
      )
    : standing.includes(appointment.role);

const isSame = (one: string, other: string): boolean =>
  one.trim().toLowerCase() === other.trim().toLowerCase();

/** A department of the rosters, as they write it; to be taken, one that they no longer name is good too. */
const departmentMeant = async (
  rosters: Pick<RosterLookup, 'departments'>,
  person: Person,
  role: DepartmentRole,
  { department: asked = '', change }: RoleRequest,
): Promise<string> => {
  const own = change === 'take' ? person.seats.filter((seat) => seat.role === role) : [];
  const [only, another] = own;
  if (asked === '') {
    if (only !== undefined && another === undefined) return only.department;
    throw new Refusal('department-missing');
  }
  const known = [...own.map(({ department }) => department), ...(await rosters.departments())];
  const found = known.find((department) => isSame(department, asked));
  if (found !== undefined) return found;
  throw new Refusal('unknown-department', { asked, near: nearest(asked, known, mostNear).join('、') });
};

/** Roles whose words look like something that was typed. */
const rolesNear = (typed: string): GivenRole[] => {
  const words = typed.split(' ');
  const tails = words.map((_, index) => words.slice(index).join(' '));
  return (Object.keys(roleWords) as GivenRole[]).filter((role) =>
    tails.some((tail) => nearest(tail, roleWords[role], 1).length > 0),
  );
};
