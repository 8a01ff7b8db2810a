import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { DatabasePlace } from '../../../src/config/config.ts';
import type { BotAuth } from '../teams-tenant/bot-auth.ts';

/** What a product of an earlier commit, unpacked in a folder, is told at first. */
export interface EarlierOrder {
  readonly folder: string;
  readonly database: DatabasePlace;
  readonly auth: Pick<BotAuth, 'appId' | 'tenantId' | 'parameters' | 'token'>;
  readonly firstStaff: string;
  readonly at: string;
  /** Whether its clock goes on by itself. Default: it stands still until it is set. */
  readonly clockRuns?: boolean;
  readonly tickEveryMs: number;
  readonly closingPauseMs: number;
}

/** And later. */
export type EarlierTold = { readonly time: string } | { readonly imports: readonly unknown[] } | 'stop';

/** What it answers. */
export type EarlierNews =
  | { readonly url: string; readonly metricsUrl: string }
  | { readonly imported: unknown }
  | { readonly failed: string }
  | { readonly logged: { readonly level: string; readonly fields: unknown; readonly message: string } }
  | 'stopped'
  /** A later version has come, and it went as it was told. */
  | 'made-way';

const say = (news: EarlierNews): void => void process.send?.(news);
const failed = (error: unknown): void =>
  say({ failed: error instanceof Error ? (error.stack ?? error.message) : String(error) });

// Everything that is imported here is of that commit, and is called as it was called then (1226a1e and since).
process.once('message', (order: EarlierOrder) => {
  begin(order).catch(failed);
});
process.once('disconnect', () => process.exit());

async function begin(order: EarlierOrder): Promise<void> {
  const its = (file: string) => import(pathToFileURL(join(order.folder, file)).href);
  const { start } = await its('src/main.ts');
  const { ticks } = await its('src/jobs/ticks.ts');
  // Rosters had no chapter of their own until 1d0fad1.
  const chapter = existsSync(join(order.folder, 'src/domain/rosters')) ? 'rosters' : 'trainings';
  const { checkRoster } = await its(`src/domain/${chapter}/check-roster.ts`);
  const { officeConfig } = await its('test/support/office-config.ts');
  const { rosterTable } = await its('test/support/roster-lines.ts');
  const { credentialsWith } = await its('test/support/teams-tenant/bot-auth.ts');
  const { auth, database, firstStaff, tickEveryMs } = order;
  let now = new Date(order.at);
  let setAt = Date.now();
  const config = officeConfig(auth, database, { firstStaff });
  const write = (level: string) => (fields: unknown, message: string) =>
    say({ logged: { level, fields, message } });
  const running = await start(config, {
    clock: {
      now: () => (order.clockRuns ? new Date(now.getTime() + Date.now() - setAt) : now),
    },
    closingPauseMs: order.closingPauseMs,
    schedule: ticks.map((tick: object) => ({ ...tick, everyMs: tickEveryMs })),
    auth: {
      ...config.bot,
      parameters: auth.parameters,
      credentials: credentialsWith(auth.appId, auth.token),
    },
    log: { debug: write('debug'), info: write('info'), warn: write('warn'), error: write('error') },
  });
  const end = async (news: EarlierNews): Promise<void> => {
    await running.stop();
    say(news);
    process.disconnect();
  };
  // What its `npm start` does.
  void running.office.tooOld?.then(() => end('made-way')).catch(failed);
  process.on('message', (told: EarlierTold) => {
    const obey = async (): Promise<void> => {
      if (told === 'stop') await end('stopped');
      else if ('time' in told) {
        now = new Date(told.time);
        setAt = Date.now();
      } else {
        const { rows } = checkRoster(rosterTable(told.imports), 'Asia/Shanghai');
        say({ imported: await running.office.importRoster(rows, 'roster.csv') });
      }
    };
    obey().catch(failed);
  });
  // Figures stood beside the bot's endpoint once.
  say({ url: running.url, metricsUrl: running.metricsUrl ?? running.url });
}
