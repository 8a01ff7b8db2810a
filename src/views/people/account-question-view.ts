import type { AccountKey, PersonId } from '../../domain/kernel/ids.ts';
import type { Text } from '../../domain/kernel/text.ts';
import type { Account, QuestionReason } from '../../domain/people/account.ts';
import { peopleAsked } from '../../domain/people/people-asked.ts';
import { partingOf } from '../../domain/people/what-goes-along.ts';
import type { Candidate } from '../../domain/people/whose-account.ts';
import { appointmentName } from '../../wording/role-words.ts';
import type { ViewParts } from '../view-parts.ts';

/** Somebody whose account it may be. */
export interface AskedPerson {
  readonly person: PersonId;
  readonly name: string;
  readonly email: string;
  readonly roles: readonly Text[];
  readonly hasLeft: boolean;
  /** Addresses that mean whoever has the account from then on, should it be somebody else's. */
  readonly given: readonly string[];
}

export interface AccountQuestionView {
  readonly account: AccountKey;
  /** ISO: the moment of the question, or of the answer, that a reply is about. */
  readonly over: string;
  readonly why: QuestionReason;
  /** As its channel calls it; the addresses that somebody can be written to by. */
  readonly name: string;
  readonly addresses: readonly string[];
  readonly people: readonly AskedPerson[];
  /** Whose it is already, where it only has somebody else's address besides. */
  readonly owner?: Pick<AskedPerson, 'name' | 'email'>;
  readonly answer?: { readonly said: 'same' | 'another'; readonly by: string; readonly person?: PersonId };
}

type Parts = Pick<ViewParts, 'people' | 'accounts'>;

/** Whose an account is, as it is asked or was answered; undefined where it is not asked any more, or something newer is. */
export const accountQuestionView = async (
  from: Parts,
  key: AccountKey,
  asked: string,
): Promise<AccountQuestionView | undefined> => {
  const account = await from.accounts.byKey(key);
  const { question, verdict } = account ?? {};
  const moment = question?.at ?? verdict?.asked;
  if (account === undefined || moment?.toISOString() !== asked) return undefined;
  const why = question?.why ?? verdict?.why;
  if (why === undefined) return undefined;
  const owner = why === 'also-of' ? await ownerOf(from, account) : undefined;
  const answered = question === undefined ? verdict : undefined;
  const by = answered === undefined ? undefined : await from.people.byId(answered.by);
  return {
    account: key,
    over: (answered?.at ?? moment).toISOString(),
    why,
    name: account.name,
    addresses: account.emails.filter((email) => !email.includes('#ext#')),
    people: (await peopleAsked(from, account)).map((candidate) => askedPerson(account, candidate)),
    ...(owner === undefined ? {} : { owner }),
    ...(answered === undefined
      ? {}
      : {
          answer: {
            said: answered.said,
            by: by?.name || (by?.email ?? ''),
            ...(answered.person === undefined ? {} : { person: answered.person }),
          },
        }),
  };
};

const ownerOf = async ({ people }: Parts, { personId }: Account): Promise<AccountQuestionView['owner']> => {
  const owner = personId === undefined ? undefined : await people.byId(personId);
  return owner && { name: owner.name || owner.email, email: owner.email };
};

const askedPerson = (account: Account, candidate: Candidate): AskedPerson => {
  const { id, name, email, standing, seats, left } = candidate.person;
  return {
    person: id,
    name: name || email,
    email,
    roles: [...standing.map((role) => ({ role })), ...seats].map(appointmentName),
    hasLeft: left !== undefined,
    given: partingOf(account, candidate, account.verdict?.said === 'same').given,
  };
};
