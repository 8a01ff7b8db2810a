import pino from 'pino';
import type { Config } from './config/config.ts';
import { keepPace } from './domain/deliveries/keep-pace.ts';
import type { Carrier } from './domain/deliveries/messenger.ts';
import { routeMessages } from './domain/deliveries/route-messages.ts';
import type { Log } from './domain/kernel/log.ts';
import { problemOf } from './domain/kernel/problem.ts';
import type { Means } from './domain/means.ts';
import { afterRestart } from './domain/sequels/after-restart.ts';
import { learnMembers } from './domain/sequels/learn-members.ts';
import type { Stores } from './domain/stores.ts';
import { createSchedule } from './jobs/schedule.ts';
import type { Tick } from './jobs/tick.ts';
import { runTicks, ticks } from './jobs/ticks.ts';
import { type Office, type OfficeParts, openOffice } from './office.ts';
import type { BotAuthentication } from './teams/bot/bot-identity.ts';
import { type Bot, createBot } from './teams/bot/create-bot.ts';
import type { Desk } from './teams/bot/desk.ts';
import { largestAnswerBytes, requestTimeoutMs } from './teams/bot/limit-policy.ts';
import { firstStaffIs } from './teams/bot/teams-account.ts';
import { teamChannelAt } from './teams/bot/teams-address.ts';
import { cardActions } from './teams/card-actions/all-card-actions.ts';
import type { AnyCardAction } from './teams/card-actions/card-action.ts';
import { commands } from './teams/commands/all-commands.ts';
import type { Command } from './teams/commands/command.ts';
import type { Installed } from './teams/inbound/on-installation.ts';
import { conversationBuckets } from './teams/outbound/conversation-buckets.ts';
import { limitRequests } from './teams/outbound/limit-requests.ts';
import { presenters } from './teams/presenters/all-presenters.ts';
import { createMetricsServer } from './web/metrics-server.ts';
import { createMetrics } from './web/prometheus.ts';
import type { Served } from './web/serve.ts';
import { createWebServer } from './web/server.ts';

export interface Parts extends OfficeParts {
  /** Stands in for what the configuration says about the bot's identity: another cloud's addresses and credentials. */
  readonly auth?: BotAuthentication;
  /** Commands of this composition only (the demo's). They are given the running product. */
  readonly extraCommands?: (running: () => Running) => readonly Command[];
  /** Channels beside Teams, in the order in which they are asked for an address. */
  readonly carriers?: (stores: Stores) => readonly Carrier[];
  /** Buttons of this composition only. */
  readonly extraCardActions?: readonly AnyCardAction[];
  /** `false`: nothing happens by itself, for whoever runs the ticks. Other ticks: the product's at another pace, say. */
  readonly schedule?: boolean | readonly Tick[];
}

export interface Running {
  readonly url: string;
  /** Where the figures for whoever runs it are, if anywhere. */
  readonly metricsUrl?: string;
  readonly office: Office;
  readonly deps: Stores & Means;
  readonly desk: Desk;
  readonly bot: Bot;
  /** Runs everything that happens by itself once, and waits for it. */
  runTicks(): Promise<void>;
  /** Stops taking work, finishes what runs, lets go of everything. */
  stop(): Promise<void>;
}

