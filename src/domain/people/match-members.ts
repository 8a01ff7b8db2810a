import { eachAlone } from '../kernel/each-alone.ts';
import type { PersonId } from '../kernel/ids.ts';
import type { Means } from '../means.ts';
import type { Account } from './account.ts';
import type { AccountSighting } from './account-store.ts';
import { addressesOf } from './addresses-of.ts';
import { type Match, type MatchDeps, matchAccount } from './match-account.ts';

type MembersDeps = MatchDeps & Pick<Means, 'log'>;

/** The members of a group, as its channel tells them: in pages. */
export interface MemberPages {
  members(pageToken?: string): Promise<{
    readonly members: readonly AccountSighting[];
    readonly next?: string;
  }>;
}

export interface Matches {
  readonly seen: number;
  /** The people behind those who were seen. */
  readonly met: readonly PersonId[];
  /** People who have an account since just now. */
  readonly attached: readonly PersonId[];
}

/** Remembers every member of a group and attaches those the product knows; one who cannot be stops no other. Safe to repeat. */
export const matchMembers = async (deps: MembersDeps, group: MemberPages): Promise<Matches> => {
  const found: Match[] = [];
  let seen = 0;
  let page: string | undefined;
  do {
    const { members, next } = await group.members(page);
    await eachAlone(deps, members, keyOf, async (member) => {
      found.push(...(await match(deps, await deps.accounts.saw(member))));
    });
    seen += members.length;
    // A token handed out twice would never end.
    page = next === page ? undefined : next;
  } while (page !== undefined);
  return { seen, ...peopleOf(found) };
};

/** After an import: accounts met before their people were known find them now. */
export const matchUnattached = async (deps: MembersDeps): Promise<Matches> => {
  const accounts = await deps.accounts.unattached();
  const known = new Set(
    (await deps.people.byEmails(accounts.flatMap(({ emails }) => emails))).flatMap(addressesOf),
  );
  const named = accounts.filter(({ emails }) => emails.some((email) => known.has(email)));
  const found: Match[] = [];
  await eachAlone(deps, named, keyOf, async (account) => {
    found.push(...(await match(deps, account)));
  });
  return { seen: accounts.length, ...peopleOf(found) };
};

const keyOf = ({ key }: Pick<Account, 'key'>): string => key;

const match = async (deps: MatchDeps, account: Account): Promise<Match[]> => {
  const found = await matchAccount(deps, account);
  return found === undefined ? [] : [found];
};

const peopleOf = (found: readonly Match[]): Pick<Matches, 'met' | 'attached'> => ({
  met: found.map(({ person }) => person.id),
  attached: found.filter(({ newlyAttached }) => newlyAttached).map(({ person }) => person.id),
});
