import { type By, byProduct } from '../audit/by.ts';
import type { Means } from '../means.ts';
import type { Stores } from '../stores.ts';
import type { Account } from './account.ts';
import { addressesOf } from './addresses-of.ts';
import type { Person } from './person.ts';
import type { IsFirstStaff } from './roles-of.ts';
import { type Candidate, isHeld, whoseAccount } from './whose-account.ts';

export type MatchDeps = Pick<Stores, 'people' | 'accounts'> &
  Pick<Means, 'clock'> & {
    /** Whom the configuration names is asked nobody about. Without it nobody is taken for them. */
    readonly isFirstStaff?: IsFirstStaff;
  };

const byMatching = (deps: Pick<Means, 'clock'>): By => byProduct('matching', deps);

export interface Match {
  readonly person: Person;
  /** The account became this person's just now: what could not be delivered to them can be now. */
  readonly newlyAttached: boolean;
}

type Met = Match | 'nobodys' | 'held';

/**
 * Attaches an account to the person who is found by one of its addresses, where nothing is at stake (`whoseAccount`);
 * where something is, it is held until the training staff say whose it is. Undefined of an account that is held, or
 * nobody's. An account that is somebody's stays theirs, and its addresses become theirs. Safe to repeat and to race.
 */
export const matchAccount = async (deps: MatchDeps, account: Account): Promise<Match | undefined> =>
  asMatch(await meet(deps, account));

/**
 * The person behind an account that speaks; somebody whom nobody knows appears under their own address, a guest once the
 * training staff say so. Undefined of an account that is held, and while none of its addresses is known.
 */
export const meetSpeaker = async (deps: MatchDeps, account: Account): Promise<Match | undefined> => {
  const met = await meet(deps, account);
  if (met !== 'nobodys') return asMatch(met);
  const [address] = addressesIn(account);
  if (address === undefined) return undefined;
  const isKnown = account.verdict !== undefined || deps.isFirstStaff?.(account) === true;
  if (account.guest === true && !isKnown) {
    await deps.accounts.ask(account.key, 'guest', byMatching(deps));
    return undefined;
  }
  const person = await ownPerson(deps, account, address);
  return asMatch(await attach(deps, account, person));
};

const asMatch = (met: Met): Match | undefined => (typeof met === 'string' ? undefined : met);

/** Addresses by which somebody can be written to; a guest's sign-in name is none. */
const addressesIn = ({ emails }: Account): string[] => emails.filter((email) => !email.includes('#ext#'));

const meet = async (deps: MatchDeps, account: Account): Promise<Met> => {
  const isFirst = deps.isFirstStaff?.(account) === true;
  if (isHeld(account) && !isFirst) return 'held';
  const current = account.personId === undefined ? undefined : await deps.people.byId(account.personId);
  if (current !== undefined && !isHeld(account)) {
    // Whoever it was attached to may have been found to be this person: then it follows.
    if (current.id !== account.personId)
      await deps.accounts.attach(account.key, current.id, byMatching(deps));
    return theirs(deps, account, current, false);
  }
  const candidates = await candidatesFor(deps, account);
  const [first] = candidates;
  if (isFirst) {
    if (account.question !== undefined) await deps.accounts.stopAsking(account.key, byMatching(deps));
    return first === undefined ? 'nobodys' : attach(deps, account, first.person);
  }
  const whose = whoseAccount(account, candidates);
  if (whose.is === 'nobodys') return 'nobodys';
  if (whose.is === 'theirs' && (await deps.people.claim(whose.person.id, account.key)))
    return attach(deps, account, whose.person);
  // Claimed a moment ago: by another account, or by the word that they have left.
  const why = whose.is === 'to-ask' ? whose.why : 'second-account';
  await deps.accounts.ask(account.key, why, byMatching(deps));
  return 'held';
};

/** Whom an account may belong to: everybody found by an address of its own that it was not set apart from. */
export const candidatesFor = async (
  { people, accounts }: Pick<Stores, 'people' | 'accounts'>,
  { key, emails, apart = [] }: Account,
): Promise<Candidate[]> => {
  const asked = emails.filter((email) => !apart.includes(email));
  const found = asked.length === 0 ? [] : await people.byEmails(asked);
  const own = found.length === 0 ? [] : await accounts.ofPeople(found.map(({ id }) => id));
  const place = (person: Person): number => asked.findIndex((email) => addressesOf(person).includes(email));
  return found
    .toSorted((one, other) => place(one) - place(other))
    .map((person) => ({
      person,
      accounts: own.filter((account) => account.personId === person.id && account.key !== key),
    }));
};

/** Whoever was set apart from the person who has their address is somebody of their own all the same. */
const ownPerson = async ({ people }: MatchDeps, account: Account, address: string): Promise<Person> => {
  const apart = account.apart ?? [];
  const own = addressesIn(account).find((email) => !apart.includes(email));
  return own === undefined
    ? people.appearApart(address, account.key, account.name)
    : people.appear(own, account.name);
};

const attach = async (deps: MatchDeps, account: Account, person: Person): Promise<Met> =>
  (await deps.accounts.attachFirst(account.key, person.id, byMatching(deps)))
    ? theirs(deps, account, person, true)
    : 'held';

const theirs = async (
  deps: MatchDeps,
  account: Account,
  person: Person,
  newlyAttached: boolean,
): Promise<Match> => {
  const learnt = await learnAddresses(deps, account, person);
  // Instructors and managers stand in a roster by address alone: their account knows what they are called.
  if (learnt.name !== '' || account.name === '') return { person: learnt, newlyAttached };
  await deps.people.rename(person.id, account.name);
  return { person: { ...learnt, name: account.name }, newlyAttached };
};

/**
 * What the directory calls an account becomes an address of its person; the old ones stay theirs. One that is somebody
 * else's is a question to the training staff. A guest's directory is not ours.
 */
const learnAddresses = async (deps: MatchDeps, account: Account, person: Person): Promise<Person> => {
  const known = [...addressesOf(person), ...(account.apart ?? [])];
  const unknown = addressesIn(account).filter((email) => !known.includes(email));
  if (unknown.length === 0 || account.guest === true) return person;
  const taken = (await deps.people.byEmails(unknown)).flatMap(addressesOf);
  if (account.question === undefined && unknown.some((email) => taken.includes(email)))
    await deps.accounts.ask(account.key, 'also-of', byMatching(deps));
  const free = unknown.filter((email) => !taken.includes(email));
  if (free.length === 0) return person;
  await deps.people.learnAddresses(person.id, free, byMatching(deps));
  return (await deps.people.byId(person.id)) ?? person;
};
