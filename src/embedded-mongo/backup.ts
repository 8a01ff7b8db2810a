import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** The file of a database folder that holds everything. */
export const databaseFile = (folder: string): string => join(folder, 'database.sqlite');

export type Backup =
  | { ok: true; documents: number }
  | { ok: false; reason: 'no database' | 'target taken' | 'copy damaged' };

/**
 * Copies a database folder as it is at one moment into a new folder, from which a server can be started. The database
 * may be in use meanwhile, by this or any other process, and is not held up. Throws when the target cannot be written.
 */
export function backupEmbeddedMongo(folder: string, target: string): Backup {
  if (!existsSync(databaseFile(folder))) return { ok: false, reason: 'no database' };
  if (existsSync(databaseFile(target))) return { ok: false, reason: 'target taken' };
  mkdirSync(target, { recursive: true, mode: 0o700 });
  const unfinished = `${databaseFile(target)}.unfinished`;
  rmSync(unfinished, { force: true });
  const source = new DatabaseSync(databaseFile(folder));
  try {
    source.exec('PRAGMA busy_timeout = 10000');
    source.prepare('VACUUM INTO ?').run(unfinished);
  } finally {
    source.close();
  }
  forgetReplies(unfinished);
  const documents = countSound(unfinished);
  if (documents === undefined) return { ok: false, reason: 'copy damaged' };
  const written = openSync(unfinished, 'r+');
  fsyncSync(written);
  closeSync(written);
  renameSync(unfinished, databaseFile(target));
  return { ok: true, documents };
}

// What the server remembers of its replies is nobody's but its own; nothing of it stays in the copy.
function forgetReplies(file: string): void {
  const copy = new DatabaseSync(file);
  try {
    copy.exec('PRAGMA journal_mode = MEMORY; PRAGMA secure_delete = ON; DELETE FROM replies');
  } finally {
    copy.close();
  }
}

// The documents of a copy; undefined when SQLite finds fault with it.
function countSound(file: string): number | undefined {
  const copy = new DatabaseSync(file, { readOnly: true });
  try {
    const [sound] = copy.prepare('PRAGMA integrity_check(1)').all();
    if (sound?.integrity_check !== 'ok') return undefined;
    const collections = copy.prepare('SELECT id FROM collections').all();
    return collections.reduce(
      (sum, { id }) => sum + Number(copy.prepare(`SELECT count(*) AS n FROM c${id}_`).get()?.n),
      0,
    );
  } finally {
    copy.close();
  }
}
