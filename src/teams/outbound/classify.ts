import type { DeliveryReason } from '../../domain/deliveries/delivery.ts';
import type { DeliveryOutcome } from '../../domain/deliveries/messenger.ts';

export type Failure = Exclude<DeliveryOutcome, { kind: 'sent' } | { kind: 'obsolete' }>;

/** What Teams said no with. */
export interface Refused {
  readonly status: number;
  /** `error.code`, or the `subCode` inside an older body's message. */
  readonly code?: string;
  /** Seconds, or an HTTP date. */
  readonly retryAfter?: string;
}

const unreachable = (reason: DeliveryReason) => ({ kind: 'unreachable', reason }) as const;
const retry = (reason: DeliveryReason) => ({ kind: 'retry', reason }) as const;

const byCode: Readonly<Record<string, ReturnType<typeof unreachable>>> = {
  BotDisabledByAdmin: unreachable('sender-disabled'),
  BotNotInConversationRoster: unreachable('not-connected'),
  ForbiddenOperationException: unreachable('not-connected'),
  // Removed, blocked or kept out by a policy: an install makes it good again in most cases.
  MessageWritesBlocked: unreachable('not-connected'),
  ConversationBlockedByUser: unreachable('blocked-by-recipient'),
  NotEnoughPermissions: unreachable('not-permitted'),
  InvalidBotApiHost: unreachable('misconfigured'),
  ActivityNotFoundInConversation: unreachable('message-gone'),
  ConversationNotFound: unreachable('address-gone'),
};

/** TEAMS.md §1.2, code by code. 500 is not tried again: it may have been delivered, and Microsoft says so. */
export const classifyRefusal = ({ status, code, retryAfter }: Refused, now: Date): Failure => {
  const wait = afterMs(retryAfter, now);
  const later = wait === undefined ? {} : { afterMs: wait };
  if (status === 429) return { ...retry('throttled'), ...later, status };
  if (status === 412 || status === 502 || status === 503 || status === 504) {
    return { ...retry('service-busy'), ...later, status };
  }
  if (status === 408) return { kind: 'unknown', reason: 'no-answer' };
  const known = status === 403 || status === 404 ? byCode[code ?? ''] : undefined;
  return { ...(known ?? byStatus(status)), status };
};

const byStatus = (status: number): ReturnType<typeof unreachable> => {
  switch (status) {
    case 401:
      return unreachable('misconfigured');
    case 403:
      return unreachable('not-permitted');
    case 404:
      return unreachable('address-gone');
    case 413:
      return unreachable('too-large');
    default:
      return unreachable('refused');
  }
};

/** A day at most: a service that asks for more is asked again anyway. */
const longestWaitMs = 24 * 3_600_000;

const afterMs = (retryAfter: string | undefined, now: Date): number | undefined => {
  if (retryAfter === undefined || retryAfter.trim() === '') return undefined;
  const seconds = Number(retryAfter);
  const ms = Number.isFinite(seconds) ? seconds * 1000 : Date.parse(retryAfter) - now.getTime();
  return Number.isFinite(ms) ? Math.min(longestWaitMs, Math.max(0, Math.round(ms))) : undefined;
};
