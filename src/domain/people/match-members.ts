import type { PersonId } from '../kernel/ids.ts';
import type { Account } from './account.ts';
import type { AccountSighting } from './account-store.ts';
import { addressesOf } from './addresses-of.ts';
import { type MatchDeps, matchAccount } from './match-account.ts';

/** The members of a group, as its channel tells them: in pages. */
export interface MemberPages {
  members(pageToken?: string): Promise<{
    readonly members: readonly AccountSighting[];
    readonly next?: string;
  }>;
}

export interface Matches {
  readonly seen: number;
  /** People who have an account since just now. */
  readonly attached: readonly PersonId[];
}

/** Remembers every member of a group and attaches those the product knows. Safe to repeat. */
export const matchMembers = async (deps: MatchDeps, group: MemberPages): Promise<Matches> => {
  const attached: PersonId[] = [];
  let seen = 0;
  let page: string | undefined;
  do {
    const { members, next } = await group.members(page);
    for (const member of members) attached.push(...(await attach(deps, await deps.accounts.saw(member))));
    seen += members.length;
    // A token handed out twice would never end.
    page = next === page ? undefined : next;
  } while (page !== undefined);
  return { seen, attached };
};

/** After an import: accounts met before their people were known find them now. */
export const matchUnattached = async (deps: MatchDeps): Promise<Matches> => {
  const accounts = await deps.accounts.unattached();
  const known = new Set(
    (await deps.people.byEmails(accounts.flatMap(({ emails }) => emails))).flatMap(addressesOf),
  );
  const attached: PersonId[] = [];
  for (const account of accounts) {
    if (account.emails.some((email) => known.has(email))) attached.push(...(await attach(deps, account)));
  }
  return { seen: accounts.length, attached };
};

const attach = async (deps: MatchDeps, account: Account): Promise<PersonId[]> => {
  const match = await matchAccount(deps, account);
  return match?.newlyAttached ? [match.person.id] : [];
};
