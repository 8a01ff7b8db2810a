import type { Account } from './account.ts';
import { addressesOf } from './addresses-of.ts';
import { type Candidate, isGivenUp } from './whose-account.ts';

/** What becomes of an account's addresses when it is found not to be this person's. */
export interface Parting {
  /** Mean whoever has the account from now on: the person has left, or has none of them any more. */
  readonly given: readonly string[];
  /** Stay the person's: the account is never matched by them again. */
  readonly kept: readonly string[];
}

/** `taken`: it was said to be theirs until now, so that what they were found by besides came of it. */
export const partingOf = (account: Account, candidate: Candidate, taken: boolean): Parting => {
  const { person } = candidate;
  const common = addressesOf(person).filter((address) => account.emails.includes(address));
  if (person.left !== undefined || isGivenUp(account, candidate)) return { given: common, kept: [] };
  const own = new Set(candidate.accounts.flatMap(({ emails }) => emails));
  const given = taken ? common.filter((one) => person.otherEmails?.includes(one) && !own.has(one)) : [];
  return { given, kept: common.filter((one) => !given.includes(one)) };
};
