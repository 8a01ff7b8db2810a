import { chmodSync, mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/**
 * Takes a folder, made if needed and for its owner only, for this process, until the returned function is called or the
 * process ends in whatever way: the system gives the lock back even after kill -9. Undefined when somebody else holds
 * it; throws when it cannot be made or written.
 */
export function takeFolder(folder: string): (() => void) | undefined {
  let lock: DatabaseSync | undefined;
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const { mode } = statSync(folder);
    if ((mode & 0o077) !== 0) chmodSync(folder, mode & 0o700);
    const held = new DatabaseSync(join(folder, 'lock.sqlite'));
    lock = held;
    lock.exec('PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE');
    return () => held.close();
  } catch (error) {
    lock?.close();
    const primary = error instanceof Error && 'errcode' in error ? Number(error.errcode) & 0xff : 0;
    if (primary === 5 || primary === 6) return undefined;
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`The database folder ${folder} cannot be made or written: ${reason}`);
  }
}
