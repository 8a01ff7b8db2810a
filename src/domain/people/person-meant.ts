import { Refusal } from '../kernel/refusal.ts';
import { type MatchDeps, meetSpeaker } from './match-account.ts';
import type { Person } from './person.ts';

/**
 * Whom somebody means by a name or an address: somebody known, or a colleague whose account was met without
 * knowing them otherwise. Refuses `unknown-person` and `several-people`.
 */
export const personMeant = async (deps: MatchDeps, who: string): Promise<Person> => {
  const wanted = who.trim().toLowerCase();
  const known = await deps.people.named(wanted);
  const [only, another] = known;
  if (only !== undefined && another === undefined) return only;
  if (another !== undefined) throw new Refusal('several-people', { asked: who });
  const met =
    wanted === ''
      ? []
      : (await deps.accounts.unattached()).filter(
          ({ name, emails }) => name.toLowerCase() === wanted || emails.includes(wanted),
        );
  const [account, second] = met;
  if (account === undefined) throw new Refusal('unknown-person', { asked: who });
  if (second !== undefined) throw new Refusal('several-people', { asked: who });
  const match = await meetSpeaker(deps, account);
  if (match === undefined) throw new Refusal('unknown-person', { asked: who });
  return match.person;
};
