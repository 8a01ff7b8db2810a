import { type By, byProduct } from '../audit/by.ts';
import type { Means } from '../means.ts';
import type { Stores } from '../stores.ts';
import type { Account } from './account.ts';
import type { Person } from './person.ts';
import type { PersonStore } from './person-store.ts';
import { type RosterLookup, roleFacts } from './role-facts.ts';

export type MatchDeps = Pick<Stores, 'people' | 'accounts'> &
  Pick<Means, 'clock'> & {
    readonly trainings: RosterLookup;
  };

const byMatching = (deps: Pick<Means, 'clock'>): By => byProduct('matching', deps);

export interface Match {
  readonly person: Person;
  /** The account became this person's just now: what could not be delivered to them can be now. */
  readonly newlyAttached: boolean;
}

/**
 * Attaches an account to the person whose e-mail is one of its addresses; undefined if there is none yet.
 * An account that became somebody's because it spoke first moves to the person the rosters know by another of
 * its addresses, and takes given roles along. Safe to repeat.
 */
export const matchAccount = async (deps: MatchDeps, account: Account): Promise<Match | undefined> => {
  const named = await deps.people.byEmails([...account.emails]);
  const current = await currentOf(deps.people, account, named);
  const others = inOrderOf(account.emails, named).filter(({ id }) => id !== current?.id);
  const candidates = [...(current ? [current] : []), ...others];
  // Where there is but one, no roster need be asked.
  const inRoster = candidates.length > 1 ? await firstInRoster(deps.trainings, candidates) : undefined;
  const person = inRoster ?? candidates[0];
  if (person === undefined) return undefined;
  if (person.id === current?.id)
    return { person: await withName(deps.people, person, account), newlyAttached: false };
  const given = [...(current?.standing ?? []).map((role) => ({ role })), ...(current?.seats ?? [])];
  for (const appointment of given) await deps.people.grant(person.id, appointment, byMatching(deps));
  await deps.accounts.attach(account.key, person.id, byMatching(deps));
  return { person: await withName(deps.people, person, account), newlyAttached: true };
};

/**
 * The person behind an account that speaks; somebody no roster names appears under their own address.
 * Undefined only while no address of the account is known.
 */
export const meetSpeaker = async (deps: MatchDeps, account: Account): Promise<Match | undefined> => {
  const match = await matchAccount(deps, account);
  const [address] = account.emails;
  if (match !== undefined || address === undefined) return match;
  const person = await deps.people.appear(address, account.name);
  await deps.accounts.attach(account.key, person.id, byMatching(deps));
  return { person, newlyAttached: true };
};

const currentOf = async (
  people: PersonStore,
  { personId }: Account,
  named: readonly Person[],
): Promise<Person | undefined> =>
  personId === undefined ? undefined : (named.find(({ id }) => id === personId) ?? people.byId(personId));

const inOrderOf = (emails: readonly string[], people: readonly Person[]): Person[] =>
  people.toSorted((a, b) => emails.indexOf(a.email) - emails.indexOf(b.email));

const firstInRoster = async (
  trainings: RosterLookup,
  people: readonly Person[],
): Promise<Person | undefined> => {
  const facts = roleFacts({ trainings });
  for (const person of people) {
    const named =
      (await facts.enrolled(person.id)) ||
      (await facts.manages(person.id)) ||
      (await facts.teaches(person.email));
    if (named) return person;
  }
  return undefined;
};

/** Instructors and managers stand in a roster by address alone: their account knows what they are called. */
const withName = async (people: PersonStore, person: Person, account: Account): Promise<Person> =>
  person.name === '' && account.name !== '' ? people.appear(person.email, account.name) : person;
