// The world outside the bot, in a process of its own: Teams and the database server.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Connection } from 'mongoose';
import { startEmbeddedMongo } from '../../src/embedded-mongo/start-embedded-mongo.ts';
import { openStores } from '../../src/store/open-stores.ts';
import type { Activity } from '../../test/support/teams-tenant/activity.ts';
import { fault } from '../../test/support/teams-tenant/fault.ts';
import type { LimitSettings } from '../../test/support/teams-tenant/limits.ts';
import type { Person } from '../../test/support/teams-tenant/person.ts';
import { startTeamsTenant } from '../../test/support/teams-tenant.ts';
import { createAnswerers, storedAnswers } from './answerers.ts';
import { answerParent } from './child.ts';
import { openGate } from './gate.ts';
import { lookInto } from './look-into.ts';
import { type Campaign, seed } from './seed.ts';
import { storeSettings } from './stored-responses.ts';

/** Of each message enough is kept to tell which one it was: many thousands go through. */
let keptCard: unknown;
let whole = 50;
const remember = (activity: Activity): Activity => {
  keptCard = activity.attachments?.[0]?.content ?? keptCard;
  whole -= 1; // some are pressed later
  return whole >= 0 ? activity : { type: activity.type };
};

const tenant = await startTeamsTenant({ remember });
const folder = mkdtempSync(join(tmpdir(), 'bench-delivery-'));
const database = await startEmbeddedMongo({ folder, durability: 'off', tcp: true });
const gate = await openGate(Number(new URL(database.uri).port));
const uri = database.uri.replace(/:\d+/, `:${gate.port}`);
let trainees: readonly Person[] = [];
let conversations: readonly string[] = [];
let dbName = '';

export interface Outcome {
  readonly delivered: number;
  readonly lost: number;
  readonly doubled: number;
  readonly requests: number;
  readonly throttled: number;
  readonly unanswered: number;
  readonly byStatus: Readonly<Record<number, number>>;
  /** From the first to the last message, in milliseconds. */
  readonly tookMs: number;
}

const outcome = (): Outcome => {
  const got = new Map<string, number>();
  for (const { conversation } of tenant.sent) got.set(conversation.id, (got.get(conversation.id) ?? 0) + 1);
  const counts = conversations.map((id) => got.get(id) ?? 0);
  return {
    delivered: counts.filter((count) => count > 0).length,
    lost: counts.filter((count) => count === 0).length,
    doubled: counts.reduce((sum, count) => sum + Math.max(0, count - 1), 0),
    requests: tenant.counts.requests,
    throttled: tenant.counts.throttled,
    unanswered: tenant.counts.unanswered,
    byStatus: tenant.counts.byStatus,
    tookMs: (tenant.sent.at(-1)?.sentAt ?? 0) - (tenant.sent[0]?.sentAt ?? 0),
  };
};

const inDatabase = <Seen>(look: (connection: Connection) => Promise<Seen>): Promise<Seen> =>
  lookInto({ uri: database.uri, dbName }, look);

const states = (collection = 'deliveries'): Promise<Record<string, number>> =>
  inDatabase(async (connection) => {
    const groups = await connection
      .collection(collection)
      .aggregate<{ _id: string; n: number }>([{ $group: { _id: '$state', n: { $sum: 1 } } }])
      .toArray();
    return Object.fromEntries(groups.map(({ _id, n }) => [_id, n]));
  });

const answerers = createAnswerers();

const faultMixes = {
  /** Must hold under this: storms, a busy service, hangs, lost replies, nameless messages. */
  storm: [
    [0.15, fault.throttle({ retryAfter: 1 })],
    [0.15, fault.throttle()],
    [0.02, fault.status(502)],
    [0.02, fault.status(503)],
    [0.01, fault.status(504)],
    [0.02, fault.refuse('PreconditionFailed')],
    [0.01, fault.hang()],
    [0.01, fault.dropAfter()],
    [0.01, fault.noId()],
  ],
} as const;

