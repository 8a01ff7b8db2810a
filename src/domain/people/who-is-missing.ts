import type { PersonId, TrainingCode } from '../kernel/ids.ts';
import type { Stores } from '../stores.ts';
import type { Person } from './person.ts';
import { isHeld } from './whose-account.ts';

/** Why somebody cannot be spoken to; each has, in `wording`, what staff should do. */
export const missingReasons = ['no-account', 'account-held', 'not-connected', 'under-other-address'] as const;
export type MissingReason = (typeof missingReasons)[number];

export interface MissingPerson {
  readonly person: Person;
  readonly training: TrainingCode;
  readonly reason: MissingReason;
  /** The e-mail of the person who has this person's account, when two addresses are one human being. */
  readonly otherEmail?: string;
}

/** Somebody on a training's roster, as far as this chapter needs to know. */
interface Enrolled {
  readonly training: TrainingCode;
  readonly person: PersonId;
  readonly withdrawn: boolean;
}

/** Those enrolled and not withdrawn whom nobody can speak to, with the reason, by training and name. They still count as due. */
export const whoIsMissing = async (
  deps: Pick<Stores, 'people' | 'accounts'>,
  enrolled: readonly Enrolled[],
): Promise<MissingPerson[]> => {
  const present = enrolled.filter((enrolment) => !enrolment.withdrawn);
  const ids = [...new Set(present.map(({ person }) => person))];
  const people = new Map((await deps.people.byIds(ids)).map((person) => [person.id, person]));
  const withAccount = new Set<PersonId>();
  const reachable = new Set<PersonId>();
  for (const { personId, connected } of await deps.accounts.ofPeople(ids)) {
    if (personId === undefined) continue;
    withAccount.add(personId);
    if (connected) reachable.add(personId);
  }
  const without = [...people.values()].filter(({ id, left }) => left === undefined && !withAccount.has(id));
  const whyOf = await whyNoAccount(deps, without);
  const missing: MissingPerson[] = [];
  for (const { person: id, training } of present) {
    const person = people.get(id);
    if (person === undefined || person.left !== undefined || reachable.has(id)) continue;
    const why = withAccount.has(id) ? { reason: 'not-connected' as const } : whyOf(person);
    missing.push({ person, training, ...why });
  }
  return missing.toSorted((a, b) => compare(a.training, b.training) || compare(a.person.name, b.person.name));
};

type Why = Pick<MissingPerson, 'reason' | 'otherEmail'>;

/** All of them at once: of several accounts with somebody's address the one seen last tells. */
const whyNoAccount = async (
  deps: Pick<Stores, 'people' | 'accounts'>,
  without: readonly Person[],
): Promise<(person: Person) => Why> => {
  const accounts = await deps.accounts.withEmails(without.map(({ email }) => email));
  const seenLast = accounts.toSorted(
    (one, other) => one.seenAt.getTime() - other.seenAt.getTime() || compare(other.key, one.key),
  );
  const accountOf = new Map(seenLast.flatMap((account) => account.emails.map((email) => [email, account])));
  const ids = accounts.flatMap(({ personId }) => personId ?? []);
  const owners = new Map((await deps.people.byIds(ids)).map((owner) => [owner.id, owner]));
  return (person) => {
    const account = accountOf.get(person.email);
    if (account !== undefined && isHeld(account)) return { reason: 'account-held' };
    const owner = account?.personId === undefined ? undefined : owners.get(account.personId);
    return owner === undefined || owner.id === person.id
      ? { reason: 'no-account' }
      : { reason: 'under-other-address', otherEmail: owner.email };
  };
};

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
