import type { TurnContext } from 'botbuilder';
import { heardFrom, reachAgain } from '../../domain/followups/reach-again.ts';
import { todayOf } from '../../domain/kernel/local-date.ts';
import { problemOf } from '../../domain/kernel/problem.ts';
import { Refusal } from '../../domain/kernel/refusal.ts';
import { languageOf } from '../../domain/kernel/text.ts';
import type { Account } from '../../domain/people/account.ts';
import type { AccountSighting } from '../../domain/people/account-store.ts';
import { meetSpeaker } from '../../domain/people/match-account.ts';
import type { Person } from '../../domain/people/person.ts';
import { roleFacts } from '../../domain/people/role-facts.ts';
import { type RoleDeps, rolesOf } from '../../domain/people/roles-of.ts';
import { isHeld } from '../../domain/people/whose-account.ts';
import type { Desk } from '../bot/desk.ts';
import type { Speaker } from '../bot/speaker.ts';
import { memberIdOf, teamsAccountOf } from '../bot/teams-account.ts';
import { lookUpMember } from './member.ts';

/** Keeps what was just learned about an account and, the first time, asks Teams for its addresses. */
export const meetAccount = async (
  desk: Desk,
  context: TurnContext,
  sighting: AccountSighting,
): Promise<Account> => {
  const { accounts } = desk.stores;
  const known = await accounts.saw(sighting);
  if (known.emails.length > 0) return known;
  const tenantId = teamsAccountOf(sighting)?.tenantId;
  const told = await lookUpMember(context, memberIdOf(sighting) ?? '', tenantId).catch((error: unknown) => {
    desk.log.warn(
      { account: known.key, problem: problemOf(error) },
      'the addresses of an account are not known',
    );
    return undefined;
  });
  if (told === undefined || told.emails.length === 0) return known;
  // What the activity itself tells of a guest stands, whatever the directory says.
  return accounts.saw({ ...sighting, ...told, guest: told.guest || sighting.guest === true });
};

/**
 * Who is speaking: the account Teams vouches for, its person, and what the rosters say they are.
 * Throws `account-held` where the training staff are asked whose it is, `try-again-soon` while Teams does not tell.
 */
export const identify = async (
  desk: Desk,
  context: TurnContext,
  sighting: AccountSighting,
): Promise<Speaker> => {
  const account = await meetAccount(desk, context, sighting);
  const met = await meetSpeaker(
    { ...desk.stores, clock: desk.clock, isFirstStaff: desk.isFirstStaff },
    account,
  );
  if (met === undefined) {
    const now = await desk.stores.accounts.byKey(account.key);
    throw new Refusal(now !== undefined && isHeld(now) ? 'account-held' : 'try-again-soon');
  }
  const { person, newlyAttached } = met;
  await reach(desk, person, newlyAttached);
  await appointFirstStaff(desk, person, account);
  return {
    person,
    account,
    ...(await rolesOf(roleDeps(desk), person, account)),
    language: languageOf(account.locale, desk.settings.organisation.language),
  };
};

/**
 * A sign of life of somebody: what waited for it is due now. Whoever speaks is answered all the same where that cannot be
 * noted at this moment: the next sign does.
 */
export const reach = async (desk: Desk, person: Person, isNew: boolean): Promise<void> => {
  const deps = { ...desk.stores, clock: desk.clock };
  await (isNew ? reachAgain(deps, person.id) : heardFrom(deps, person.id)).catch((error: unknown) =>
    desk.log.warn({ person: person.id, problem: problemOf(error) }, 'a sign of life could not be noted'),
  );
};

const roleDeps = (desk: Desk): RoleDeps => ({
  people: desk.stores.people,
  facts: roleFacts(desk.stores),
  isFirstStaff: desk.isFirstStaff,
  today: todayOf(desk),
});

/** The configuration's first member of the training staff gets the role when met, so that staff news reach them too. */
export const appointFirstStaff = async (desk: Desk, person: Person, account: Account): Promise<void> => {
  if (person.left !== undefined || person.standing.includes('trainingStaff') || !desk.isFirstStaff(account))
    return;
  const by = { who: { configuration: true }, at: desk.clock.now() } as const;
  await desk.stores.people.grant(person.id, { role: 'trainingStaff' }, by);
};
