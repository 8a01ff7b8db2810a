import { type Refusal, type RefusalCode, refusal } from './refusal.ts';

/** One way a request can go wrong. */
export type Fault =
  | { kind: 'answer'; answer: Refusal; retryAfter?: number }
  | { kind: 'hang' | 'drop'; accepted: boolean }
  | { kind: 'no id' };

/** The faults a test can script; each is made here so that tests read as sentences. */
export const fault = {
  /** 429; `retryAfter` in seconds is sent as Retry-After, without it there is no such header. */
  throttle: (options: { retryAfter?: number } = {}): Fault => ({
    kind: 'answer',
    answer: {
      status: 429,
      body: { error: { code: 'TooManyRequests', message: 'API calls quota exceeded!' } },
    },
    ...options,
  }),
  /** Any refusal of Teams by its code. */
  refuse: (code: RefusalCode): Fault => ({ kind: 'answer', answer: refusal(code) }),
  /** A bare status, e.g. 502, 503, 504. */
  status: (status: number): Fault => ({
    kind: 'answer',
    answer: { status, body: { error: { code: `Http${status}`, message: 'The service is unavailable.' } } },
  }),
  /** No answer until the bot gives up; with `accepted` the message is there all the same. */
  hang: (options: { accepted?: boolean } = {}): Fault => ({
    kind: 'hang',
    accepted: options.accepted ?? false,
  }),
  /** The connection breaks before anything was done. */
  dropBefore: (): Fault => ({ kind: 'drop', accepted: false }),
  /** The connection breaks when the message is there already. */
  dropAfter: (): Fault => ({ kind: 'drop', accepted: true }),
  /** 202 without an activity id: accepted, never to be updated. */
  noId: (): Fault => ({ kind: 'no id' }),
};
