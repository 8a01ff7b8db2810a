import type { PersonId } from '../kernel/ids.ts';
import { type MatchDeps, matchAccount } from './match-account.ts';
import type { MissingPerson } from './who-is-missing.ts';

/**
 * After an import: somebody spoke to us before any roster named them, under another of their addresses.
 * Their account moves to the person the roster names. Returns whom it reached; the others stay missing.
 */
export const claimAccounts = async (
  deps: MatchDeps,
  missing: readonly MissingPerson[],
): Promise<PersonId[]> => {
  const claimed: PersonId[] = [];
  for (const { person, reason } of missing) {
    if (reason !== 'under-other-address') continue;
    const account = await deps.accounts.byEmail(person.email);
    const match = account === undefined ? undefined : await matchAccount(deps, account);
    if (match?.newlyAttached) claimed.push(match.person.id);
  }
  return claimed;
};
