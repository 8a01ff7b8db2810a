import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/**
 * Takes a folder for this process, until the returned function is called or the process ends in whatever way: the
 * system gives the lock back even after kill -9. Undefined when somebody else holds it.
 */
export function takeFolder(folder: string): (() => void) | undefined {
  let lock: DatabaseSync | undefined;
  try {
    lock = new DatabaseSync(join(folder, 'lock.sqlite'));
    lock.exec('PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE');
    const held = lock;
    return () => held.close();
  } catch (error) {
    lock?.close();
    const primary = error instanceof Error && 'errcode' in error ? Number(error.errcode) & 0xff : 0;
    if (primary === 5 || primary === 6) return undefined;
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`The database folder ${folder} cannot be written: ${reason}`);
  }
}
