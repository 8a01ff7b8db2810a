import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface Reserve {
  /** A process that has loaded the product and waits for its order; the next one begins to load. */
  take(): Promise<ChildProcess>;
  close(): Promise<void>;
}

/** Loading takes longer than anything else a dying process does: one is always loaded ahead, from compiled code. */
export const createReserve = (): Reserve => {
  const compiled = mkdtempSync(join(tmpdir(), 'compiled-'));
  const load = async (): Promise<ChildProcess> => {
    const child = fork(new URL('./processes/dying-office.ts', import.meta.url), [], {
      execArgv: [],
      env: { ...process.env, NODE_COMPILE_CACHE: compiled },
    });
    const [news] = await Promise.race([once(child, 'message'), once(child, 'exit')]);
    if (news !== 'loaded') throw new Error('the process ended before it had loaded the product');
    return child;
  };
  let next = load();
  next.catch(() => undefined);
  return {
    async take() {
      const child = await next;
      next = load();
      next.catch(() => undefined);
      return child;
    },
    async close() {
      const last = await next.catch(() => undefined);
      if (last !== undefined) {
        const gone = once(last, 'exit');
        last.kill('SIGKILL');
        await gone;
      }
      await rm(compiled, { recursive: true, force: true });
    },
  };
};
