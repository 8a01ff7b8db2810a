import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { botAuthParameters, credentialsWith } from './teams-tenant/bot-auth.ts';
import { createBotLine } from './teams-tenant/bot-line.ts';
import type { Complaint } from './teams-tenant/complaint.ts';
import { createConnector, type LogEntry } from './teams-tenant/connector.ts';
import type { Message } from './teams-tenant/conversation.ts';
import { createCounts } from './teams-tenant/counts.ts';
import { createFaults } from './teams-tenant/faults.ts';
import { type HttpAnswer, type HttpRequest, serveOnLoopback } from './teams-tenant/http-server.ts';
import { type Finding, inspectMessage } from './teams-tenant/inspect.ts';
import { answerAsIssuer } from './teams-tenant/issuer-endpoints.ts';
import { createLimits } from './teams-tenant/limits.ts';
import { newPerson } from './teams-tenant/new-person.ts';
import { makePerson } from './teams-tenant/person.ts';
import { seededRandom } from './teams-tenant/seeded-random.ts';
import { makeTeam, teamRecord } from './teams-tenant/team.ts';
import type { TeamsTenant, TenantSettings } from './teams-tenant/tenant.ts';
import { forge } from './teams-tenant/token-fault.ts';
import { createTokenIssuer } from './teams-tenant/token-issuer.ts';
import { createTokenSource } from './teams-tenant/token-source.ts';
import { describeTraffic } from './teams-tenant/traffic.ts';
import { waitFor } from './teams-tenant/wait-for.ts';
import { createWorld } from './teams-tenant/world.ts';

/**
 * Starts a Teams tenant on a free loopback port: people, teams, the Bot Connector and its token issuer.
 *
 * ```ts
 * const tenant = await startTeamsTenant();
 * tenant.connect(await startBot(tenant.botAuth())); // the bot trusts the tenant, the tenant knows the bot
 * const mei = tenant.person({ name: '王梅', locale: 'zh-CN' });
 * await mei.installs();
 * await mei.says('/report Q3');
 * await mei.presses(mei.chat.lastCard(), 'next', { inputs: { score: 4 } });
 * await tenant.waitFor(() => mei.chat.lastCard('谢谢'));
 * expect(tenant.complaints).toEqual([]);
 * await tenant.close();
 * ```
 */
export async function startTeamsTenant(settings: TenantSettings = {}): Promise<TeamsTenant> {
  const world = createWorld({
    appId: settings.appId ?? randomUUID(),
    tenantId: settings.tenantId ?? randomUUID(),
    botName: settings.botName ?? 'Follow-up',
  });
  const { appId, tenantId } = world;
  const issuer = await createTokenIssuer();
  const botToken = await issuer.issueToBot(appId);
  const tokens = createTokenSource(issuer, { appId, serviceUrl: () => world.serviceUrl });
  const faults = createFaults(seededRandom(settings.seed ?? 1));
  const limits = createLimits(settings.limits ?? {}, Date.now);
  const counts = createCounts();
  const complaints: Complaint[] = [];
  const heavy: TeamsTenant['heavy'] = [];
  const log: LogEntry[] = [];
  const sent: Message[] = [];

  const report = (findings: readonly Finding[], conversationId: string, activity?: Complaint['activity']) => {
    for (const [rule, detail] of findings) complaints.push({ rule, detail, conversationId, activity });
  };
  const answer = createConnector({
    world,
    issuer,
    faults,
    limits,
    counts,
    onMessage(message) {
      const isNew = message.updates === 0;
      if (isNew) sent.push(message);
      report(inspectMessage(message.activity, isNew), message.conversation.id, message.activity);
      if (settings.remember) message.activity = settings.remember(message.activity);
    },
    onRequest: (entry) => void log.push(entry),
    onHeavy: (operation, bytes) => void heavy.push({ operation, bytes }),
  });

  const issuerPath = `/issuer-${randomUUID()}`; // the SDK caches keys by URL, and ports come back
  const server = await serveOnLoopback(route);
  const issuerUrl = `${server.origin}${issuerPath}`;
  world.serviceUrl = `${server.origin}/teams/`;
  const invokeTiming = { deadline: settings.invokeDeadline ?? 5_000, retries: settings.invokeRetries ?? 2 };
  const line = createBotLine(tokens, invokeTiming, (complaint) => void complaints.push(complaint));

  async function route(request: HttpRequest): Promise<HttpAnswer> {
    if (request.path.startsWith('/teams/')) return answer(request.path.slice('/teams'.length), request);
    if (!request.path.startsWith(issuerPath)) return { status: 404 };
    return answerAsIssuer(issuer, { base: issuerUrl, appId }, request.path.slice(issuerPath.length), request);
  }

  return {
    appId,
    tenantId,
    serviceUrl: world.serviceUrl,
    bot: world.bot,
    botAuth: () => ({
      appId,
      tenantId,
      parameters: botAuthParameters(issuerUrl, appId, tenantId),
      credentials: credentialsWith(appId, botToken),
      token: botToken,
    }),
    connect: (botUrl) => line.connect(botUrl),
    person: (about) => makePerson(newPerson(world, about), { world, line, report }),
    team({ name, id, members = [], channels = [] }) {
      const team = makeTeam(world, line, teamRecord(name, members, id));
      for (const channel of channels) team.channel(channel);
      return team;
    },
    async post(activity, fault) {
      const forged =
        fault === undefined
          ? { activity, authorization: `Bearer ${await tokens.valid()}` }
          : await forge(tokens, fault, activity);
      const authorization = forged.authorization === undefined ? {} : { authorization: forged.authorization };
      const headers = { 'content-type': 'application/json', ...authorization };
      return line.postRaw(JSON.stringify(forged.activity), headers);
    },
    postRaw: (body, headers) => line.postRaw(body, headers),
    token: () => tokens.valid(),
    repeatLastInvoke: () => line.repeatLastInvoke(),
    waitFor: (look, options = {}) => waitFor(look, options, () => describeTraffic(log, world)),
    async quiet(milliseconds = 100) {
      const started = Date.now();
      for (;;) {
        const left = Math.max(started, log.at(-1)?.at ?? 0) + milliseconds - Date.now();
        if (left <= 0) return;
        await sleep(left);
      }
    },
    invokeTiming,
    faults,
    limits,
    counts,
    complaints,
    heavy,
    log,
    sent,
    sentTo: (person) => sent.filter((message) => message.conversation === person.conversation),
    duplicates(keyOf) {
      const groups = Map.groupBy(sent, (message) => keyOf(message));
      return [...groups].flatMap(([key, messages]) =>
        key !== undefined && messages.length > 1 ? [{ key, messages }] : [],
      );
    },
    async close() {
      line.close();
      await server.close();
    },
  };
}
