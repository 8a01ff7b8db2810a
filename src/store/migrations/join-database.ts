import { setTimeout as pause } from 'node:timers/promises';
import type { mongo } from 'mongoose';
import { LaterDatabase } from './later-database.ts';
import { type MigrateMeans, migrate } from './migrate.ts';
import { versionOf } from './migration.ts';
import { processName } from './process-name.ts';
import { forgetProcess, looksBelieved, noteProcess, usualLookMs } from './process-notes.ts';
import { schemaRecords } from './schema-record.ts';

export interface JoinMeans extends MigrateMeans {
  /** How often a running process looks whether it may go on, in milliseconds. */
  readonly lookEveryMs?: number;
}

export interface Joined {
  /** Resolves when the database has left this product's version behind: it must stop working here. */
  readonly tooOld: Promise<LaterDatabase>;
  leave(): Promise<void>;
}

/** Whoever leaves does not wait longer for a database that is away. */
const longestLeaveMs = 1000;

/**
 * Enters a database: brings it to this product's version (`migrate`), and from then on says each minute that a process
 * of this version is there and looks whether it may still be. It says so first of all: a later version that comes at the same
 * moment either sees it or is seen by it. Throws `LaterDatabase`, `DamagedDatabase`.
 */
export const joinDatabase = async (db: mongo.Db, means: JoinMeans): Promise<Joined> => {
  const { realClock, lookEveryMs = usualLookMs } = means;
  const { version } = versionOf(means.releases);
  const id = processName();
  const say = () => {
    const until = new Date(realClock.now().getTime() + looksBelieved * lookEveryMs);
    return noteProcess(db, { _id: id, version, until });
  };
  const { promise: tooOld, resolve } = Promise.withResolvers<LaterDatabase>();
  const look = async (): Promise<void> => {
    await say();
    const record = await schemaRecords(db).read();
    if (record !== undefined && record.oldest > version) resolve(new LaterDatabase(record.version, version));
  };
  await say();
  // Begun before the migrations, which may take longer than a note is believed.
  const looking = setInterval(() => void look().catch(() => undefined), lookEveryMs).unref();
  const leave = async (): Promise<void> => {
    clearInterval(looking);
    const forgotten = forgetProcess(db, id, realClock.now()).catch(() => undefined);
    await Promise.race([forgotten, pause(longestLeaveMs, undefined, { ref: false })]);
  };
  try {
    await migrate(db, means);
  } catch (error) {
    await leave();
    throw error;
  }
  return { tooOld, leave };
};
