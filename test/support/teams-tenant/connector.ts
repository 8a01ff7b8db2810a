import {
  createConversation,
  deleteActivity,
  type OnMessage,
  sendActivity,
  updateActivity,
} from './conversation-endpoints.ts';
import type { Counts } from './counts.ts';
import type { Faults } from './faults.ts';
import type { HttpAnswer, HttpRequest } from './http-server.ts';
import type { Limits } from './limits.ts';
import type { Operation } from './operation.ts';
import { type Refusal, refusal } from './refusal.ts';
import { readRoster, readTeam } from './roster-endpoints.ts';
import { readOperation } from './route.ts';
import type { TokenIssuer } from './token-issuer.ts';
import type { World } from './world.ts';

/** One request of the bot and how it ended. */
export interface LogEntry {
  readonly at: number;
  readonly operation: Operation;
  readonly outcome: number | 'hang' | 'dropped';
  /** The code in the answer's body, for refusals. */
  readonly code: string | undefined;
}

export interface ConnectorParts {
  world: World;
  issuer: TokenIssuer;
  faults: Faults;
  limits: Limits;
  counts: Counts;
  onMessage: OnMessage;
  onRequest(entry: LogEntry): void;
  /** Told of a message between 80 and 100 KB. */
  onHeavy(operation: Operation, bytes: number): void;
}

/** Teams' sizes, counted in UTF-16: refused over 100 KB, advised against over 80. */
const tooBig = 100 * 1024;
const heavy = 80 * 1024;

/** Answers the bot's requests to `/v3/…` as Teams does, faults and limits included. `path` is below the service URL. */
export function createConnector(parts: ConnectorParts) {
  const { world, faults, limits, counts } = parts;

  return async function answer(path: string, request: HttpRequest): Promise<HttpAnswer> {
    const body = parse(request.body);
    const operation = readOperation(world, request.method, path, body);
    counts.requests += 1;
    counts.byOperation[operation.kind] = (counts.byOperation[operation.kind] ?? 0) + 1;
    const end = (outcome: LogEntry['outcome'], answered?: Refusal) =>
      parts.onRequest({
        at: Date.now(),
        operation,
        outcome,
        code: codeIn(answered?.body),
      });

    const early = (await refuseStranger(request)) ?? overLimit(operation);
    const struck = early === undefined ? faults.strike(operation) : undefined;
    const scripted = struck?.kind === 'answer' ? withRetryAfter(struck.answer, struck.retryAfter) : undefined;
    const before = early ?? scripted;
    if (before === undefined && (struck?.kind === 'hang' || struck?.kind === 'drop') && !struck.accepted) {
      return unanswered(struck.kind, end);
    }
    const answered = before ?? carryOut(operation, request, body);
    tally(answered.status);
    if (struck?.kind === 'hang' || struck?.kind === 'drop') return unanswered(struck.kind, end);
    const nameless = struck?.kind === 'no id' && operation.kind === 'send' && answered.status < 300;
    const final = nameless ? { status: 202 } : answered;
    end(final.status, answered);
    return final;
  };

  async function refuseStranger(request: HttpRequest): Promise<Refusal | undefined> {
    const token = /^Bearer (.+)$/.exec(request.authorization ?? '')?.[1];
    const appId = token === undefined ? undefined : await parts.issuer.readBotToken(token);
    if (appId === undefined) return refusal('Unauthorized');
    return appId === world.appId ? undefined : refusal('BotNotRegistered');
  }

  function overLimit(operation: Operation): (Refusal & { headers?: Record<string, string> }) | undefined {
    const over = limits.admit(operation);
    if (over === undefined) return undefined;
    const throttled = {
      status: 429,
      body: { error: { code: 'TooManyRequests', message: 'Too many requests.' } },
    };
    return withRetryAfter(throttled, over.tell ? Math.max(1, Math.ceil(over.wait)) : undefined);
  }

  function carryOut(operation: Operation, request: HttpRequest, body: unknown): Refusal {
    const bytes = request.body.length * 2;
    if (bytes > tooBig) return refusal('MessageSizeTooBig');
    if (bytes > heavy) parts.onHeavy(operation, bytes);
    switch (operation.kind) {
      case 'create':
        return createConversation(world, body, parts.onMessage);
      case 'send':
        return sendActivity(world, operation, body, parts.onMessage);
      case 'update':
        return updateActivity(world, operation, body, parts.onMessage);
      case 'delete':
        return deleteActivity(world, operation);
      case 'roster':
      case 'roster page':
      case 'member':
        return readRoster(world, operation, request.query);
      case 'team':
      case 'channels':
        return readTeam(world, operation);
      case 'unknown':
        return { status: 404, body: { error: { code: 'NotFound', message: 'There is no such endpoint.' } } };
    }
  }

  function tally(status: number): void {
    counts.byStatus[status] = (counts.byStatus[status] ?? 0) + 1;
    if (status < 300) counts.accepted += 1;
    else if (status === 429) counts.throttled += 1;
    else counts.refused += 1;
  }

  function unanswered(kind: 'hang' | 'drop', end: (outcome: LogEntry['outcome']) => void): HttpAnswer {
    counts.unanswered += 1;
    end(kind === 'hang' ? 'hang' : 'dropped');
    return kind === 'hang' ? 'hang' : 'drop the connection';
  }
}

function withRetryAfter(answer: Refusal, seconds: number | undefined) {
  return seconds === undefined ? answer : { ...answer, headers: { 'retry-after': String(seconds) } };
}

function parse(text: string): unknown {
  try {
    return text === '' ? undefined : JSON.parse(text);
  } catch {
    return undefined; // answered like any other body that is not an activity
  }
}

function codeIn(body: unknown): string | undefined {
  const text = JSON.stringify(body ?? '');
  return /\\?"(?:code|subCode)\\?":\\?"([A-Za-z]+)/.exec(text)?.[1];
}
