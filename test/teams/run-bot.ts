import type { Clock } from '../../src/domain/kernel/clock.ts';
import type { Log } from '../../src/domain/kernel/log.ts';
import { defaultSettings } from '../../src/domain/kernel/settings.ts';
import { createWorkingCalendar } from '../../src/domain/kernel/working-calendar.ts';
import { createResponseKeys } from '../../src/domain/responses/response-keys.ts';
import type { OpenedStores } from '../../src/store/open-stores.ts';
import { openStores } from '../../src/store/open-stores.ts';
import { type Bot, type BotParts, createBot } from '../../src/teams/bot/create-bot.ts';
import type { Desk } from '../../src/teams/bot/desk.ts';
import { firstStaffIs } from '../../src/teams/bot/teams-account.ts';
import type { AnyCardAction } from '../../src/teams/card-actions/card-action.ts';
import { commands } from '../../src/teams/commands/all-commands.ts';
import type { Command } from '../../src/teams/commands/command.ts';
import type { Installed } from '../../src/teams/inbound/on-installation.ts';
import type { Presenters } from '../../src/teams/presenters/presenter.ts';
import { createWebServer, type WebServer } from '../../src/web/server.ts';
import { openTestDatabase } from '../support/database.ts';
import { questionnaires } from '../support/questionnaires.ts';
import type { TeamsTenant } from '../support/teams-tenant/tenant.ts';
import { startTeamsTenant } from '../support/teams-tenant.ts';

interface LogLine {
  readonly level: string;
  readonly fields: Readonly<Record<string, unknown>>;
  readonly message: string;
}

export interface RunningBot {
  readonly tenant: TeamsTenant;
  readonly bot: Bot;
  readonly web: WebServer;
  readonly desk: Desk;
  readonly opened: OpenedStores;
  readonly installed: Installed[];
  readonly log: LogLine[];
  /** The product's clock; a test may set it. */
  readonly clock: { now(): Date; time: Date };
  close(): Promise<void>;
}

export interface RunOptions {
  readonly commands?: readonly Command[];
  readonly cardActions?: readonly AnyCardAction[];
  readonly presenters?: Partial<Presenters>;
  readonly firstStaff?: string;
  readonly parts?: Partial<BotParts>;
}

const nothingToSay = async () => 'obsolete' as const;
const silentPresenters: Presenters = {
  invitation: nothingToSay,
  reminder: nothingToSay,
  campaign: nothingToSay,
  result: nothingToSay,
  'instructor-result': nothingToSay,
  assignment: nothingToSay,
  'improvement-reminder': nothingToSay,
  'roster-gaps': nothingToSay,
  'not-attended': nothingToSay,
  unreachable: nothingToSay,
  deputy: nothingToSay,
};

/** A Tuesday, 10:00 in Shanghai: everybody may be written to. */
const workingHour = new Date('2026-11-24T02:00:00Z');

/** The bot behind its real web server on a real database, in a fake tenant. */
export const runBot = async (options: RunOptions = {}): Promise<RunningBot> => {
  const tenant = await startTeamsTenant();
  const database = await openTestDatabase();
  const opened = await openStores(database);
  const lines: LogLine[] = [];
  const clock: Clock & { time: Date } = { time: workingHour, now: () => clock.time };
  const desk: Desk = {
    stores: opened.stores,
    clock,
    settings: defaultSettings,
    calendar: createWorkingCalendar('CN'),
    questionnaires,
    responseKeys: createResponseKeys('a secret of at least thirty-two characters'),
    isFirstStaff: firstStaffIs(options.firstStaff ?? ''),
    log: logInto(lines),
  };
  const installed: Installed[] = [];
  const { parameters, credentials } = tenant.botAuth();
  const bot = createBot({
    auth: {
      kind: 'entra',
      appId: tenant.appId,
      tenantId: tenant.tenantId,
      appType: 'SingleTenant',
      password: 'never used: the credentials stand in',
      parameters,
      credentials,
    },
    allowedTenants: [tenant.tenantId],
    allowedServiceHosts: ['127.0.0.1'],
    defaultServiceUrl: tenant.serviceUrl,
    desk,
    commands: options.commands ?? commands,
    cardActions: options.cardActions ?? [],
    presenters: { ...silentPresenters, ...options.presenters },
    onInstalled: async (what) => void installed.push(what),
    ...options.parts,
  });
  const web = createWebServer({
    port: 0,
    host: '127.0.0.1',
    botEndpoint: bot.endpoint,
    readiness: async () => true,
    onlyLoopback: options.parts?.auth?.kind === 'local',
    log: desk.log,
  });
  const { url } = await web.listen();
  tenant.connect(`${url}/api/messages`);
  return {
    tenant,
    bot,
    web,
    desk,
    opened,
    installed,
    log: lines,
    clock,
    async close() {
      await tenant.close();
      await web.close();
      await opened.close();
      await database.close();
    },
  };
};

const logInto = (lines: LogLine[]): Log => {
  const write = (level: string) => (fields: Readonly<Record<string, unknown>>, message: string) =>
    void lines.push({ level, fields, message });
  return { debug: write('debug'), info: write('info'), warn: write('warn'), error: write('error') };
};
