import { byProduct } from '../audit/by.ts';
import { reachAgain } from '../followups/reach-again.ts';
import { eachAlone } from '../kernel/each-alone.ts';
import type { Means } from '../means.ts';
import type { Account } from '../people/account.ts';
import type { DirectoryFacts } from '../people/directory.ts';
import { matchAccount } from '../people/match-account.ts';
import type { Person } from '../people/person.ts';
import { isHeld } from '../people/whose-account.ts';
import type { Stores } from '../stores.ts';
import { isOnlyOnRosters } from './only-on-rosters.ts';
import { type MergeDeps, samePerson } from './same-person.ts';

type Deps = MergeDeps &
  Pick<Stores, 'people' | 'accounts' | 'deliveries'> &
  Pick<Means, 'clock' | 'directory'>;

const dayMs = 24 * 3_600_000;
/** With a tick each ten seconds 9,000 an hour, and two or three requests a second: a tenth of what Teams lets a bot ask. */
const mostAtOnce = 25;

/**
 * Every account's addresses are looked up once a day, and again when a roster names somebody nobody has: a directory that
 * changed its domain cuts nobody off. A new address becomes the person's; one that is somebody else's does not, and the
 * training staff are asked. Safe to repeat. Returns how many were looked up.
 */
export const learnAddressesAgain = async (deps: Deps): Promise<number> => {
  const { directory, accounts, clock } = deps;
  if (directory === undefined) return 0;
  const due = await accounts.learntBefore(new Date(clock.now().getTime() - dayMs), mostAtOnce);
  let isBusy = false;
  return eachAlone(
    deps,
    due,
    ({ key }) => key,
    async (account) => {
      const told = isBusy ? 'later' : await directory.lookUp(account);
      isBusy = told === 'later';
      if (told === 'later') return false;
      return learnOf(deps, account, told);
    },
  );
};

const learnOf = async (deps: Deps, account: Account, told: DirectoryFacts | undefined): Promise<void> => {
  const { accounts, clock } = deps;
  const isGuest = told?.guest === true || account.guest === true;
  const now = await accounts.learn(account.key, told && { ...told, guest: isGuest }, clock.now());
  if (now === undefined) return;
  const by = byProduct('matching', deps);
  for (const [owner, other] of await namesakes(deps, now)) {
    await samePerson(deps, owner, other, by);
    if (now.question !== undefined) await accounts.stopAsking(now.key, by);
  }
  const match = await matchAccount(deps, now);
  if (match?.newlyAttached === true) await reachAgain(deps, match.person.id);
};

/**
 * Whom a roster named by an address that is by now of an account that is somebody's: nothing is theirs but what the roster
 * says, and the directory says whose the address is.
 */
const namesakes = async (deps: Deps, account: Account): Promise<(readonly [Person, Person])[]> => {
  const { personId, emails, apart = [] } = account;
  const owner = personId === undefined ? undefined : await deps.people.byId(personId);
  if (owner === undefined || owner.left !== undefined || account.guest === true || isHeld(account)) return [];
  const others = await deps.people.byEmails(emails.filter((email) => !apart.includes(email)));
  const found: (readonly [Person, Person])[] = [];
  for (const other of others)
    if (other.id !== owner.id && (await isOnlyOnRosters(deps, other, account))) found.push([owner, other]);
  return found;
};
