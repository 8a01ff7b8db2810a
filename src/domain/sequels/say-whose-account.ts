import type { By } from '../audit/by.ts';
import { reachAgain } from '../followups/reach-again.ts';
import type { AccountKey, PersonId } from '../kernel/ids.ts';
import { Refusal } from '../kernel/refusal.ts';
import type { Means } from '../means.ts';
import type { Account } from '../people/account.ts';
import { addressesOf } from '../people/addresses-of.ts';
import { matchAccount, meetSpeaker } from '../people/match-account.ts';
import { peopleAsked } from '../people/people-asked.ts';
import { partingOf } from '../people/what-goes-along.ts';
import type { Candidate } from '../people/whose-account.ts';
import type { Stores } from '../stores.ts';
import { questionOf } from './ask-whose-accounts.ts';

type Deps = Pick<Stores, 'people' | 'accounts' | 'deliveries' | 'visits'> & Pick<Means, 'clock'>;

/** What a member of the training staff says of an account. */
export interface SaidOfAccount {
  readonly account: AccountKey;
  /** The moment of the question they saw, or of the answer they saw and now change. */
  readonly over: Date;
  /** Whose it is; undefined: somebody else's. */
  readonly person?: PersonId;
}

/**
 * The training staff say whose an account is, or change what was said. The first answer counts: one to a question that somebody
 * has answered since changes nothing. What follows is done again when the account is next met, should a process die on the
 * way. Refuses `form-not-understood` of an account or a person that is not asked about.
 */
export const sayWhoseAccount = async (
  deps: Deps,
  said: SaidOfAccount,
  by: By,
  who: PersonId,
): Promise<void> => {
  const account = await deps.accounts.byKey(said.account);
  const asked = account?.question ?? askedBefore(account);
  if (account === undefined || asked === undefined) throw new Refusal('form-not-understood');
  const about = await peopleAsked(deps, account);
  const verdict = { by: who, at: by.at, why: asked.why, asked: asked.at };
  if (said.person === undefined) await setApart(deps, account, about, said.over, verdict, by);
  else await confirm(deps, account, about, { over: said.over, person: said.person }, verdict, by);
  // Every card that asks says what was answered.
  for (const { subject, recipient } of await deps.deliveries.about([questionOf(account.key, asked.at)]))
    await deps.deliveries.wantUpdate({ subject, recipient });
};

const askedBefore = (account: Account | undefined) =>
  account?.verdict && { why: account.verdict.why, at: account.verdict.asked };

type Answer = Pick<NonNullable<Account['verdict']>, 'by' | 'at' | 'why' | 'asked'>;

const setApart = async (
  deps: Deps,
  account: Account,
  about: readonly Candidate[],
  over: Date,
  answer: Answer,
  by: By,
): Promise<void> => {
  const before = account.verdict?.said === 'same' ? account.verdict.person : undefined;
  const partings = about.map((candidate) => ({
    person: candidate.person.id,
    ...partingOf(account, candidate, candidate.person.id === before),
  }));
  const person = before ?? about[0]?.person.id;
  const decided = await deps.accounts.decide(
    account.key,
    over,
    {
      ...answer,
      said: 'another',
      ...(person === undefined ? {} : { person }),
      apart: [...new Set([...(account.apart ?? []), ...partings.flatMap(({ kept }) => kept)])],
      detach: account.question?.why !== 'also-of',
    },
    by,
  );
  const now = await deps.accounts.byKey(account.key);
  if (now === undefined || !(decided || isLeftUndone(now, answer))) return;
  for (const { person: id, given } of partings)
    for (const address of given) await deps.people.loseAddress(id, address, by);
  await meetSpeaker(deps, now);
};

/** Whether this answer stands, and the process died before the account became anybody's: given again, it goes on. */
const isLeftUndone = ({ question, personId, verdict }: Account, { asked }: Answer): boolean =>
  question === undefined &&
  personId === undefined &&
  verdict?.said === 'another' &&
  verdict.asked.getTime() === asked.getTime();

const confirm = async (
  deps: Deps,
  account: Account,
  about: readonly Candidate[],
  { over, person }: { readonly over: Date; readonly person: PersonId },
  answer: Answer,
  by: By,
): Promise<void> => {
  const meant = about.find((one) => one.person.id === person);
  // Two people are found to be one by another way.
  if (answer.why === 'also-of' || meant === undefined) throw new Refusal('form-not-understood');
  const others = about.filter((one) => one !== meant).flatMap((one) => addressesOf(one.person));
  const apart = account.emails.filter(
    (email) => others.includes(email) && !addressesOf(meant.person).includes(email),
  );
  const own = account.personId === undefined ? undefined : await deps.people.byId(account.personId);
  const decision = { ...answer, said: 'same', person, apart, detach: false } as const;
  if (!(await deps.accounts.decide(account.key, over, decision, by))) return;
  // What the account brought to a person of its own comes back with it.
  if (own !== undefined && own.id !== person)
    for (const address of addressesOf(own).filter((one) => account.emails.includes(one)))
      await deps.people.loseAddress(own.id, address, by);
  const now = await deps.accounts.byKey(account.key);
  if (now !== undefined) await matchAccount(deps, now);
  await reachAgain(deps, person);
};
