import { checkRoster } from '../../../src/domain/rosters/check-roster.ts';
import { start } from '../../../src/main.ts';
import { type Deathbed, dyingAt } from '../dying-at.ts';
import { officeConfig } from '../office-config.ts';
import { type RosterLine, rosterTable } from '../roster-lines.ts';
import type { BotAuth } from '../teams-tenant/bot-auth.ts';
import { credentialsWith } from '../teams-tenant/bot-auth.ts';

/** What a process that is to die is told. */
export interface DyingOrder {
  readonly folder: string;
  readonly auth: Pick<BotAuth, 'appId' | 'tenantId' | 'parameters' | 'token'>;
  readonly firstStaff: string;
  /** The product's clock stands here. */
  readonly at: string;
  /** How far real time is ahead here. */
  readonly minutesLater: number;
  readonly death: Deathbed;
  /** What it does; `wait`: until somebody presses. */
  readonly does: 'ticks' | 'wait' | { readonly imports: readonly RosterLine[] };
}

// The whole product in a process of its own: everything is loaded before the order comes, so that starting is quick.
process.once('message', (order: DyingOrder) => {
  obey(order).catch((error: unknown) => {
    process.send?.({ failed: error instanceof Error ? error.stack : String(error) });
  });
});
process.once('disconnect', () => process.exit());
process.send?.('loaded');

async function obey(order: DyingOrder): Promise<void> {
  const { folder, auth, firstStaff, at, death, does } = order;
  const config = officeConfig(auth, { kind: 'embedded', folder, name: 'office' }, { firstStaff });
  if (config.bot.kind !== 'entra') throw new Error('a bot with an identity');
  const now = new Date(at);
  let started = false;
  const running = await start(config, {
    clock: { now: () => now },
    realClock: { now: () => new Date(Date.now() + order.minutesLater * 60_000) },
    closingPauseMs: 0,
    schedule: false,
    wrapStores: (stores) => dyingAt(death, stores, () => started),
    auth: {
      ...config.bot,
      parameters: auth.parameters,
      credentials: credentialsWith(auth.appId, auth.token),
    },
  });
  started = true;
  process.send?.({ url: running.url });
  if (does === 'wait') return;
  if (does === 'ticks') await running.runTicks();
  else {
    const { rows } = checkRoster(rosterTable(does.imports), 'Asia/Shanghai');
    await running.office.importRoster(rows, 'roster.csv');
  }
  process.send?.({ failed: 'it was to die, and lives' });
}
