import type { AccountKey } from '../../domain/kernel/ids.ts';
import type { Account } from '../../domain/people/account.ts';
import type { AccountSighting } from '../../domain/people/account-store.ts';
import type { IsFirstStaff } from '../../domain/people/roles-of.ts';

/** How Teams knows an account: what stands in its `parts`. */
export interface TeamsAccount {
  readonly tenantId: string;
  readonly aadObjectId: string;
  /** Teams' own id of the account (`29:…`), where it was seen. */
  readonly mri?: string;
}

type Known = Pick<Account, 'channel' | 'parts'>;

/** A Teams account is known by its tenant and its directory object id, never by its name. */
export const accountKey = ({ tenantId, aadObjectId }: Omit<TeamsAccount, 'mri'>): AccountKey =>
  `${tenantId}/${aadObjectId}`.toLowerCase() as AccountKey;

/** What says which account was seen. */
export const seenAs = (account: TeamsAccount): Pick<AccountSighting, 'key' | 'channel' | 'parts'> => ({
  key: accountKey(account),
  channel: 'teams',
  parts: { ...account },
});

/** Undefined where another channel vouches for the account. */
export const teamsAccountOf = ({ channel, parts }: Known): TeamsAccount | undefined => {
  const { tenantId, aadObjectId, mri = '' } = parts;
  if (channel !== 'teams' || tenantId === undefined || aadObjectId === undefined) return undefined;
  return { tenantId, aadObjectId, ...(mri === '' ? {} : { mri }) };
};

/** What Teams calls somebody when asked about them. */
export const memberIdOf = (account: Known): string | undefined => {
  const known = teamsAccountOf(account);
  return known?.mri ?? known?.aadObjectId;
};

/** The configuration names the first member of the training staff by their directory object id; nobody if empty. */
export const firstStaffIs =
  (objectId: string): IsFirstStaff =>
  (account) =>
    objectId !== '' && teamsAccountOf(account)?.aadObjectId.toLowerCase() === objectId.toLowerCase();
