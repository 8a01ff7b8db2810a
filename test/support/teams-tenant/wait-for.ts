import { setTimeout as sleep } from 'node:timers/promises';

export interface WaitOptions {
  /** Milliseconds of real time. Default: a minute and a half, for a machine that has other things to do. */
  timeout?: number;
  /** What is waited for, in words, for the message when it does not come. */
  what?: string;
}

const pause = 10;

/**
 * Asks again and again until the answer is something other than undefined, null or false, and returns it. A
 * `look` that throws counts as "not yet"; its last error is the cause of the one thrown after the timeout.
 */
export async function waitFor<T>(
  look: () => T | Promise<T>,
  options: WaitOptions,
  situation: () => string,
): Promise<Exclude<T, undefined | null | false>> {
  const timeout = options.timeout ?? 90_000;
  const until = Date.now() + timeout;
  for (;;) {
    let cause: unknown;
    try {
      const found = await look();
      if (found !== undefined && found !== null && found !== false) {
        return found as Exclude<T, undefined | null | false>;
      }
    } catch (error) {
      cause = error;
    }
    if (Date.now() >= until) {
      const why = cause instanceof Error ? `: ${cause.message}` : '';
      const message = `waited ${timeout} ms in vain for ${options.what ?? look}${why}\n${situation()}`;
      throw new Error(message, { cause });
    }
    await sleep(pause);
  }
}
