import type { Stores } from '../stores.ts';
import type { Account } from './account.ts';
import { candidatesFor } from './match-account.ts';
import type { Candidate } from './whose-account.ts';

/**
 * Whom an account may belong to: those found by its addresses and not set apart from it. Once it is answered, those it was
 * set apart from as well: the answer may have been wrong. Never the person of its own that it became by the answer.
 */
export const peopleAsked = async (
  deps: Pick<Stores, 'people' | 'accounts'>,
  account: Account,
): Promise<Candidate[]> => {
  const { apart: _, ...withoutApart } = account;
  const { person: id } = account.verdict ?? {};
  if (account.question !== undefined)
    return (await candidatesFor(deps, account)).filter(({ person }) => person.id !== account.personId);
  const candidates = (await candidatesFor(deps, withoutApart)).filter(
    ({ person }) => person.id === id || person.id !== account.personId,
  );
  const person = id === undefined ? undefined : await deps.people.byId(id);
  if (person === undefined || candidates.some((one) => one.person.id === person.id)) return candidates;
  const accounts = (await deps.accounts.ofPeople([person.id])).filter(({ key }) => key !== account.key);
  return [{ person, accounts }, ...candidates];
};
