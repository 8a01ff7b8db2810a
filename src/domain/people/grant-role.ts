import { Refusal } from '../kernel/refusal.ts';
import type { Account } from './account.ts';
import { type MatchDeps, meetSpeaker } from './match-account.ts';
import type { Person, StandingRole } from './person.ts';
import type { RoleRequest } from './read-role-request.ts';
import { isFirstStaff } from './roles-of.ts';

export interface RoleChange {
  readonly person: Person;
  readonly role: StandingRole;
  readonly change: RoleRequest['change'];
  /** Nothing to do: they had it, or did not. */
  readonly already: boolean;
  /** Named in the configuration: stays on the training staff whatever is taken. */
  readonly staysByConfiguration: boolean;
}

/**
 * Gives or takes a standing role; who may ask is decided before (`give-roles`).
 * Refuses `role-not-understood`, `unknown-person`, `several-people` and, for the last member of the training
 * staff, `last-staff-member` – unless the first member, whom the configuration names, is the one asking.
 */
export const changeRole = async (
  deps: MatchDeps,
  by: Account,
  request: RoleRequest,
  firstStaff: string,
): Promise<RoleChange> => {
  const { role, change } = request;
  if (role === undefined) throw new Refusal('role-not-understood');
  const person = await personMeant(deps, request.who);
  const account = await deps.accounts.ofPerson(person.id);
  const already = person.standing.includes(role) === (change === 'give');
  if (!already && change === 'give') await deps.people.grant(person.id, role);
  if (!already && change === 'take') {
    const holders = await deps.people.withRole(role);
    const last = role === 'trainingStaff' && holders.every((holder) => holder.id === person.id);
    if (last && !isFirstStaff(by, firstStaff)) throw new Refusal('last-staff-member');
    await deps.people.revoke(person.id, role);
  }
  const staysByConfiguration =
    change === 'take' && role === 'trainingStaff' && isFirstStaff(account, firstStaff);
  return { person, role, change, already, staysByConfiguration };
};

/** Somebody known, or a colleague the bot has met in a team without knowing them otherwise. */
const personMeant = async (deps: MatchDeps, who: string): Promise<Person> => {
  const wanted = who.trim().toLowerCase();
  const known = await deps.people.named(wanted);
  const [only, another] = known;
  if (only !== undefined && another === undefined) return only;
  if (another !== undefined) throw new Refusal('several-people', { asked: who });
  const met =
    wanted === ''
      ? []
      : (await deps.accounts.unattached()).filter(
          ({ name, emails }) => name.toLowerCase() === wanted || emails.includes(wanted),
        );
  const [account, second] = met;
  if (account === undefined) throw new Refusal('unknown-person', { asked: who });
  if (second !== undefined) throw new Refusal('several-people', { asked: who });
  const match = await meetSpeaker(deps, account);
  if (match === undefined) throw new Refusal('unknown-person', { asked: who });
  return match.person;
};