/** Opens the database, connects every channel, and begins. Throws what `openOffice` throws, and `PortTaken`. */
export const start = async (config: Config, parts: Parts = {}): Promise<Running> => {
  const log: Log = parts.log ?? createLog(config.logLevel);
  const office = await openOffice(config, { ...parts, log });
  const metrics = createMetrics(async () => {
    const now = office.deps.clock.now();
    const { due, since } = await office.stores.deliveries.waiting(now);
    return { due, oldestSeconds: since === undefined ? 0 : (now.getTime() - since.getTime()) / 1000 };
  });
  const desk: Desk = {
    stores: office.stores,
    clock: office.deps.clock,
    settings: config.settings,
    calendar: office.deps.calendar,
    questionnaires: office.deps.questionnaires,
    responseKeys: office.deps.responseKeys,
    isFirstStaff: firstStaffIs(config.firstStaff),
    log,
    metrics,
  };
  let running: Running | undefined;
  const current = (): Running => {
    if (running === undefined) throw new Error('not started yet');
    return running;
  };
  const pace = keepPace(office.deps, {
    requestsPerSecond: config.settings.sending.requestsPerSecond,
    perAddress: conversationBuckets,
  });
  // Another cloud's people are written to first in that cloud.
  const [cloudHost] = config.allowedServiceHosts;
  const cloudUrl = cloudHost === undefined ? undefined : `https://${cloudHost}/teams/`;
  const auth = parts.auth ?? config.bot;
  const bot = createBot({
    auth,
    allowedTenants: config.allowedTenants,
    allowedServiceHosts: config.allowedServiceHosts,
    ...(cloudUrl === undefined ? {} : { defaultServiceUrl: cloudUrl }),
    desk,
    commands: [...commands, ...(parts.extraCommands?.(current) ?? [])],
    cardActions: [...cardActions, ...(parts.extraCardActions ?? [])],
    presenters,
    onInstalled: async (installed: Installed) => {
      if (installed.kind === 'team') await learnMembers(office.deps, bot.roster(installed.team), true);
    },
    ...(parts.realClock === undefined ? {} : { realClock: parts.realClock }),
    pace,
  });
  let stopping = false;
  const deps: Stores & Means = {
    ...office.deps,
    messenger: routeMessages([bot.messenger, ...(parts.carriers?.(office.stores) ?? [])]),
    directory: bot.directory,
    pace,
    metrics,
    stopping: () => stopping,
  };
  const server = createWebServer({
    port: config.port,
    host: config.host,
    botEndpoint: (request, response) => bot.endpoint(request, response),
    readiness: async () => {
      await office.ping();
      return true;
    },
    // Where no token is checked nobody else may speak.
    onlyLoopback: auth.kind === 'local',
    log,
  });
  const figures =
    config.metricsPort === undefined
      ? undefined
      : createMetricsServer({ port: config.metricsPort, page: metrics, log });
  const database = office.database.db;
  if (database === undefined) throw new Error('the database is not connected');
  const scheduled = typeof parts.schedule === 'object' ? parts.schedule : ticks;
  const schedule = createSchedule({ database, ticks: scheduled, deps, log });

  await afterRestart(deps);
  const { url, metricsUrl } = await listenAll(server, figures).catch(async (error: unknown) => {
    await office.close();
    throw error;
  });
  const liftLimits = limitRequests({ ms: requestTimeoutMs, bytes: largestAnswerBytes });
  if (parts.schedule !== false) await schedule.start();
  const department = teamChannelAt((await office.stores.departmentAddress.current())?.address);
  if (department !== undefined) {
    learnMembers(deps, bot.roster(department)).catch((error: unknown) =>
      log.warn({ problem: problemOf(error) }, 'the members of the department team could not be read'),
    );
  }
  if (office.drafts.length > 0) {
    log.warn({ drafts: office.drafts }, 'questionnaires that are not published are not asked');
  }
  log.info({ url }, 'ready');
  running = {
    url,
    ...(metricsUrl === undefined ? {} : { metricsUrl }),
    office,
    deps,
    desk,
    bot,
    runTicks: () => runTicks(deps),
    stop: async () => {
      stopping = true;
      if (parts.schedule !== false) await schedule.stop();
      await server.close();
      await figures?.close();
      liftLimits();
      await office.close();
    },
  };
  return running;
};

/** Both or none: whoever cannot have its port lets go of what was opened before. */
const listenAll = async (
  server: Served,
  figures: Served | undefined,
): Promise<{ readonly url: string; readonly metricsUrl?: string }> => {
  const { url } = await server.listen();
  if (figures === undefined) return { url };
  try {
    return { url, metricsUrl: (await figures.listen()).url };
  } catch (error) {
    await server.close();
    throw error;
  }
};

const createLog = (level: Config['logLevel']): Log => {
  const logger = pino({ level, base: null });
  return {
    debug: (fields, message) => logger.debug(fields, message),
    info: (fields, message) => logger.info(fields, message),
    warn: (fields, message) => logger.warn(fields, message),
    error: (fields, message) => logger.error(fields, message),
  };
};
