// The product, whole, as one process of the bench.
import type { ConfigurationBotFrameworkAuthenticationOptions } from 'botbuilder';
import type { Config } from '../../src/config/config.ts';
import { openRounds } from '../../src/domain/followups/open-rounds.ts';
import { defaultSettings } from '../../src/domain/kernel/settings.ts';
import { start } from '../../src/main.ts';
import { credentialsWith } from '../../test/support/teams-tenant/bot-auth.ts';
import { answerParent, givenArgument } from './child.ts';
import { workingHour } from './seed.ts';
import { storeSettings } from './stored-responses.ts';

export interface BotArgument {
  readonly uri: string;
  readonly dbName: string;
  readonly appId: string;
  readonly tenantId: string;
  readonly token: string;
  readonly parameters: ConfigurationBotFrameworkAuthenticationOptions;
  readonly serviceUrl: string;
  /** Real time at which the product's clock showed the working hour. */
  readonly startedAt: number;
  /** Whether the process works by itself, as in real use; else it waits to be told. */
  readonly byItself: boolean;
  /** Requests a second to Teams; 0 is no limit. */
  readonly requestsPerSecond: number;
  /** How long a process that says nothing more is believed, in milliseconds. */
  readonly leaseMs?: number;
}

const given = givenArgument() as BotArgument;
const silent = () => undefined;

const config: Config = {
  bot: { kind: 'local' },
  allowedTenants: [given.tenantId],
  allowedServiceHosts: ['127.0.0.1'],
  answerSecret: storeSettings.answerSecret,
  firstStaff: '',
  host: '127.0.0.1',
  port: 0,
  database: { kind: 'server', uri: given.uri, name: given.dbName },
  logLevel: 'silent',
  settings: {
    ...defaultSettings,
    sending: { requestsPerSecond: given.requestsPerSecond, campaignSpreadSeconds: 0 },
  },
};

const running = await start(config, {
  auth: {
    kind: 'entra',
    appId: given.appId,
    tenantId: given.tenantId,
    appType: 'SingleTenant',
    password: 'never used: the credentials stand in',
    parameters: given.parameters,
    credentials: credentialsWith(given.appId, given.token),
  },
  clock: { now: () => new Date(workingHour.getTime() + Date.now() - given.startedAt) },
  log: { debug: silent, info: silent, warn: console.error, error: console.error },
  schedule: given.byItself,
  ...(given.leaseMs === undefined ? {} : { leaseMs: given.leaseMs }),
});

const does = {
  url: () => running.url,
  open: () => openRounds(running.deps),
  /** Delivers all that is due; answers with milliseconds. */
  ticks: async () => {
    const begun = performance.now();
    await running.runTicks();
    return performance.now() - begun;
  },
  cpuMs: () => process.cpuUsage().user / 1000 + process.cpuUsage().system / 1000,
  memoryMb: () => process.memoryUsage().rss / 2 ** 20,
  peakMemoryMb: () => process.resourceUsage().maxRSS / 1024,
};
export type Bot = typeof does;

process.once('SIGTERM', async () => {
  await running.stop();
  process.exit();
});
answerParent(does);
