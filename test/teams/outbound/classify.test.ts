import { describe, expect, it } from 'vitest';
import { classifyRefusal } from '../../../src/teams/outbound/classify.ts';
import { readError } from '../../../src/teams/outbound/read-error.ts';

const now = new Date('2026-11-24T02:00:00Z');
const about = { left: true, repeatable: false, now };

describe('a refusal of Teams', () => {
  it.each<[number, string | undefined, string, string]>([
    [429, undefined, 'retry', 'throttled'],
    [412, 'PreconditionFailed', 'retry', 'service-busy'],
    [502, undefined, 'retry', 'service-busy'],
    [503, undefined, 'retry', 'service-busy'],
    [504, undefined, 'retry', 'service-busy'],
    [500, 'ServiceError', 'unreachable', 'refused'],
    [400, 'BadArgument', 'unreachable', 'refused'],
    [401, 'BotNotRegistered', 'unreachable', 'misconfigured'],
    [403, 'BotDisabledByAdmin', 'unreachable', 'sender-disabled'],
    [403, 'BotNotInConversationRoster', 'unreachable', 'not-connected'],
    [403, 'ConversationBlockedByUser', 'unreachable', 'blocked-by-recipient'],
    [403, 'ForbiddenOperationException', 'unreachable', 'not-connected'],
    [403, 'MessageWritesBlocked', 'unreachable', 'not-connected'],
    [403, 'NotEnoughPermissions', 'unreachable', 'not-permitted'],
    [403, 'InvalidBotApiHost', 'unreachable', 'misconfigured'],
    [403, undefined, 'unreachable', 'not-permitted'],
    [404, 'ConversationNotFound', 'unreachable', 'address-gone'],
    [404, 'ActivityNotFoundInConversation', 'unreachable', 'message-gone'],
    [413, 'MessageSizeTooBig', 'unreachable', 'too-large'],
    [418, undefined, 'unreachable', 'refused'],
  ])('%i %s means %s: %s', (status, code, kind, reason) => {
    expect(classifyRefusal({ status, ...(code === undefined ? {} : { code }) }, now)).toEqual({
      kind,
      reason,
      status,
    });
  });

  it.each([
    ['2', 2000],
    ['0', 0],
    ['Tue, 24 Nov 2026 02:00:30 GMT', 30_000],
    ['Tue, 24 Nov 2026 01:00:00 GMT', 0],
    ['99999999', 86_400_000],
    ['soon', undefined],
    ['', undefined],
  ])('with Retry-After "%s" is tried again after %s ms', (retryAfter, afterMs) => {
    const outcome = classifyRefusal({ status: 429, retryAfter }, now);
    expect(outcome.kind === 'retry' ? outcome.afterMs : 'none').toBe(afterMs);
  });

  it('names its code in either kind of body', () => {
    const error = (bodyAsText: string) => ({ statusCode: 403, response: { bodyAsText } });
    const nested = JSON.stringify({
      errorCode: 209,
      message: JSON.stringify({ subCode: 'MessageWritesBlocked' }),
    });
    expect(readError(error(nested), about)).toMatchObject({ reason: 'not-connected' });
    const plain = JSON.stringify({ error: { code: 'ConversationBlockedByUser', message: 'no' } });
    expect(readError(error(plain), about)).toMatchObject({ reason: 'blocked-by-recipient' });
    expect(readError(error('<html>proxy</html>'), about)).toMatchObject({ reason: 'not-permitted' });
  });
});

describe('no answer of Teams', () => {
  const lost = Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' });
  const aborted = Object.assign(new Error('aborted'), { name: 'AbortError' });

  it('leaves a message neither sent nor unsent', () => {
    for (const error of [lost, aborted]) {
      expect(readError(error, about)).toEqual({ kind: 'unknown', reason: 'no-answer' });
    }
    expect(readError({ statusCode: 408 }, about)).toEqual({ kind: 'unknown', reason: 'no-answer' });
  });

  it('is tried again where asking twice does no harm, or nothing can have arrived', () => {
    expect(readError(lost, { ...about, repeatable: true })).toEqual({ kind: 'retry', reason: 'no-answer' });
    const unreachable = Object.assign(new Error('no'), { code: 'ECONNREFUSED' });
    expect(readError(unreachable, about)).toEqual({ kind: 'retry', reason: 'service-busy' });
    expect(readError(new Error('no token'), { ...about, left: false })).toMatchObject({ kind: 'retry' });
    expect(readError(undefined, about)).toMatchObject({ kind: 'unknown' });
  });
});