const does = {
  prepare: async (campaign: Campaign) => {
    dbName = `bench_${Date.now()}`;
    tenant.counts.reset();
    const opened = await openStores({ ...storeSettings, uri: database.uri, dbName });
    trainees = await seed(opened, tenant, campaign);
    conversations = trainees.map(({ chat }) => chat.id);
    await opened.close();
    const { parameters, appId, tenantId, token } = tenant.botAuth();
    // Around the gate it is a proxy less.
    return {
      uri,
      nearUri: database.uri,
      dbName,
      parameters,
      appId,
      tenantId,
      token,
      serviceUrl: tenant.serviceUrl,
    };
  },
  limits: (limits: LimitSettings) => tenant.limits.set(limits),
  faults: (mix: keyof typeof faultMixes | 'none') => {
    tenant.faults.clear();
    if (mix !== 'none') tenant.faults.mix(faultMixes[mix]);
  },
  outcome: () => outcome(),
  /** Messages a second, from the first message after so many until the last. */
  rateAfter: (count: number) => {
    const from = tenant.sent[count]?.sentAt ?? 0;
    const until = tenant.sent.at(-1)?.sentAt ?? 0;
    return ((tenant.sent.length - count - 1) / (until - from)) * 1000;
  },
  messages: () => tenant.sent.length,
  conversations: () => conversations,
  card: () => keptCard,
  /** Deliveries by state, as the product has them. */
  states: () => states(),
  visits: () => states('visits'),
  /** Waits until everybody's invitation is planned, or time is up; answers with how many are. */
  planned: async (mostMs: number) => {
    const until = Date.now() + mostMs;
    for (;;) {
      const count = Object.values(await states()).reduce((sum, n) => sum + n, 0);
      if (count >= trainees.length || Date.now() > until) return count;
      await pause(500);
    }
  },
  /** What the product believes of those who got nothing. */
  historyOfLost: async () => {
    const got = new Set(tenant.sent.map(({ conversation }) => conversation.id));
    const found = await inDatabase(async (connection) => {
      const accounts = await connection
        .collection('accounts')
        .find({ 'chat.conversationId': { $in: conversations.filter((id) => !got.has(id)) } })
        .toArray();
      return connection
        .collection('deliveries')
        .find({ 'recipient.person': { $in: accounts.map(({ personId }) => personId) } })
        .toArray();
    });
    return found.map(({ state, attempts }) => ({ state, attempts }));
  },
  /** One page of one person; what comes of it when the bot dies meanwhile is nobody's to say. */
  answerOne: () => answerers.answerOne(trainees).catch(() => undefined),
  answers: async () => ({ told: answerers.told(), stored: await inDatabase(storedAnswers) }),
  connect: (url: string) => tenant.connect(`${url}/api/messages`),
  database: (where: 'away' | 'back') => (where === 'away' ? gate.shut() : gate.open()),
  /** So many trainees go to the next page of their first card. */
  press: async (people: number) => {
    const pressers = trainees.filter(({ chat }) => chat.cards.length > 0).slice(0, people);
    const answers = await Promise.all(
      pressers.map((person) => person.presses(person.chat.lastCard(), 'answer-page', { unchecked: true })),
    );
    return {
      toldToTryAgain: answers.filter(({ message }) => message !== undefined && /再试/.test(message)).length,
      answered: answers.filter(({ card }) => card !== undefined).length,
    };
  },
  /** Waits until nothing is planned, under way or unknown, or time is up. */
  settled: async (mostMs: number) => {
    const until = Date.now() + mostMs;
    for (;;) {
      const seen = await states();
      const open = ['planned', 'claimed', 'retry', 'unknown'].some((state) => (seen[state] ?? 0) > 0);
      if (!open || Date.now() > until) return !open;
      await pause(250);
    }
  },
  complaints: () => tenant.complaints.map(({ rule }) => rule),
  /** Waits until everybody has something or time is up; the answer is the outcome. */
  wait: async (mostMs: number) => {
    const until = Date.now() + mostMs;
    for (;;) {
      const seen = outcome();
      if (seen.lost === 0 || Date.now() > until) return seen;
      await pause(250);
    }
  },
  close: async () => {
    gate.close();
    await tenant.close();
    await database.close();
    rmSync(folder, { recursive: true, force: true });
  },
};
export type World = typeof does;

answerParent(does);
