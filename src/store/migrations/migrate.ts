import type { mongo } from 'mongoose';
import type { Log } from '../../domain/kernel/log.ts';
import { LaterDatabase } from './later-database.ts';
import { isAlone, type Migration, type Release, type Version, versionOf } from './migration.ts';
import { olderProcesses, type ProcessNote } from './process-notes.ts';
import { type SchemaRecord, schemaRecords } from './schema-record.ts';
import { type Given, slicesOf } from './slices.ts';
import { waitUntil } from './wait-until.ts';
import { type Lock, type LockMeans, withLock } from './with-lock.ts';

export interface MigrateMeans extends LockMeans {
  readonly releases: readonly Release[];
  readonly log?: Log;
  readonly given: Given;
  /** Asked of a database that is of no later version, before anything in it is changed; throws where it is not ours to change. */
  readonly mayEnter?: () => Promise<void>;
}

/**
 * Brings the database to the shape this product knows, once, whatever dies on the way and whoever else tries at the same
 * time. Throws `LaterDatabase` when it is beyond that, `DamagedDatabase` when nobody knows what shape it is of.
 */
export const migrate = async (db: mongo.Db, means: MigrateMeans): Promise<void> => {
  const { releases } = means;
  const known = versionOf(releases);
  const record = await recordOf(db, known);
  await means.mayEnter?.();
  if (isDone(record, known)) return;
  await withLock(db, means, async (lock) => {
    // Whoever had the lock before may have done all of it, or gone beyond.
    if (isDone(await recordOf(db, known), known)) return;
    for (const [index, release] of releases.entries()) {
      await clear(db, releases.slice(0, index).flat(), lock, means);
      const upToThis = releases.slice(0, index + 1).flat();
      if (isAlone(release)) await beginAlone(db, upToThis, lock, means);
      for (const migration of release) await add(db, migration, lock, means);
      if (isAlone(release)) await clear(db, upToThis, lock, means);
      await lock.note({ added: undefined });
    }
  });
};

const recordOf = async (db: mongo.Db, known: Version): Promise<SchemaRecord> => {
  const records = schemaRecords(db);
  const record = (await records.read()) ?? (await records.begin(known));
  if (record.version > known.version) throw new LaterDatabase(record.version, known.version);
  return record;
};

const isDone = (record: SchemaRecord, { version, oldest }: Version): boolean =>
  record.version >= version && record.cleared >= oldest && record.added === undefined;

/**
 * The one before could not read what it finds from here on: it is told to go before anything is changed, and none can come
 * back, for the version is the new one's already.
 */
const beginAlone = async (
  db: mongo.Db,
  upToThis: readonly Migration[],
  lock: Lock,
  means: MigrateMeans,
): Promise<void> => {
  const { version, cleared, added = version } = await lock.record();
  const reached = lastOf(upToThis);
  if (cleared >= reached) return;
  await lock.note({ version: Math.max(version, reached), added });
  await leaveBehind(db, upToThis, lock, means);
};

/** What a new release reads is added; the release before may run beside it. */
const add = async (
  db: mongo.Db,
  migration: Migration,
  lock: Lock,
  { log, given }: MigrateMeans,
): Promise<void> => {
  const { number, name } = migration;
  const { version, added } = await lock.record();
  if ((added ?? version) >= number) return;
  log?.info({ migration: number, name }, 'the database is brought to a new version');
  await migration.add?.(slicesOf(db, lock.stillMine, given));
  await lock.note(added === undefined ? { version: number } : { added: number });
};

/**
 * Before a new release the one before the last is left behind, and after one that is alone all before it: what they wrote past
 * the migrations since is made up for, and what only they read is removed.
 */
const clear = async (
  db: mongo.Db,
  before: readonly Migration[],
  lock: Lock,
  means: MigrateMeans,
): Promise<void> => {
  const { cleared } = await lock.record();
  if (cleared >= lastOf(before)) return;
  await leaveBehind(db, before, lock, means);
  const slices = slicesOf(db, lock.stillMine, means.given);
  for (const migration of before.filter(({ number }) => number > cleared)) {
    await migration.add?.(slices);
    await migration.remove?.(slices);
    await lock.note({ cleared: migration.number });
  }
};

/** Tells every process that knows fewer migrations to go, and waits until it has. */
const leaveBehind = async (
  db: mongo.Db,
  before: readonly Migration[],
  lock: Lock,
  { realClock, log }: MigrateMeans,
): Promise<void> => {
  const oldest = lastOf(before);
  if ((await lock.record()).oldest < oldest) await lock.note({ oldest });
  let older: readonly ProcessNote[] = [];
  await waitUntil(
    async () => {
      await lock.stillMine();
      older = await olderProcesses(db, oldest, realClock.now());
      return older.length === 0;
    },
    () => log?.info({ oldest, processes: older }, 'waiting for processes of an older version to end'),
  );
};

const lastOf = (migrations: readonly Migration[]): number => migrations.at(-1)?.number ?? 0;
