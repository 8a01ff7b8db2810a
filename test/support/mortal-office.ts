import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Deathbed } from './dying-at.ts';
import { type OfficeUnderTest, startOffice } from './office-under-test.ts';
import type { DyingOrder } from './processes/dying-office.ts';
import type { Reserve } from './reserve.ts';
import type { Person } from './teams-tenant/person.ts';
import type { TeamsTenant } from './teams-tenant/tenant.ts';
import { startTeamsTenant } from './teams-tenant.ts';

/** An office whose process can be killed and started again on the same data, in the same tenant. */
export interface MortalOffice {
  readonly tenant: TeamsTenant;
  /** The one that runs; between a death and the next start there is none. */
  readonly office: OfficeUnderTest;
  /**
   * Another process takes over, does this and is killed with -9 at this point, for each point in turn; then the product
   * is started again. Each lives a minute of real time later, so that what a dead process had claimed is free.
   */
  dies(
    deaths: Deathbed | readonly Deathbed[],
    does: DyingOrder['does'] | (() => Promise<unknown>),
  ): Promise<void>;
  /** Ended in good order and started again. */
  restarts(): Promise<void>;
  close(): Promise<void>;
}

export const startMortalOffice = async (reserve: Reserve, at?: string): Promise<MortalOffice> => {
  const tenant = await startTeamsTenant({ invokeRetries: 0 });
  const folder = await mkdtemp(join(tmpdir(), 'mortal-'));
  const database = { kind: 'embedded', folder, name: 'office' } as const;
  let staff: Person | undefined;
  let moment = at;
  let minutesLater = 0;
  const live = async (): Promise<OfficeUnderTest> => {
    const later = minutesLater * 60_000;
    const realClock = { now: () => new Date(Date.now() + later) };
    const started = await startOffice({
      tenant,
      database,
      parts: { realClock },
      ...(moment === undefined ? {} : { at: moment }),
      ...(staff === undefined ? {} : { staff }),
    });
    staff = started.staff;
    return started;
  };
  let office = await live();

  const orderOf = (death: Deathbed, does: DyingOrder['does']): DyingOrder => {
    const { appId, tenantId, parameters, token } = tenant.botAuth();
    const firstStaff = office.staff.aadObjectId;
    const auth = { appId, tenantId, parameters, token };
    return { folder, auth, firstStaff, at: office.clock.time.toISOString(), minutesLater, death, does };
  };
  return {
    tenant,
    get office() {
      return office;
    },
    async dies(deaths, does) {
      moment = office.clock.time.toISOString();
      await office.close();
      for (const death of [deaths].flat()) {
        const order = orderOf(death, typeof does === 'function' ? 'wait' : does);
        const child = await reserve.take();
        const gone = once(child, 'exit');
        child.send(order);
        const { url } = await nextNews(child, gone);
        tenant.connect(`${url}/api/messages`);
        if (typeof does === 'function') await does();
        const [, signal] = await Promise.race([gone, nextNews(child, gone).then(() => [])]);
        if (signal !== 'SIGKILL') throw new Error('the process was to die, and lives');
        minutesLater += 1;
      }
      office = await live();
    },
    async restarts() {
      moment = office.clock.time.toISOString();
      await office.close();
      office = await live();
    },
    async close() {
      await office.close();
      await tenant.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
};

const nextNews = async (child: ChildProcess, gone: Promise<unknown[]>): Promise<{ url: string }> => {
  const [news] = (await Promise.race([once(child, 'message'), gone.then(() => [{ url: '' }])])) as [
    { url: string } | { failed: string },
  ];
  if ('failed' in news) throw new Error(news.failed);
  return news;
};
