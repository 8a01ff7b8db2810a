import type { Account, QuestionReason } from './account.ts';
import { addressesOf } from './addresses-of.ts';
import type { Person } from './person.ts';

/** Somebody whom an account may belong to, with the accounts they have. */
export interface Candidate {
  readonly person: Person;
  readonly accounts: readonly Account[];
}

export type Whose =
  | { readonly is: 'nobodys' }
  | { readonly is: 'theirs'; readonly person: Person }
  | { readonly is: 'to-ask'; readonly why: Exclude<QuestionReason, 'also-of'> };

/**
 * Whose an account is that is nobody's yet, by those found by its addresses (P3). By itself it becomes somebody's only
 * where nothing is at stake: their first account, no guest's, and they hold no role and have not left.
 */
export const whoseAccount = (
  account: Pick<Account, 'guest' | 'emails'>,
  candidates: readonly Candidate[],
): Whose => {
  const [candidate, another] = candidates;
  if (candidate === undefined) return { is: 'nobodys' };
  if (account.guest === true) return { is: 'to-ask', why: 'guest' };
  if (another !== undefined) return { is: 'to-ask', why: 'two-people' };
  const { person, accounts } = candidate;
  if (person.left !== undefined) return { is: 'to-ask', why: 'has-left' };
  if (accounts.length > 0)
    return { is: 'to-ask', why: isGivenUp(account, candidate) ? 'reused-address' : 'second-account' };
  return holdsRole(person) ? { is: 'to-ask', why: 'has-role' } : { is: 'theirs', person };
};

/** Whether none of somebody's own accounts has the address any more by which this one comes to them. */
export const isGivenUp = ({ emails }: Pick<Account, 'emails'>, { person, accounts }: Candidate): boolean => {
  const common = addressesOf(person).filter((address) => emails.includes(address));
  return accounts.length > 0 && !accounts.some((own) => common.some((one) => own.emails.includes(one)));
};

/** Whoever was ever named a deputy may stand in for somebody who holds one. */
const holdsRole = ({ standing, seats, mayStandIn }: Person): boolean =>
  standing.length > 0 || seats.length > 0 || mayStandIn === true;

/** Whether an account waits for the training staff to say whose it is: until then it gets nothing of anybody's. */
export const isHeld = ({ question }: Pick<Account, 'question'>): boolean =>
  question !== undefined && question.why !== 'also-of';
