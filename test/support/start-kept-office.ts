import { openKeptDatabase } from './kept-database.ts';
import { type KeptOffice, readKeptOffice, restorePeople } from './kept-office.ts';
import { type OfficeOptions, type OfficeUnderTest, startOffice } from './office-under-test.ts';
import type { Channel } from './teams-tenant/channel.ts';
import type { Person } from './teams-tenant/person.ts';
import { startTeamsTenant } from './teams-tenant.ts';

/** Today's product on the database of an earlier commit, at the moment at which that one was left. */
export interface StartedKeptOffice {
  readonly office: OfficeUnderTest;
  readonly kept: KeptOffice;
  readonly channel: Channel;
  /** Somebody of that time by the short name in the fixture. */
  who(short: string): Person;
  close(): Promise<void>;
}

export const startKeptOffice = async (
  commit: string,
  options: Omit<OfficeOptions, 'tenant' | 'database' | 'staff'> = {},
): Promise<StartedKeptOffice> => {
  const kept = readKeptOffice(commit);
  const tenant = await startTeamsTenant({ appId: kept.appId, tenantId: kept.tenantId });
  const database = await openKeptDatabase(commit, tenant.serviceUrl);
  const { people, channel } = restorePeople(tenant, kept);
  const who = (short: string): Person => {
    const person = people.get(short);
    if (person === undefined) throw new Error(`${short} is nobody of ${commit}`);
    return person;
  };
  const place = { kind: 'server', uri: database.uri, name: database.dbName } as const;
  const office = await startOffice({
    at: kept.at,
    ...options,
    tenant,
    database: place,
    staff: who('staff'),
  });
  return {
    office,
    kept,
    channel,
    who,
    async close() {
      await office.close();
      await tenant.close();
      await database.close();
    },
  };
};
