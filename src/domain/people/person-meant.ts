import { cleanAddress } from '../kernel/clean-address.ts';
import { Refusal } from '../kernel/refusal.ts';
import { addressesOf } from './addresses-of.ts';
import { isCalled, mayBeCalled, piecesOf } from './called.ts';
import { type MatchDeps, meetSpeaker } from './match-account.ts';
import type { Person } from './person.ts';

/** As many as fit a sentence. */
const mostNear = 5;

/**
 * Whom somebody means by an address, by a name or by the half of a name in one script: somebody known, or a colleague
 * whose account was met without knowing them otherwise. Refuses `unknown-person` and `several-people`, both with who
 * may be meant.
 */
export const personMeant = async (deps: MatchDeps, who: string): Promise<Person> => {
  const wanted = who.trim().toLowerCase();
  const [exact, similar] = await Promise.all([
    deps.people.named(wanted),
    deps.people.withNameOf(piecesOf(wanted)),
  ]);
  const address = cleanAddress(who);
  const byAddress = exact.find((person) => addressesOf(person).includes(address));
  if (byAddress !== undefined) return byAddress;
  const called = similar.filter(({ id, name }) => exact.every((one) => one.id !== id) && isCalled(name, who));
  const [only, another] = [...exact, ...called];
  if (another !== undefined) throw severalPeople(who, [...exact, ...called].map(nameAndAddress));
  if (only !== undefined) return only;
  const met =
    wanted === ''
      ? []
      : (await deps.accounts.unattached()).filter(
          ({ name, emails }) => isCalled(name, who) || emails.includes(address),
        );
  const [account, second] = met;
  if (second !== undefined)
    throw severalPeople(
      who,
      met.map(({ name, emails: [email = ''] }) => nameAndAddress({ name, email })),
    );
  const match = account === undefined ? undefined : await meetSpeaker(deps, account);
  if (match !== undefined) return match.person;
  const near = similar.filter(({ name }) => mayBeCalled(name, who)).map(nameAndAddress);
  throw new Refusal('unknown-person', { asked: who, near: inLines(near) });
};

const severalPeople = (asked: string, near: readonly string[]): Refusal =>
  new Refusal('several-people', { asked, near: inLines(near) });

const inLines = (near: readonly string[]): string => near.slice(0, mostNear).join('\n');

const nameAndAddress = ({ name, email }: Pick<Person, 'name' | 'email'>): string =>
  [name, email].filter((part) => part !== '').join(' · ');
