import { cleanAddress } from '../../domain/kernel/clean-address.ts';
import type { Migration } from './migration.ts';
import type { Slices } from './slices.ts';

/**
 * People are found by every address of their accounts, and by their first one without the invisible marks it was written
 * with; not by one that is somebody else's first, or that several would have. When those of an account were learnt nobody knows
 * any more: they are to be looked up again.
 */
export const peopleByAddresses: Migration = {
  number: 3,
  name: '003-people-by-addresses',
  add: async (slices) => {
    await slices.change({
      collection: 'accounts',
      fields: ['emailsAt'],
      change: ({ emailsAt }) => (emailsAt === undefined ? { $set: { emailsAt: new Date(0) } } : undefined),
    });
    const first = new Set(await slices.db.collection('people').distinct('email'));
    const further = await furtherOf(slices);
    await slices.change({
      collection: 'people',
      fields: ['email', 'addresses'],
      change: ({ _id, email, addresses = [] }) => {
        const wanted = [cleanAddress(email), ...(further.get(String(_id)) ?? [])];
        const missing = wanted.filter((one) => !first.has(one) && !addresses.includes(one));
        return missing.length === 0
          ? undefined
          : { $addToSet: { addresses: { $each: [...new Set(missing)] } } };
      },
    });
  },
};

interface Kept {
  readonly _id: string;
  readonly personId: string;
  readonly emails?: string[];
}

/** The addresses of each person's accounts; a guest's sign-in name is none. */
const furtherOf = async ({ db }: Slices): Promise<Map<string, string[]>> => {
  const attached = { personId: { $gt: '' } };
  const projection = { personId: 1, emails: 1 };
  const owners = new Map<string, Set<string>>();
  for (const { personId, emails = [] } of await db
    .collection<Kept>('accounts')
    .find(attached, { projection })
    .toArray())
    for (const email of emails.map(cleanAddress).filter((one) => !one.includes('#ext#')))
      owners.set(email, (owners.get(email) ?? new Set()).add(personId));
  const further = new Map<string, string[]>();
  for (const [email, [owner, another]] of owners)
    if (owner !== undefined && another === undefined)
      further.set(owner, [...(further.get(owner) ?? []), email]);
  return further;
};
