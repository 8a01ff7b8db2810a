import type { Failure, Refused } from './classify.ts';
import { classifyRefusal } from './classify.ts';

interface RestErrorLike {
  readonly statusCode?: unknown;
  readonly code?: unknown;
  readonly response?: {
    readonly headers?: { get?(name: string): string | undefined | null };
    readonly bodyAsText?: unknown;
  };
}

const neverArrived = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH']);

/**
 * What a failed request means for the delivery. `left`: whether anything of it left the process.
 * `repeatable`: asking again does no harm (making a chat, replacing a card), so an answer lost is a retry.
 */
export const readError = (
  error: unknown,
  about: { left: boolean; repeatable: boolean; now: Date },
): Failure => {
  const rest = (typeof error === 'object' && error !== null ? error : {}) as RestErrorLike;
  if (typeof rest.statusCode === 'number')
    return classifyRefusal(refusedOf(rest, rest.statusCode), about.now);
  // Without a status the token could not be had, or the network failed.
  if (!about.left) return { kind: 'retry', reason: 'misconfigured' };
  const arrived = !(typeof rest.code === 'string' && neverArrived.has(rest.code));
  if (!arrived) return { kind: 'retry', reason: 'service-busy' };
  return about.repeatable ? { kind: 'retry', reason: 'no-answer' } : { kind: 'unknown', reason: 'no-answer' };
};

const refusedOf = (error: RestErrorLike, status: number): Refused => {
  const text = typeof error.response?.bodyAsText === 'string' ? error.response.bodyAsText : '';
  const code = codeIn(text) ?? (typeof error.code === 'string' ? error.code : undefined);
  const retryAfter = error.response?.headers?.get?.('retry-after') ?? undefined;
  return {
    status,
    ...(code === undefined ? {} : { code }),
    ...(retryAfter === undefined ? {} : { retryAfter }),
  };
};

/** The code stands in `error.code`, or in JSON inside the `message` of an older kind of body. */
const codeIn = (text: string): string | undefined => {
  const body = parsed(text);
  const error = fieldsOf(body.error);
  if (typeof error.code === 'string') return error.code;
  const { subCode } = parsed(body.message);
  return typeof subCode === 'string' ? subCode : undefined;
};

const fieldsOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};

const parsed = (text: unknown): Readonly<Record<string, unknown>> => {
  try {
    return typeof text === 'string' ? fieldsOf(JSON.parse(text)) : {};
  } catch {
    return {}; // a proxy's page: its status says enough
  }
};
