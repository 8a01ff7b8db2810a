import type { Account } from '../people/account.ts';
import { addressesOf } from '../people/addresses-of.ts';
import type { Person } from '../people/person.ts';
import type { Stores } from '../stores.ts';

/**
 * Whether nothing is somebody's but the line of a roster with an address that this account, and no other, has: they have never
 * been met, hold no role, were never anybody's deputy and have said nothing.
 */
export const isOnlyOnRosters = async (
  { accounts, visits, improvements }: Pick<Stores, 'accounts' | 'visits' | 'improvements'>,
  person: Person,
  account: Account,
): Promise<boolean> => {
  const { id, standing, seats, deputy, mayStandIn, left, formerly } = person;
  if (standing.length > 0 || seats.length > 0 || deputy !== undefined || mayStandIn === true) return false;
  if (left !== undefined || formerly !== undefined) return false;
  const [own, alike, asked, owned] = await Promise.all([
    accounts.ofPeople([id]),
    accounts.withEmails(addressesOf(person)),
    visits.ofPerson(id),
    improvements.ownedBy(id),
  ]);
  return (
    own.length === 0 &&
    alike.every(({ key }) => key === account.key) &&
    asked.every(({ startedOn, answeredOn }) => startedOn === undefined && answeredOn === undefined) &&
    owned.length === 0
  );
};
