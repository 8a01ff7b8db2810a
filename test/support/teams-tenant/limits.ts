import type { Operation } from './operation.ts';

/** At most `max` requests in any `seconds`. */
export interface Window {
  seconds: number;
  max: number;
}

export interface LimitSettings {
  /** Requests per second of the whole tenant; a bucket holding one second's worth. */
  perTenant?: number | undefined;
  /** Sends, updates, deletions and creations per conversation. */
  perConversation?: readonly Window[] | undefined;
  /** Roster and channel-list requests per conversation. */
  perRoster?: readonly Window[] | undefined;
  /** Whether a throttled answer says how long to wait. Default true. */
  retryAfter?: boolean | undefined;
}

/** The limits Microsoft documents per thread, and the tenant's 50 requests per second. */
export const teamsLimits = {
  perTenant: 50,
  perConversation: [
    { seconds: 1, max: 7 },
    { seconds: 2, max: 8 },
    { seconds: 30, max: 60 },
    { seconds: 3600, max: 1800 },
  ],
  perRoster: [
    { seconds: 1, max: 14 },
    { seconds: 2, max: 16 },
    { seconds: 30, max: 120 },
    { seconds: 3600, max: 3600 },
  ],
} as const satisfies LimitSettings;

export interface Limits {
  /** Replaces the limits; `{}` lifts them. */
  set(settings: LimitSettings): void;
  /** Seconds to wait when this request is over a limit; undefined lets it pass and counts it. */
  admit(operation: Operation): { wait: number; tell: boolean } | undefined;
}

/** Counts requests against the limits in real time; `now` in milliseconds. */
export function createLimits(initial: LimitSettings, now: () => number): Limits {
  let settings = initial;
  let tokens = initial.perTenant ?? 0;
  let filledAt = now();
  const passed = new Map<string, number[]>();

  function windowWait(key: string, windows: readonly Window[], at: number): number {
    const times = passed.get(key) ?? [];
    const longest = Math.max(0, ...windows.map((window) => window.seconds)) * 1000;
    while (times[0] !== undefined && times[0] <= at - longest) times.shift();
    passed.set(key, times);
    return Math.max(
      0,
      ...windows.map(({ seconds, max }) => (times.at(-max) ?? -Infinity) + seconds * 1000 - at),
    );
  }

  return {
    set(next) {
      settings = next;
      tokens = next.perTenant ?? 0;
      filledAt = now();
      passed.clear();
    },
    admit(operation) {
      const at = now();
      const tell = settings.retryAfter ?? true;
      const rate = settings.perTenant;
      if (rate !== undefined) {
        tokens = Math.min(rate, tokens + ((at - filledAt) / 1000) * rate);
        filledAt = at;
        if (tokens < 1) return { wait: (1 - tokens) / rate, tell };
      }
      const [family, windows] = windowsFor(operation, settings);
      const key = `${family} ${operation.conversationId ?? operation.teamId}`;
      if (windows !== undefined) {
        const wait = windowWait(key, windows, at);
        if (wait > 0) return { wait: wait / 1000, tell };
        passed.get(key)?.push(at);
      }
      if (rate !== undefined) tokens -= 1;
      return undefined;
    },
  };
}

function windowsFor(operation: Operation, settings: LimitSettings): [string, readonly Window[] | undefined] {
  if (operation.kind === 'create') return ['create', settings.perConversation];
  const writes = operation.kind === 'send' || operation.kind === 'update' || operation.kind === 'delete';
  return writes ? ['write', settings.perConversation] : ['read', settings.perRoster];
}
