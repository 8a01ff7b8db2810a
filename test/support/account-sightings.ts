import type { AccountSighting } from '../../src/domain/people/account-store.ts';
import { seenAs } from '../../src/teams/bot/teams-account.ts';

/** An account of the tenant, as a team's roster tells it; its sign-in name differs from its mail where given. */
export const sighting = (name: string, changes: Partial<AccountSighting> = {}): AccountSighting => ({
  ...seenAs({ tenantId: 'tenant-1', aadObjectId: `oid-${name}`, mri: `29:${name}` }),
  name,
  emails: [`${name}@contoso.example`],
  seenAt: new Date('2026-11-20T02:00:00Z'),
  ...changes,
});
